"""What an expression means before it is placed on the calendar: each meaning is read at a clock.

A clock holds the publication date, the last explicit time and day of the text, and whether the clause
speaks of the future. Meanings know no language.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final, Protocol

from kg.extract.time import calendar

_SATURDAY: Final = 5
_MONTH: Final = len("2016-03")
_SOON: Final = 7  # days that mostly lie in the same month


@dataclass(frozen=True, slots=True)
class Clock:
    """Hold all that the place of an expression on the calendar can depend on; `day` is the last day that was named."""

    published: date | None = None
    anchor: str | None = None
    day_anchor: str | None = None
    future: bool = False
    day: str | None = None


class Meaning(Protocol):
    """Stand for a point or stretch of time that a clock turns into EDTF."""

    @property
    def unit(self) -> str | None:
        """Return the granularity: day, week, month …, or None."""

    def at(self, clock: Clock) -> str | None:
        """Return the EDTF value at this clock, or None where it cannot be known."""


@dataclass(frozen=True, slots=True)
class Known:
    """Stand for a time that needs no clock, or for one that no clock can place (`value` None)."""

    value: str | None
    unit: str | None = None

    def at(self, clock: Clock) -> str | None:  # noqa: ARG002  # it needs no clock, the others do
        """Return the value, whatever the clock."""
        return self.value


@dataclass(frozen=True, slots=True)
class Offset:
    """Stand for the period that lies `count` units from publication, or from the last date of the text."""

    count: int
    unit: str
    from_text: bool = False

    def at(self, clock: Clock) -> str | None:
        """Return the period; None without a date to count from."""
        if self.from_text:
            return self._told(clock)
        day = None if clock.published is None else calendar.shift(clock.published, self.count, self.unit)
        return None if day is None else calendar.period(day, self.unit)

    def _told(self, clock: Clock) -> str | None:
        """Return the period counted from what the text told of last; None where that is not as exact."""
        anchor = clock.day_anchor if self.unit in calendar.DAYS_OF else clock.anchor
        if self.unit == "day" and not self.count:
            anchor = clock.day or anchor  # « le même jour » is no month
        if anchor is None or (self.unit == "month" and len(anchor) < _MONTH):
            return None  # « en 1978 … onze mois plus tard »
        if len(anchor) == _MONTH and self.unit == "day":
            return anchor if abs(self.count) <= _SOON else None  # « en mars … deux jours plus tard »
        if len(anchor) == _MONTH and self.unit in ("week", "fortnight"):
            return None  # « en mars … deux semaines plus tard »: no week is known
        base = calendar.first_day(anchor)
        day = None if base is None else calendar.shift(base, self.count, self.unit)
        return None if day is None else calendar.period(day, self.unit)


@dataclass(frozen=True, slots=True)
class Weekday:
    """Stand for a weekday (Monday = 0); `which` is -1 (last), 1 (next), 0 (this) or None (not said).

    `in_week` counts whole weeks instead (« vendredi de la semaine prochaine »); `from_text` counts from
    the last day of the text (« le mardi suivant »).
    """

    weekday: int
    which: int | None = None
    in_week: bool = False
    from_text: bool = False
    unit: str = "day"

    def at(self, clock: Clock) -> str | None:
        """Return the latest such day up to publication, the next one in the future."""
        today = calendar.first_day(clock.day_anchor or "") if self.from_text else clock.published
        if today is None:
            return None
        if self.in_week:
            return self._shifted(today, self.weekday - today.weekday() + 7 * (self.which or 0))
        back = (today.weekday() - self.weekday) % 7
        if self.which == -1:
            days = -(back or 7)
        elif self.which == 1 or (clock.future and back):
            days = 7 - back
        else:
            days = -back if self.which is None or self._is_past(today, back) else 7 - back
        return self._shifted(today, days)

    def _shifted(self, today: date, days: int) -> str | None:
        day = calendar.shift(today, days, "day")
        return None if day is None else day.isoformat()

    def _is_past(self, today: date, back: int) -> bool:
        """Tell whether « ce mardi » lies behind: near ones do, and those of this week that are over."""
        return back <= 2 or (back == 3 and self.weekday < today.weekday())


@dataclass(frozen=True, slots=True)
class Stretch:
    """Stand for the last (`count` < 0) or next units, as an interval that ends or starts at publication."""

    count: int
    unit: str

    def at(self, clock: Clock) -> str | None:
        """Return the interval of days, months or years."""
        today = clock.published
        other = None if today is None else calendar.shift(today, self.count, self.unit)
        if today is None or other is None:
            return None
        unit = {"month": "month", "quarter": "month", "half": "month"}.get(self.unit, "year")
        unit = "day" if self.unit in calendar.DAYS_OF else unit
        first, last = sorted((today, other))
        if self.count > 0 and unit == "day":  # the next days start tomorrow
            first += timedelta(days=1)
        return f"{calendar.period(first, unit)}/{calendar.period(last, unit)}"


@dataclass(frozen=True, slots=True)
class WeekOf:
    """Stand for the week (Monday to Sunday) that holds a day."""

    day: Meaning
    unit: str = "week"

    def at(self, clock: Clock) -> str | None:
        """Return the days of the week; None where the year of the day cannot be known."""
        value = self.day.at(clock)
        day = None if value is None else calendar.first_day(value)
        return None if day is None else calendar.period(day, "week")


@dataclass(frozen=True, slots=True)
class Running:
    """Stand for the month or weekend that holds the day of publication, else the one before or after it."""

    unit: str

    def at(self, clock: Clock) -> str | None:
        """Return the period; a weekend that has not begun yet is the one before, in the future the next one."""
        today = clock.published
        if today is None:
            return None
        begun = self.unit != "weekend" or today.weekday() >= _SATURDAY
        day = today if begun or clock.future else calendar.shift(today, -1, "week")
        return None if day is None else calendar.period(day, self.unit)
