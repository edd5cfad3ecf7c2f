"""A stretch of text that somebody takes for a name."""

from dataclasses import dataclass

from kg.model import EntityType, Span


@dataclass(frozen=True, slots=True)
class Candidate:
    """Hold a vote: this span is a name, of this type (None: no opinion), with this weight; `by` is the voter."""

    span: Span
    type: EntityType | None
    weight: float
    by: str
    firm: bool = False  # a firm span is kept as it is: handles, quoted names, known names
