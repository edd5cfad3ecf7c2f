"""Arithmetic on the calendar."""

from datetime import date

import pytest

from kg.extract.time import calendar


@pytest.mark.parametrize(
    ("year", "day"), [(2016, date(2016, 3, 27)), (2024, date(2024, 3, 31)), (2038, date(2038, 4, 25))]
)
def test_easter(year: int, day: date) -> None:
    """Easter follows the Gregorian rule."""
    assert calendar.easter(year) == day


def test_shift() -> None:
    """The day of the month is clamped; beyond the calendar there is no date."""
    assert calendar.shift(date(2016, 1, 31), 1, "month") == date(2016, 2, 29)
    assert calendar.shift(date(2016, 1, 31), -1, "decade") == date(2006, 1, 31)
    assert calendar.shift(date(9999, 12, 31), 1, "day") is None
    assert calendar.shift(date(1, 1, 1), -1, "year") is None


@pytest.mark.parametrize(
    ("unit", "value"),
    [
        ("day", "2016-11-09"), ("week", "2016-11-07/2016-11-13"), ("weekend", "2016-11-12/2016-11-13"),
        ("month", "2016-11"), ("quarter", "2016-10/2016-12"), ("half", "2016-07/2016-12"), ("year", "2016"),
        ("decade", "201X"), ("century", "20XX"),
    ],
)  # fmt: skip
def test_period(unit: str, value: str) -> None:
    """A period is the EDTF of the unit that holds the day."""
    assert calendar.period(date(2016, 11, 9), unit) == value


def test_nth_weekday() -> None:
    """Weekdays are counted from the start or, with -1, from the end of a month."""
    assert calendar.nth_weekday(2016, 11, 3, 4) == date(2016, 11, 24)
    assert calendar.nth_weekday(2016, 5, 0, -1) == date(2016, 5, 30)
    assert calendar.nth_weekday(2016, 2, 0, 5) == date(2016, 2, 29)
    assert calendar.nth_weekday(2016, 5, 6, 6) is None
