"""Ranges whose left side is cut short: « du 3 au 5 mai », « May 3-5 », « de 2010 à 2014 »."""

import re
from collections.abc import Callable
from functools import partial

from kg.extract.time import build, calendar
from kg.extract.time.build import text_of
from kg.extract.time.families import Families
from kg.extract.time.interval import Between
from kg.extract.time.meaning import Known, Meaning
from kg.extract.time.rule import Found, Rule, found, rule

_DAY = r"\d{1,2}(?!\d)(?:\s?er|st|nd|rd|th)?"


def range_rules(
    families: Families, *, month: str, year: str, weekday: str, to: str, also: str, article: str
) -> tuple[Rule, ...]:
    """Return the rules of a language: `to` joins the two ends, `also` two single days or a « between ».

    A weekday may stand before either day: « vendredi 12 et samedi 13 juillet ».
    """
    lead = r"(?:(?:du|de|entre|from|between|depuis)\s)?"
    join = rf"(?:\s(?:{to}|{also})\s(?:{article}\s)?|\s?[-–]\s?)"
    days = rf"(?:{weekday}\s)?(?P<day>{_DAY}){join}(?:(?P<weekday>{weekday})\s)?(?P<last>{_DAY})"
    ending = rf"(?:,?\s(?:de\s|of\s)?(?P<year>{year})|\s(?P<shift>prochain|dernier|écoulé))?"
    read: Callable[[re.Match[str]], Found | None] = partial(_days, families)
    years = rf"(?P<first>{year})(?:\s(?:{to})\s|\s?[-–]\s?)(?P<second>{year})"
    return (
        rule(rf"{lead}(?:{article}\s)?{days}\s(?:of\s|de\s|du\smois\sde\s)?(?P<month>{month}){ending}", read),
        rule(rf"{lead}(?P<month>{month})\s{days}{ending}", read),
        rule(rf"(?:de|from|in)\s{years}|(?:entre|between)\s(?P<from>{year})\s{also}\s(?P<to>{year})", _years),
        rule(rf"(?<![\d/.-]){years}(?![-–/\d])", _years),
    )


def _days(families: Families, match: re.Match[str]) -> Found | None:
    """Read two days of one month; « les 3 et 7 mai » names two days, not all between them."""
    first, last = (families.day_number(text_of(match, name)) for name in ("day", "last"))
    month, year = families.lexicon.months[text_of(match, "month")], text_of(match, "year")
    if not first < last or calendar.make(2000, month, last) is None:
        return None
    named = families.lexicon.weekdays.get(text_of(match, "weekday"))
    weekdays = (None, None) if named is None else ((named - (last - first)) % 7, named)
    pair = zip((first, last), weekdays, strict=True)
    left, right = (_day(day, month, year, families.shift(match), weekday) for day, weekday in pair)
    if left is None or right is None:
        return None
    return found(match, "interval", Between(left, right))


def _day(day: int, month: int, year: str, which: int | None, weekday: int | None) -> Meaning | None:
    if not year:
        return build.yearly(month, day, which=which, weekday=weekday)
    value = calendar.make(int(year), month, day)
    return None if value is None else Known(value.isoformat(), "day")


def _years(match: re.Match[str]) -> Found | None:
    """Read « de 2010 à 2014 », « 2010-2014 »."""
    first, second = (text_of(match, one) or text_of(match, two) for one, two in (("first", "from"), ("second", "to")))
    if not first < second:
        return None
    return found(match, "interval", Between(Known(first, "year"), Known(second, "year")))
