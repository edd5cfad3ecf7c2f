"""The value that the quantity task returns."""

from dataclasses import dataclass
from typing import Literal

from kg.model import Amount, Span

Kind = Literal["money", "percent", "count", "age", "measure", "duration", "ordinal"]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold one quantity of a text; the span takes in its qualifier, currency and unit."""

    span: Span
    amount: Amount
    kind: Kind
