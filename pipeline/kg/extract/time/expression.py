"""The value that the time task returns."""

from dataclasses import dataclass
from typing import Literal

from kg.model import Span

Kind = Literal[
    "date", "month", "year", "week", "weekend", "quarter", "season", "decade", "century", "interval",
    "time", "relative", "duration", "set", "age",
]  # fmt: skip
Direction = Literal["past", "future"]
Part = Literal["start", "middle", "end", "morning", "noon", "afternoon", "evening", "night"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Hold one expression of time in a text.

    `value` is EDTF (ISO 8601-2) or None where it cannot be known; `future_value` is the value where the
    clause speaks of the future (« mardi » in « sera reçu mardi »); `granularity` is day, week, month … even
    where `part` narrows it (« début mars »); `needs_anchor` tells that the value leans on the publication
    date or on another date of the text; `direction` is said by the expression itself (« prochain »);
    `clock` is a time of the day, HH:MM; `away` is how far what stands behind lies from what is told (« deux
    jours après sa mort »: -2 days).
    """

    span: Span
    kind: Kind
    value: str | None
    granularity: str | None
    needs_anchor: bool
    future_value: str | None = None
    direction: Direction | None = None
    part: Part | None = None
    clock: str | None = None
    away: tuple[int, str] | None = None
