"""Intervals between two times, where one bound can lend its year to the other."""

from dataclasses import dataclass, replace

from kg.extract.time import calendar
from kg.extract.time.meaning import Clock, Meaning, Weekday
from kg.extract.time.yearly import Yearly


def start_of(value: str | None) -> str | None:
    """Return the first part of an interval, or the value itself."""
    return None if value is None else value.split("/")[0]


def end_of(value: str | None) -> str | None:
    """Return the last part of an interval, or the value itself."""
    return None if value is None else value.split("/")[-1]


def is_floating(meaning: Meaning) -> bool:
    """Tell whether the meaning leaves its year or week open."""
    return isinstance(meaning, Yearly | Weekday) and meaning.which is None


@dataclass(frozen=True, slots=True)
class Between:
    """Stand for an interval; a bound without a year takes it from the other one; None is an open bound."""

    left: Meaning | None
    right: Meaning | None
    unit: str = "interval"

    def at(self, clock: Clock) -> str | None:
        """Return `first/last`, `first/..` or `../last`."""
        if self.left is None or self.right is None:
            return self._open(clock)
        if is_floating(self.right) and not is_floating(self.left):
            left = start_of(self.left.at(clock))
            right = end_of(self.right.at(_at_day(clock, left, future=True)))
        else:
            right = end_of(self.right.at(clock))
            inner = _at_day(clock, right, future=False) if is_floating(self.left) else clock
            left = start_of(self.left.at(inner))
        return f"{left}/{right}" if left and right and _in_order(left, right) else None

    def _open(self, clock: Clock) -> str | None:
        left = None if self.left is None else start_of(self.left.at(clock))
        right = None if self.right is None else end_of(self.right.at(clock))
        return f"{left or '..'}/{right or '..'}" if left or right else None


def _at_day(clock: Clock, value: str | None, *, future: bool) -> Clock:
    day = None if value is None else calendar.first_day(value)
    return clock if day is None else replace(clock, published=day, future=future)


def _in_order(left: str, right: str) -> bool:
    first, last = calendar.first_day(left), calendar.first_day(right)
    return first is None or last is None or first <= last or right.startswith(left[:4])
