"""Read a match of the patterns as a quantity."""

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.quantity.patterns import SHORT_SCALES, Patterns
from kg.extract.quantity.quantity import Kind, Quantity
from kg.extract.quantity.words import SYMBOLS, Words
from kg.extract.time import numerals
from kg.model import Amount, Span

_NOUN = re.compile("[ \u00a0\u202f\u2009\n-]?((?:[^\\W\\d_]|['’-](?=[^\\W\\d_])){1,40}(?:/h\\b|[²³])?)")
_SUFFIX = re.compile(r"(?:s|st|nd|rd|th|er|ère|e|ème|ième|h)\b")
_TIMES = {"two": 2, "three": 3, "four": 4, "five": 5, "tens": 10, "hundreds": 100, "thousands": 1000}
# "a mother of two", « père de trois enfants »: the number is of the children
_PARENT_OF = re.compile(
    r"\b(?:(?:grand)?(?:mother|father)|mum|mom|dad|parent|(?:grand-)?(?:mère|père)|maman|papa)"
    r"(?:[- \u00a0]of[- \u00a0]|[ \u00a0]de[ \u00a0])$"
)
_EACH = re.compile(
    r"[ \u00a0](?:(?:per|a|each|for each) (?:\w+ )?share\b|par action\b|l['’]action\b|apiece\b)", re.IGNORECASE
)
_OLDEST = 120  # years
_NAMED = re.compile(r"[A-Z][a-z][\w'’.-]* [A-Z][\w'’-]+, $")
_DIED_AT = re.compile(r"\b(?:died|dies)(?: [^.;,]{2,24})? at $")
_CONTEXT = 32  # characters before a number that can say what it is


def _beside_name(before: str, match: re.Match[str]) -> bool:
    """Tell 81 of "Jane Miller, 81, died", of "died on Monday at 81"."""
    years = match["digits"] or ""
    if not years.isdigit() or not 0 < int(years) < _OLDEST:
        return False
    closed = match.string[match.end() : match.end() + 1] in (",", ".", ";", ")", "")
    return closed and (_NAMED.search(before) is not None or _DIED_AT.search(before) is not None)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reader:
    """Read matches with the words and patterns of one language."""

    words: Words
    patterns: Patterns

    def amount(self, match: re.Match[str]) -> Quantity | None:
        """Return the quantity of a number in digits or words, or None where it is no quantity."""
        value = self._value(match)
        before = match.string[max(0, match.start() - _CONTEXT) : match.start()]
        if value is None or _SUFFIX.match(match.string, match.end()) or _PARENT_OF.search(before):
            return None
        qualifier = self._qualifier(match)
        currency = self._currency(match)
        if match["percent"]:
            return self._quantity(match, match.end(), Amount(value, None, "%", qualifier), "percent")
        if currency:
            unit = "share" if _EACH.match(match.string, match.end()) else None  # "$180 per share"
            return self._quantity(match, match.end(), Amount(value, currency, unit, qualifier), "money")
        return self._counted(match, value, qualifier)

    def collective(self, match: re.Match[str]) -> Quantity | None:
        """Return « une dizaine de personnes », « plusieurs centaines », « dozens »."""
        groups = match.groupdict()
        name = match["name"].lower()
        value = self.words.collectives[name]
        many = groups.get("many") or groups.get("some") or not (groups.get("one") or groups.get("n"))
        exact = name in self.words.scales or name == "dozen"
        if exact and (groups.get("one") or groups.get("n")) and self.words.language == "fr":
            return None  # « un million » is a number like others
        value *= _TIMES.get((groups.get("n") or groups.get("times") or "").lower(), 1)
        qualifier = "several" if many else self._qualifier(match) or (None if exact else "about")
        end, unit = self._noun(match.string, match.end())
        currency = self._currency_at(match.string, match.end())
        if currency:
            code, stop = currency
            return self._quantity(match, stop, Amount(value, code, None, qualifier), "money")
        return self._quantity(match, end, Amount(value, None, unit, qualifier), self._kind(unit))

    def ordinal(self, match: re.Match[str]) -> Quantity:
        """Return a rank."""
        value = int(match["digits"]) if match["digits"] else self.words.ordinals[match["name"].lower()]
        return self._quantity(match, match.end(), Amount(value), "ordinal")

    def _value(self, match: re.Match[str]) -> numerals.Number | None:
        text = match["digits"] or match["words"]
        if match["digits"] and len(text) > 40:  # no quantity of a text has so many digits
            return None
        value = 1 if text.lower() == "a" else numerals.read(text, self.words.language)
        scale = match["scale"] or match["short"] or match["large"] or match["suffix"]
        if value is None or scale is None:
            return value
        scaled = value * (self.words.scales.get(scale.lower()) or SHORT_SCALES[scale.lower()])
        rounded = round(scaled, 6)
        return int(rounded) if rounded == int(rounded) else rounded

    def _qualifier(self, match: re.Match[str]) -> str | None:
        groups = match.groupdict()
        for name, table in (("qualifier", self.words.qualifiers), ("after", self.words.after)):
            text = (groups.get(name) or "").lower()
            if text.startswith(("no ", "not ")):
                return "at most" if "more" in text else "at least"
            for pattern, meaning in table.items():
                if text and re.fullmatch(pattern, text):
                    return meaning
        return None

    def _currency(self, match: re.Match[str]) -> str | None:
        symbol = (match["symbol"] or match["after_symbol"] or "").lower()
        if symbol:
            return next(code for pattern, code in SYMBOLS.items() if re.fullmatch(pattern, symbol))
        word = (match["currency"] or "").lower()
        if not word:
            return None
        return next((code for pattern, code in self.words.currencies.items() if re.fullmatch(pattern, word)), None)

    def _currency_at(self, text: str, start: int) -> tuple[str, int] | None:
        for pattern, code in self.words.currencies.items():
            found = _compiled(rf"\s{self.words.link}?(?:{pattern})\b").match(text, start)
            if found:
                return code, found.end()
        return None

    def _counted(self, match: re.Match[str], value: numerals.Number, qualifier: str | None) -> Quantity | None:
        """Return a count, a measure, a duration or an age."""
        end, unit = self._noun(match.string, match.end())
        kind = self._kind(unit)
        one = (match["words"] or "").lower() in self.words.one
        if one and not match["scale"] and kind == "count" and unit not in self.words.people:
            return None
        before = match.string[max(0, match.start() - _CONTEXT) : match.start()]
        if self._is_age(before, match, unit):
            stop = max(end, self._old(match))
            return self._quantity(match, stop, Amount(value, None, self.words.years, qualifier), "age")
        return self._quantity(match, end, Amount(value, None, unit, qualifier), kind)

    def _old(self, match: re.Match[str]) -> int:
        found = self.patterns.age_after.match(match.string, match.end())
        return found.end() if found else match.end()

    def _is_age(self, before: str, match: re.Match[str], unit: str | None) -> bool:
        if self.patterns.age_before.search(before):
            return unit in (None, self.words.years) or self.words.language == "en"
        if self.words.language == "en":
            behind = self.patterns.age_after.match(match.string, match.end()) is not None
            return behind or (unit is None and _beside_name(before, match))
        lasting = self.patterns.duration_before.search(before) or match["qualifier"]
        following = match.string[match.end() + 4 :]
        return unit == "ans" and not lasting and not re.match(r"\s(?:de\s(?!son|sa)|d['’]|plus|avant|après)", following)

    def _noun(self, text: str, start: int) -> tuple[int, str | None]:
        """Return where the counted noun ends and the noun in lower case, or the start and None."""
        link = _compiled(rf"\s{self.words.link}").match(text, start)
        position = link.end() - 1 if link and text[link.end() - 1].isspace() else link.end() if link else start
        for _ in range(3):
            found = _NOUN.match(text, position)
            if found is None or found[1].lower() in self.words.closed or _SUFFIX.match(text, start):
                break
            if found[1].lower() not in self.words.passing:
                return (found.end(), found[1].lower()) if found[1][0].islower() else (start, None)
            position = found.end()
        return start, None

    def _kind(self, unit: str | None) -> Kind:
        if unit in self.words.durations:
            return "duration"
        return "measure" if unit in self.words.measures else "count"

    @staticmethod
    def _quantity(match: re.Match[str], end: int, amount: Amount, kind: Kind) -> Quantity:
        return Quantity(Span(match.start(), max(end, match.end())), amount, kind)
