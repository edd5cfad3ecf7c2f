"""Times that come once a year (a day, a month, a season, a feast), and days of a month."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from kg.extract.time import calendar
from kg.extract.time.meaning import Clock

_MONTHS = 12
_YEAR = len("2016")
_REACH = 9  # years: 29 February is at most eight years away


@dataclass(frozen=True, slots=True)
class Yearly:
    """Stand for a time that comes once a year: `name` is its EDTF without the year, None where it moves.

    `of` returns its first day in a year; `which` is -1 (last), 1 (next) or None; a weekday said beside it can
    decide which year is meant; `year_offset` counts years from publication.
    """

    of: Callable[[int], date | None]
    name: str | None
    unit: str = "day"
    which: int | None = None
    weekday: int | None = None
    year_offset: int | None = None

    def at(self, clock: Clock) -> str | None:
        """Return the latest one not after publication, the next one in the future."""
        today = clock.published
        if today is None:
            return None if self.name is None else f"XXXX-{self.name}"
        if self.year_offset is not None:
            return self._render(self.of(today.year + self.year_offset))
        if self.which == 1 or (clock.future and self.which is None):
            return self._render(self._next(today))
        latest = self._latest(today)
        if self.weekday is not None and latest is not None and latest.weekday() != self.weekday:
            coming = self._next(today)
            latest = coming if coming is not None and coming.weekday() == self.weekday else latest
        return self._render(latest)

    def _latest(self, today: date) -> date | None:
        """Return the latest first day up to today; « dernier » excludes the day or month that is running."""
        floor = today if self.unit == "day" else today.replace(day=1)
        limit = floor.toordinal() - 1 if self.which == -1 else today.toordinal()
        if self.unit == "season" and self.which == -1:  # "last summer", told in July, is that of the year before
            begun = calendar.shift(today, -1, "quarter")
            limit = limit if begun is None else begun.toordinal()
        days = (self.of(year) for year in range(today.year, today.year - _REACH, -1))
        return next((day for day in days if day is not None and day.toordinal() <= limit), None)

    def _next(self, today: date) -> date | None:
        floor = today if self.unit == "day" else today.replace(day=1)
        limit = today.toordinal() + 1 if self.which == 1 else floor.toordinal()
        days = (self.of(year) for year in range(today.year, today.year + _REACH))
        return next((day for day in days if day is not None and day.toordinal() >= limit), None)

    def _render(self, day: date | None) -> str | None:
        if day is None:
            return None
        return day.isoformat() if self.unit == "day" else f"{day.year:04d}-{self.name}"


@dataclass(frozen=True, slots=True)
class Then:
    """Stand for a month (1 to 12) or season (21 to 24) that goes by the last time of the text, or follows it."""

    number: int
    following: bool = False

    @property
    def unit(self) -> str:
        """Return whether it is a month or a season."""
        return "month" if self.number <= _MONTHS else "season"

    def at(self, clock: Clock) -> str | None:
        """Return it in the year of the last time, in the next one where it lies before that."""
        base = None if clock.anchor is None else calendar.first_day(clock.anchor)
        if base is None or clock.anchor is None:
            return None
        mine = calendar.first_day(f"{base.year:04d}-{self.number:02d}")
        if mine is None:
            return None
        dated = len(clock.anchor) > _YEAR
        behind = mine <= base.replace(day=1) if self.following else mine < base.replace(day=1)
        return f"{base.year + (behind if dated else self.following):04d}-{self.number:02d}"


@dataclass(frozen=True, slots=True)
class YearlyPeriod:
    """Stand for a quarter or half of a year that is not named: `first` is its first month."""

    first: int
    size: int
    unit: str = "quarter"
    year_offset: int | None = None

    def at(self, clock: Clock) -> str | None:
        """Return the latest one that has begun by publication, the next one in the future."""
        today = clock.published
        if today is None:
            return None
        year = today.year + (self.year_offset or 0)
        if self.year_offset is None and clock.future:
            year += today.month >= self.first + self.size
        elif self.year_offset is None:
            year -= today.month < self.first
        return calendar.months(year, self.first, self.size) if year > 0 else None


@dataclass(frozen=True, slots=True)
class DayOfMonth:
    """Stand for « mardi 15 » or « the 15th of next month »: a day whose month is not named."""

    day: int
    weekday: int | None = None
    month_offset: int | None = None
    unit: str = "day"

    def at(self, clock: Clock) -> str | None:
        """Return the nearest month's day that fits the weekday, earlier months first unless in the future."""
        today = clock.published
        if today is None:
            return None
        if self.month_offset is not None:
            return _iso(self._in_month(today, self.month_offset))
        offsets = (0, 1, 2) if clock.future else (0, -1, 1)
        for offset in offsets:
            day = self._in_month(today, offset)
            if day is not None and self._fits(day, today, future=clock.future or offset == 1):
                return day.isoformat()
        return None

    def _in_month(self, today: date, offset: int) -> date | None:
        month = calendar.shift(today.replace(day=1), offset, "month")
        return None if month is None else calendar.make(month.year, month.month, self.day)

    def _fits(self, day: date, today: date, *, future: bool) -> bool:
        """Tell whether the weekday agrees; without a weekday the direction decides."""
        if self.weekday is not None:
            return day.weekday() == self.weekday and abs(day - today) < timedelta(days=40)
        return day >= today if future else day <= today


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """Stand for « the first Friday of this (last, next) month »; -1 is the last one."""

    weekday: int
    nth: int
    month_offset: int
    unit: str = "day"

    def at(self, clock: Clock) -> str | None:
        """Return the day, or None where the month has no such day."""
        if clock.published is None:
            return None
        month = calendar.shift(clock.published.replace(day=1), self.month_offset, "month")
        return None if month is None else _iso(calendar.nth_weekday(month.year, month.month, self.weekday, self.nth))


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
