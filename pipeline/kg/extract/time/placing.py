"""Choose among what the rules found, join intervals, and place all on the calendar in reading order."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kg.extract.time.expression import TimeExpression
from kg.extract.time.interval import Between
from kg.extract.time.meaning import Clock, Known, Offset
from kg.extract.time.rule import Found, Rule, anywhere
from kg.model import Span

_DATED = {"date", "month", "year", "week", "weekend", "season", "decade", "quarter"}
# Several days: « mardi 29 » is none of the days around some.
_PROBES = tuple(Clock(date(2001, month, 3), "2001-02-01", "2001-02-01") for month in range(1, 13))
_STOP = re.compile(r"[.!?»”]\s|\n")
# « au XIIIe siècle avant J.-C. », "in 480 BC": no rule counts these years, and the bare number is another year.
_BEFORE_CHRIST = re.compile(
    r",?\s(?:(?:avant|av\.?)\s(?:J\.?-?\s?C\b|Jésus|notre\sère)|B\.?C(?:\.?E)?\b(?!\.?\s[A-Z]))"
)
_BESIDE = 3  # finds, ages too, between « la veille » and the day of saying so
_DAY = len("2024-07-29")
_REACH = 80  # characters from « depuis » to the date at the end of what it governs
_LASTING = re.compile(r"\b(?:[Dd]epuis|[Ss]ince)[ \u00a0][^.,;:!?]+$")
_WINDOW = 24  # characters that may stand before a bound of an interval


@dataclass(frozen=True, slots=True)
class Joints:
    """Hold how a language joins two times: words before the first, between the two, and before open ends.

    `alone` joins without a word before the first; `again` stands between two that are one; `since` and `until` open an
    interval.
    """

    before: re.Pattern[str]
    between: re.Pattern[str]
    alone: re.Pattern[str]
    again: re.Pattern[str]
    since: re.Pattern[str]
    until: re.Pattern[str]


def candidates(text: str, rules: tuple[Rule, ...]) -> list[Found]:
    """Return the leftmost longest finds, none overlapping, in reading order."""
    starts = [match.start() for match in anywhere(rules).finditer(_lower(text))]
    finds = [found for rule in rules for match in _matches(rule, text, starts) if (found := rule.build(match))]
    finds.sort(key=lambda found: (found.start, -found.end))
    chosen: list[Found] = []
    for found in finds:
        if not chosen or found.start >= chosen[-1].end:
            chosen.append(replace(found, meaning=Known(None)) if _BEFORE_CHRIST.match(text, found.end) else found)
    return chosen


def _matches(rule: Rule, text: str, starts: list[int]) -> Iterable[re.Match[str]]:
    if rule.cased:
        return rule.pattern.finditer(text)
    return (match for at in starts if (match := rule.pattern.match(text, at)))


def _lower(text: str) -> str:
    """Return the text in lower case, as long as it was: « İ » alone would become two code points."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(c.lower()[0] for c in text)


def join(text: str, finds: list[Found], joints: Joints) -> list[Found]:
    """Return the finds with neighbours joined to intervals, and open intervals read."""
    joined: list[Found] = []
    for found in finds:
        previous = joined[-1] if joined else None
        pair = None if previous is None else _pair(text, previous, found, joints)
        if pair is None and previous is not None and joints.again.fullmatch(text[previous.end : found.start]):
            joined[-1], again = _told_twice(previous, found, text[previous.end : found.start])
            joined.append(again)
        elif pair is None:
            joined.append(found)
        else:
            joined[-1] = pair
    return [_open(text, found, joints) for found in joined]


def _told_twice(left: Found, right: Found, gap: str) -> tuple[Found, Found]:
    """Return two neighbours of one time: « le lendemain, samedi 8 avril », « le 18 mai, soit un jour plus tard »."""
    told = [isinstance(one.meaning, Offset) and one.meaning.from_text for one in (left, right)]
    if told == [True, False] and right.kind == "date":
        return replace(left, meaning=right.meaning), right
    if told == [False, True] and left.kind == "date" and "soit" in gap:
        return left, replace(right, meaning=left.meaning)
    return left, right


def _pair(text: str, left: Found, right: Found, joints: Joints) -> Found | None:
    """Return the interval of two neighbours, or None where the text does not join them."""
    if not {left.kind, right.kind} <= _DATED or right.start - left.end > _WINDOW:
        return None
    gap = text[left.end : right.start]
    lead = joints.before.search(text[max(0, left.start - _WINDOW) : left.start])
    alike = left.kind == right.kind or gap.strip().isalpha()  # "May 3 - May 5", not "February 6 - this year"
    if not ((alike and joints.alone.fullmatch(gap)) or (lead and joints.between.fullmatch(gap))):
        return None
    start = left.start - len(lead.group()) if lead else left.start
    return Found(start, right.end, "interval", Between(left.meaning, right.meaning))


def _open(text: str, found: Found, joints: Joints) -> Found:
    """Return an interval with an open end where a word such as « depuis » stands before the find."""
    if found.kind not in _DATED:
        return found
    before = text[max(0, found.start - _WINDOW) : found.start]
    if since := joints.since.search(before):
        meaning, lead = Between(found.meaning, None), since
    elif until := joints.until.search(before):
        meaning, lead = Between(None, found.meaning), until
    else:
        return found
    return replace(found, start=found.start - len(lead.group()), kind="interval", meaning=meaning)


def place(text: str, finds: Iterable[Found], published: date | None, *, future: bool) -> tuple[TimeExpression, ...]:
    """Return the expressions with their values; each day found is the anchor of what follows it."""
    clock = Clock(published, future=future)
    placed = []
    found_ones = list(finds)
    for at, found in enumerate(found_ones):
        said = _said_after(text, found_ones[max(0, at - _BESIDE) : at + _BESIDE + 1], found)
        day = said.meaning.at(clock) if said is not None else None
        expression = _expression(found, replace(clock, day_anchor=day) if day else clock)
        placed.append(expression)
        if expression.value and found.kind in ("date", "month", "year", "season") and not _since(text, found, clock):
            coarse = found.kind == "month" and not (clock.day_anchor or "").startswith(expression.value)
            named = found.meaning.unit == "day"
            day = expression.value if named or coarse else clock.day_anchor
            last = expression.value if named else clock.day
            clock = replace(clock, anchor=expression.value, day_anchor=day, day=last)
        elif (night := _night(expression)) is not None:
            clock = replace(clock, anchor=night, day_anchor=night, day=night)
    return tuple(placed)


def _since(text: str, found: Found, clock: Clock) -> bool:
    """Tell « depuis l'intervention du 24 août » behind a day told: something lasts, nothing is counted from there."""
    before = text[max(0, found.start - _REACH) : found.start]
    return clock.day_anchor is not None and _LASTING.search(before) is not None


def _night(expression: TimeExpression) -> str | None:
    """Return the day on which « la nuit du 1er au 2 janvier » began, from which the text then counts."""
    first, _, last = (expression.value or "").partition("/")
    if expression.kind != "interval" or len(first) != _DAY or len(last) != _DAY or "X" in first + last:
        return None  # without a date of publication no year is known
    return first if (date.fromisoformat(last) - date.fromisoformat(first)).days == 1 else None


def _said_after(text: str, near: list[Found], found: Found) -> Found | None:
    """Return « jeudi » of « a été arrêté la veille, a annoncé jeudi le parquet »: the day before what is told next."""
    meaning = found.meaning
    eve = isinstance(meaning, Offset) and meaning.from_text and (meaning.count, meaning.unit) == (-1, "day")
    after = next((one for one in near if one.start > found.start and one.kind in _DATED), None) if eve else None
    if after is None or after.kind != "date" or after.meaning.unit != "day":
        return None
    before = next((one for one in reversed(near) if one.start < found.start and one.kind in _DATED), None)
    told = before is not None and not _STOP.search(text[before.end : found.start])
    return None if told or _STOP.search(text[found.end : after.start]) else after


def _expression(found: Found, clock: Clock) -> TimeExpression:
    meaning = found.meaning
    return TimeExpression(
        span=Span(found.start, found.end),
        kind=found.kind,
        value=meaning.at(clock),
        granularity=meaning.unit,
        needs_anchor=any(meaning.at(probe) != meaning.at(Clock()) for probe in _PROBES),
        future_value=meaning.at(replace(clock, future=True)),
        direction=found.direction,
        part=found.part,
        clock=found.clock,
        away=found.away,
    )
