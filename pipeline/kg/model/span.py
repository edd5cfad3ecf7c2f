"""A stretch of a document's text."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Hold a half-open range of Unicode code points in a document's text.

    >>> Span(5, 9).of("Elon Musk")
    'Musk'
    """

    start: int
    end: int

    def __reduce__(self) -> tuple[type["Span"], tuple[int, int]]:
        """Say how to make it again: where it is compiled, a frozen class cannot be filled after it was made."""
        return Span, (self.start, self.end)

    @classmethod
    def over(cls, spans: "Sequence[Span]") -> "Span":
        """Return the span from where the first of several begins to where the last one ends.

        >>> Span.over([Span(5, 9), Span(0, 4)])
        Span(start=0, end=9)
        """
        return cls(min(span.start for span in spans), max(span.end for span in spans))

    def of(self, text: str) -> str:
        """Return the characters of the text that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end
