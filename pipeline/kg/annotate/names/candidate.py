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


def firm_name(span: Span, kind: EntityType, by: str) -> Candidate:
    """Return the vote of a rule for a name of fixed shape: nothing shorter inside it is a name of its own."""
    return Candidate(span, kind, 4.0, by, firm=True)
