"""Measure the time rules on the date cases of Recognizers-Text, beside dateparser, and print a table.

Run: `PYTHONPATH=pipeline python tests/quality/datetime_specs.py [--peer] [--show]`. `--peer` also runs
dateparser.search_dates (with both settings of PREFER_DATES_FROM); `--show` prints what was wrong.

A case is right when an expression that overlaps the reference text has one of the reference's two values
(they give a past and a future one). Our values keep their granularity (`2016-10` for « a month ago »), so a
period that holds their day counts for counted shifts, « the next 3 months » is an interval of whole months, and
« early March » is the month. A range of theirs ends
at the day after or, where the text names it, at the last day: both count. A case without a result is right
when we find no date either.

Left out, counted in the table, with the reason:
- reference: French cases without a reference date (one of an English case with the same TIMEX and values is
  borrowed where there is one), where the text alone cannot give the value;
- bare: a day number alone (« the 27 », « 15 ») is no date for news;
- assistant: what calendars say and news do not (« my day », « the day », « rest of the week », « w/c », working
  days, weeks counted within a month, « same week »), feasts of other calendars;
- void: the reference has no value (« 31 of November »).
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from corpus import shared_data

from kg.extract.time import TimeExpression, calendar, find

SUITES = ("DateParser", "DatePeriodParser", "HolidayParser")
LANGUAGES = {"fr": "French", "en": "English"}
_BARE = re.compile(r"XXXX-XX-\d\d")
_ASSISTANT = re.compile(
    r"\b(?:my|mon|ma) |^(?:the|le|la) (?:day|jour|week|semaine|week-?end)$|\brest|w/c|journées de travail|business day"
    r"|^same |^même |that weekend|week-end-là|yuandan|chinois|chinese|commençant|commencing|of the 18|du 18$"
    r"|^(?:past|last|the last|dernier|le dernier) (?:day|jour)$|^(?:the |ce |this )?(?:day|jour)$",
    re.IGNORECASE,
)
_WEEK_OF = re.compile(r"-W0\d$")


@dataclass(frozen=True)
class Case:
    """Hold one case: its text, reference day, the words meant and the values accepted."""

    text: str
    reference: date | None
    words: str | None
    timex: str
    values: tuple[tuple[str, ...], ...]

    @property
    def start(self) -> int:
        """Return where the words start in the text."""
        return self.text.lower().find((self.words or "").strip().lower())


def load(language: str, suite: str) -> list[Case]:
    """Return the cases of one file."""
    path = shared_data() / "datetime-specs" / LANGUAGES[language] / f"{suite}.json"
    return [_case(raw) for raw in json.loads(path.read_text(encoding="utf-8-sig"))]


def _case(raw: dict) -> Case:
    moment = (raw.get("Context") or {}).get("ReferenceDateTime")
    result = raw["Results"][0] if raw["Results"] else {}
    value = result.get("Value") or {}
    resolutions = [value.get(name) or {} for name in ("PastResolution", "FutureResolution")]
    values = tuple(tuple(resolution.values()) for resolution in resolutions if resolution)
    reference = datetime.fromisoformat(moment).date() if moment else None
    return Case(raw["Input"], reference, result.get("Text"), value.get("Timex", ""), values)


def borrowed(case: Case, twins: dict[tuple, date]) -> Case:
    """Return the case with the reference of an English case that says the same, where it has none."""
    if case.reference is not None or case.words is None:
        return case
    return Case(case.text, twins.get((case.timex, case.values)), case.words, case.timex, case.values)


def left_out(case: Case, suite: str) -> str | None:
    """Return why a case is left out, or None."""
    if case.words is None:
        return "assistant" if suite == "DatePeriodParser" else None
    if _BARE.fullmatch(case.timex):
        return "bare"
    if _ASSISTANT.search(case.words) or _WEEK_OF.search(case.timex):
        return "assistant"
    season = re.fullmatch(r"(?:\d{4}-)?(?:SP|SU|FA|WI)", case.timex)
    if not season and (not case.values or any("0001" in part for value in case.values for part in value)):
        return "void"
    named = (
        case.timex.startswith("XXXX-") or case.timex.startswith("(XXXX-") or re.search(r"\d{4}|\d\d/\d\d", case.words)
    )
    return "reference" if case.reference is None and not named else None


def days(value: str) -> tuple[date, date] | None:
    """Return the first and last day of an EDTF value of ours."""
    first, last = value.split("/", maxsplit=1)[0], value.rsplit("/", maxsplit=1)[-1]
    start, end = calendar.first_day(first), calendar.first_day(last)
    if start is None or end is None:
        return None
    unit = "decade" if last.endswith("X") and not last.endswith("XX") else "century" if last.endswith("XX") else None
    unit = unit or {4: "year", 7: "month", 10: "day"}[len(last)]
    return start, (calendar.shift(end, 1, unit) or date.max) - timedelta(days=1)


def is_right(case: Case, found: TimeExpression) -> bool:
    """Tell whether one of our two values is one of theirs."""
    ours = {value for value in (found.value, found.future_value) if value}
    season = re.fullmatch(r"((?:\d{4}-)?)(SP|SU|FA|WI)", case.timex)
    if season:
        code = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}[season[2]]
        return found.kind == "season" and any(value.endswith(season[1] + code) for value in ours)
    if case.reference is None and any("XXXX" in value for value in ours):
        return case.timex.lstrip("(").split(",")[0] in {value.split("/")[0] for value in ours}
    return any(_same(case, found, value, theirs) for value in ours for theirs in case.values)


def _same(case: Case, found: TimeExpression, value: str, theirs: tuple[str, ...]) -> bool:
    if not re.match(r"\d", value):
        return value[3:] == theirs[-1] if value.startswith("../") else False
    if len(theirs) == 1:
        covers = found.span.end - found.span.start >= 0.6 * len(case.words or "")
        return value == theirs[0] or (covers and found.needs_anchor and _holds(value, theirs[0]))
    if value.endswith("/.."):
        return value.split("/", maxsplit=1)[0] == theirs[0]
    bounds = days(value)
    if bounds is None:
        return False
    first, last = (date.fromisoformat(part) for part in theirs[:2])
    if found.part:
        return bounds[0] <= first and last - timedelta(days=1) <= bounds[1]
    ends = {bounds[1], bounds[1] + timedelta(days=1), calendar.first_day(value.rsplit("/", maxsplit=1)[-1])}
    if found.kind == "interval" and found.needs_anchor and found.direction:
        return bounds[0] <= first < last <= bounds[1] + timedelta(days=1)
    return bounds[0] == first and last in ends


def _holds(value: str, day: str) -> bool:
    """Tell whether a period of ours holds their day (« a month ago »)."""
    bounds = days(value)
    return bounds is not None and bounds[0] <= date.fromisoformat(day) <= bounds[1]


def ours(case: Case, language: str) -> bool:
    """Tell whether the time rules read the case rightly."""
    found = find(case.text, language, case.reference)
    if case.words is None:
        return not any(one.value for one in found)
    end = case.start + len(case.words.strip())
    return any(is_right(case, one) for one in found if one.span.start < end and case.start < one.span.end)


def peers(case: Case, language: str) -> bool:
    """Tell whether dateparser finds the day, or the first day of the range, under either preference."""
    from dateparser.search import search_dates

    base = datetime.combine(case.reference or date(2016, 11, 7), datetime.min.time())
    found: set[str] = set()
    for prefer in ("past", "future"):
        settings = {"RELATIVE_BASE": base, "PREFER_DATES_FROM": prefer}
        pairs = search_dates(case.text, languages=[language], settings=settings) or []
        found |= {moment.date().isoformat() for _, moment in pairs}
    if case.words is None:
        return not found
    return any(theirs[0] in found for theirs in case.values) or _agrees(case, found)


def _agrees(case: Case, found: set[str]) -> bool:
    """Count for dateparser any day within a range of theirs, as it gives no ranges."""
    ranges = [value for value in case.values if len(value) > 1]
    return any(value[0] <= day < value[1] for value in ranges for day in found)


def rows(*, peer: bool, show: bool) -> Iterator[tuple[str, int, Counter, int, int]]:
    """Yield per file: name, cases measured, what was left out, right of ours, right of dateparser."""
    english = [case for suite in SUITES for case in load("en", suite)]
    twins = {(case.timex, case.values): case.reference for case in english if case.reference}
    for language, name in LANGUAGES.items():
        for suite in SUITES:
            cases = [borrowed(case, twins) for case in load(language, suite)]
            reasons = [left_out(case, suite) for case in cases]
            measured = [case for case, reason in zip(cases, reasons, strict=True) if reason is None]
            wrong = [case for case in measured if not ours(case, language)]
            if show:
                _show(wrong, language)
            theirs = sum(peers(case, language) for case in measured) if peer else -1
            out = Counter(reason for reason in reasons if reason)
            yield f"{name}/{suite}", len(measured), out, len(measured) - len(wrong), theirs


def _show(wrong: list[Case], language: str) -> None:
    for case in wrong:
        found = [(one.span.of(case.text), one.value) for one in find(case.text, language, case.reference)]
        print(f"{case.reference} {case.text!r}: {case.words!r} {case.timex} {case.values}; ours {found}")


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--peer", action="store_true", help="run dateparser too")
    parser.add_argument("--show", action="store_true", help="print the cases that are wrong")
    options = parser.parse_args()
    print(f"{'file':26}{'cases':>6}{'ours':>8}{'dateparser':>12}  left out")
    for name, cases, out, right, theirs in rows(peer=options.peer, show=options.show):
        peer = f"{theirs / cases:.1%}" if options.peer else "-"
        print(f"{name:26}{cases:6}{right / cases:8.1%}{peer:>12}  {dict(sorted(out.items()))}")


if __name__ == "__main__":
    main()
