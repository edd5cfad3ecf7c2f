"""Make meanings from the groups of a match; the same builders serve every language."""

import re
from datetime import date
from functools import partial

from kg.extract.time import calendar
from kg.extract.time.expression import Direction, Kind, Part
from kg.extract.time.meaning import Known, Offset
from kg.extract.time.rule import Found, found
from kg.extract.time.yearly import Yearly

KIND_OF_UNIT: dict[str, Kind] = {
    "day": "date", "week": "week", "fortnight": "week", "weekend": "weekend", "month": "month",
    "quarter": "quarter", "half": "quarter", "year": "year", "decade": "decade", "century": "century",
}  # fmt: skip


def text_of(match: re.Match[str], name: str) -> str:
    """Return the group in lower case with single blanks, or the empty string."""
    value = match.groupdict().get(name)
    return re.sub(r"\s+", " ", value.lower().replace("’", "'")) if value else ""


def year_of(text: str) -> int:
    """Return the year that two to four digits say: below 50 is this century, as news has it."""
    year = int(text)
    return year if len(text) > 2 else year + (2000 if year < 50 else 1900)


def yearly(
    month: int,
    day: int | None = None,
    *,
    which: int | None = None,
    weekday: int | None = None,
    year_offset: int | None = None,
) -> Yearly:
    """Return the meaning of a month, or of a day of a month, without a year."""
    name = f"{month:02d}" if day is None else f"{month:02d}-{day:02d}"
    of = partial(_day_in, month, day or 1)
    return Yearly(of, name, "month" if day is None else "day", which, weekday, year_offset)


def _day_in(month: int, day: int, year: int) -> date | None:
    return calendar.make(year, month, day)


def season(number: int, which: int | None = None, year_offset: int | None = None) -> Yearly:
    """Return a season without a year (EDTF 21 to 24), named after the year in which it starts."""
    of = partial(_day_in, (number - 20) * 3, 1)
    return Yearly(of, str(number), "season", which, None, year_offset)


def full_date(match: re.Match[str], year: int, month: int, day: int, *, part: Part | None = None) -> Found | None:
    """Return a date with all its parts; None where the calendar has no such day."""
    value = calendar.make(year, month, day)
    return None if value is None else found(match, "date", Known(value.isoformat(), "day"), part=part)


def direction_of(count: int | None) -> Direction | None:
    """Return the direction that a shift says."""
    return None if not count else "past" if count < 0 else "future"


def offset(match: re.Match[str], count: int, unit: str, *, from_text: bool = False, part: Part | None = None) -> Found:
    """Return a period counted from publication or from the text."""
    meaning = Offset(count, unit, from_text)
    return found(match, KIND_OF_UNIT[unit], meaning, direction=direction_of(count), part=part)


def numeric_date(match: re.Match[str], *, day_first: bool) -> Found | None:
    """Return 3/5/2016 in the order of the language, in the other order where only that one exists."""
    year, first, second = year_of(match["year"]), int(match["a"]), int(match["b"])
    orders = [(second, first), (first, second)]
    month_day = orders if day_first else orders[::-1]
    return full_date(match, year, *month_day[0]) or full_date(match, year, *month_day[1])


def numeric_day(match: re.Match[str], *, day_first: bool) -> Found | None:
    """Return 22/04 without a year, like `numeric_date`."""
    first, second = int(match["a"]), int(match["b"])
    orders = [(second, first), (first, second)]
    for month, day in orders if day_first else orders[::-1]:
        if calendar.make(2000, month, day):
            return found(match, "date", yearly(month, day))
    return None


def iso_date(match: re.Match[str]) -> Found | None:
    """Return 2016-05-03."""
    return full_date(match, int(match["year"]), int(match["b"]), int(match["a"]))


def iso_month(match: re.Match[str]) -> Found | None:
    """Return 2016-05 or 05/2016."""
    year, month = int(match["year"]), int(match["b"])
    return found(match, "month", Known(f"{year:04d}-{month:02d}", "month")) if 1 <= month <= 12 else None


def time_of_day(match: re.Match[str]) -> Found | None:
    """Return a time of the day; `half` tells morning (a) and afternoon (p) apart."""
    hour, minute, half = int(match["h"]), int(match.groupdict().get("m") or 0), text_of(match, "half")[:1]
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 24 or minute > 59:
        return None
    return found(match, "time", Known(None, "time"), clock=f"{hour:02d}:{minute:02d}")


def named_time(match: re.Match[str]) -> Found:
    """Return noon or midnight."""
    noon = re.search("midi|noon", match.group(), re.IGNORECASE)
    return found(match, "time", Known(None, "time"), clock="12:00" if noon else "00:00")


def duration(match: re.Match[str]) -> Found:
    """Return a length of time, which has no place on the calendar."""
    return found(match, "duration", Known(None))


def age(match: re.Match[str]) -> Found:
    """Return an age, which has no place on the calendar."""
    return found(match, "age", Known(None))


def repeated(match: re.Match[str]) -> Found:
    """Return a time that comes again and again, which has no single place on the calendar."""
    return found(match, "set", Known(None))


def century(match: re.Match[str]) -> Found | None:
    """Return a century written in digits or Roman numerals."""
    text = match["century"].upper()
    number = int(text) if text.isdigit() else roman(text)
    return found(match, "century", Known(f"{number - 1:02d}XX", "century")) if 1 <= number <= 99 else None


def roman(text: str) -> int:
    """Return the number that Roman numerals up to fifty say.

    >>> roman("XIX")
    19
    """
    values = [{"I": 1, "V": 5, "X": 10}[letter] for letter in text]
    following = [*values[1:], 0]
    return sum(-value if value < after else value for value, after in zip(values, following, strict=True))


def decade(match: re.Match[str]) -> Found | None:
    """Return a decade written in two or four digits; « années 20 » is the last century's."""
    text = match["decade"]
    year = int(text) if len(text) == 4 else int(text) + (1900 if int(text) >= 20 else 2000)
    return found(match, "decade", Known(f"{year // 10:03d}X", "decade"))
