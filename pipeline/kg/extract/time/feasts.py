"""Feasts and other days with a name of their own, French and English."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from kg.extract.time import calendar
from kg.extract.time.meaning import Clock, Known
from kg.extract.time.rule import Found, Rule, found, rule
from kg.extract.time.yearly import Yearly

DayOf = Callable[[int], date | None]


def fixed(month: int, day: int, year: int) -> date | None:
    """Return the same day every year."""
    return calendar.make(year, month, day)


def moving(month: int, weekday: int, nth: int, days: int, year: int) -> date | None:
    """Return the nth weekday of a month, and some days after it."""
    day = calendar.nth_weekday(year, month, weekday, nth)
    return None if day is None else day + timedelta(days=days)


def paschal(days: int, year: int) -> date | None:
    """Return the day that many days after Easter Sunday."""
    easter = calendar.easter(year)
    return None if easter is None else easter + timedelta(days=days)


def _fixed(month: int, day: int) -> DayOf:
    return partial(fixed, month, day)


def _moving(month: int, weekday: int, nth: int, days: int = 0) -> DayOf:
    return partial(moving, month, weekday, nth, days)


def _paschal(days: int) -> DayOf:
    return partial(paschal, days)


_FR: dict[str, DayOf] = {
    r"(?:la\s)?(?:veille|réveillon|reveillon)\sde\s(?:la\s)?no[eë]l": _fixed(12, 24),
    r"(?:le\s)?(?:jour\sde\s)?(?<!père\s)(?<!marché\sde\s)(?<!marchés\sde\s)(?<!sapin\sde\s)no[eë]l": _fixed(12, 25),
    r"(?:la\s)?(?:saint-sylvestre|(?:veille|r[ée]veillon)\s(?:de\sla\sfête\s)?d[ue]\snouvel\san)": _fixed(12, 31),
    r"(?:jour\sdu\s|jour\sde\sl['’])(?:nouvel\s)?an|nouvel\san(?!\schinois)": _fixed(1, 1),
    r"épiphanie": _fixed(1, 6),
    r"(?:la\s)?saint-valentin": _fixed(2, 14),
    r"mardi\sgras": _paschal(-47),
    r"mercredi\sdes\scendres": _paschal(-46),
    r"vendredi\ssaint": _paschal(-2),
    r"(?:dimanche\sde\s)?pâques": _paschal(0),
    r"lundi\sde\spâques": _paschal(1),
    r"(?:jeudi\sde\s)?l['’](?-i:Ascension)(?!\sde\b)": _paschal(39),
    r"lundi\sde\s(?:la\s)?pentecôte": _paschal(50),
    r"(?:dimanche\sde\s)?(?:la\s)?pentecôte": _paschal(49),
    r"(?:l['’])?assomption": _fixed(8, 15),
    r"(?:la\s)?toussaint": _fixed(11, 1),
    r"(?:l['’])?armistice": _fixed(11, 11),
    r"halloween": _fixed(10, 31),
    r"(?:la\s)?f[eê]te\sdes\sp[eè]res": _moving(6, 6, 3),
    r"(?:la\s)?saint-patrick": _fixed(3, 17),
    r"thanks\s?giving|action\sde\sgr[aâ]ce": _moving(11, 3, 4),
    r"vendredi\snoir|black\sfriday": _moving(11, 3, 4, 1),
}
_EN: dict[str, DayOf] = {
    r"christmas\seve": _fixed(12, 24),
    r"(?<!father\s)christmas(?:\sday)?(?!\s(?:market|tree|party|dinner|carol|card|gift|song|film)s?\b)|xmas": _fixed(
        12, 25
    ),
    r"boxing\sday": _fixed(12, 26),
    r"new\syear['’]?s?['’]?\seve": _fixed(12, 31),
    r"new\syear['’]?s['’]?\sday": _fixed(1, 1),
    r"valentine['’]?s['’]?\sday": _fixed(2, 14),
    r"(?:st\.?|saint)\spatrick['’]?s?\sday": _fixed(3, 17),
    r"martin\sluther\sking(?:\sjr\.?)?\sday|mlk\sday": _moving(1, 0, 3),
    r"presidents['’]?\sday": _moving(2, 0, 3),
    r"earth\sday": _fixed(4, 22),
    r"ash\swednesday": _paschal(-46),
    r"good\sfriday": _paschal(-2),
    r"easter\smonday": _paschal(1),
    r"easter(?:\ssunday)?(?!\sisland)": _paschal(0),
    r"may\sday": _fixed(5, 1),
    r"mother['’]?s?['’]?\sday": _moving(5, 6, 2),
    r"father['’]?s?['’]?\sday": _moving(6, 6, 3),
    r"memorial\sday": _moving(5, 0, -1),
    r"juneteenth": _fixed(6, 19),
    r"independence\sday": _fixed(7, 4),
    r"labou?r\sday": _moving(9, 0, 1),
    r"columbus\sday": _moving(10, 0, 2),
    r"halloween": _fixed(10, 31),
    r"veterans['’]?\sday": _fixed(11, 11),
    r"thanksgiving(?:\sday)?": _moving(11, 3, 4),
    r"black\sfriday": _moving(11, 3, 4, 1),
    r"cyber\smonday": _moving(11, 3, 4, 4),
}


@dataclass(frozen=True, slots=True)
class Remembered:
    """Stand for a day that everybody knows by its date, from then on; before, for the latest such day."""

    day: date
    unit: str = "day"

    def at(self, clock: Clock) -> str | None:
        """Return the day, its year left open where it cannot be known whether the text is younger."""
        if clock.published is not None and clock.published >= self.day:
            return self.day.isoformat()
        return Yearly(_fixed(self.day.month, self.day.day), f"{self.day:%m-%d}").at(clock)


_YEARLESS = r"(?!,?\s(?:of\s|in\s|de\s|en\s)?\d{4})"
_STRUCK = "|".join(rf"(?<={word}\sdu\s)" for word in ("attentats", "attaques", "terroristes"))
_REMEMBERED: dict[str, dict[str, date]] = {
    "fr": {
        rf"(?:{_STRUCK})11[\s-]septembre{_YEARLESS}": date(2001, 9, 11),
        rf"(?:{_STRUCK})13[\s-]novembre{_YEARLESS}": date(2015, 11, 13),
    },
    "en": {
        r"(?:september\s11(?:th)?|11(?:th)?\sseptember)(?=\s(?:terror(?:ist)?\s)?(?:attacks|hijack))": date(
            2001, 9, 11
        ),
        r"(?<=attacks\sof\s)(?:september\s11(?:th)?|11\sseptember)" + _YEARLESS: date(2001, 9, 11),
        r"9/11(?!/)": date(2001, 9, 11),
    },
}


def feast_rules(language: str, year: str) -> tuple[Rule, ...]:
    """Return one rule per feast; `year` is the pattern of a year that may follow."""
    table = _FR if language == "fr" else _EN
    link = r"(?:,?\s(?:de\s|en\s|of\s|in\s)?" + year + r"|\s(?P<after>derni(?:er|ère)|prochaine?))?"
    before = "" if language == "fr" else r"(?:(?P<before>last|next|this)\s)?"
    known = (rule(name, partial(_remembered, day)) for name, day in _REMEMBERED[language].items())
    return (*known, *(rule(f"{before}(?:{name}){link}", partial(_feast, day)) for name, day in table.items()))


def _remembered(day: date, match: re.Match[str]) -> Found:
    return found(match, "date", Remembered(day))


def _feast(of: DayOf, match: re.Match[str]) -> Found | None:
    """Place the feast in its year, or at the latest one up to publication."""
    groups = match.groupdict()
    if groups["year"]:
        day = of(int(groups["year"]))
        return None if day is None else found(match, "date", Known(day.isoformat(), "day"))
    word = (groups.get("after") or groups.get("before") or "").lower()
    which = -1 if word.startswith(("derni", "last")) else 1 if word.startswith(("proch", "next")) else None
    return found(match, "date", Yearly(of, _name(of), which=which))


def _name(of: DayOf) -> str | None:
    """Return month and day where they are the same every year."""
    days = [of(year) for year in (2001, 2002, 2004)]
    names = {f"{day.month:02d}-{day.day:02d}" for day in days if day}
    return names.pop() if len(names) == 1 else None
