"""Parts sentences between which a web page has lost the blank: « (Rhône).En 2017 », « le parti LREM.C'est … ».

Behind a small letter the tokenizers part them themselves.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.model import Span

_GLUED: Final = re.compile(
    r"(?:(?<=[\d)»\"”][.!?])|(?<=[A-ZÉ][A-ZÉ][.!?]))(?=[«“\"]?[A-ZÉÀÈÊÎÔ](?:[a-zà-ÿ'’]|(?<=[)»\"”].[A-ZÉÀ])[A-Z]))"
)


def glued(text: str, within: Span) -> Iterator[Span]:
    """Yield where such blanks are missing in a stretch of text."""
    yield from (Span(found.start(), found.start()) for found in _GLUED.finditer(text, within.start, within.end))


@dataclass(frozen=True, slots=True)
class Spaced:
    """Hold a text with the blanks put in, and where they stand in it, ascending."""

    text: str
    blanks: tuple[int, ...]

    def original(self, offset: int) -> int:
        """Return the offset in the text as it was."""
        return offset - bisect_left(self.blanks, offset)


def spaced(text: str) -> Spaced:
    """Return a text with the blanks, which no name goes across."""
    places = [one.start for one in glued(text, Span(0, len(text)))]
    parts = [text[start:end] for start, end in zip([0, *places], [*places, len(text)], strict=True)]
    return Spaced(" ".join(parts), tuple(place + before for before, place in enumerate(places)))
