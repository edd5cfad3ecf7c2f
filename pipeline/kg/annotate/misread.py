"""Finds French words that the parser takes for others, and what it reads in their place: « jeune pousse »."""

import re
from collections.abc import Iterator
from typing import Final

from kg.model import Span

_FIRM: Final = re.compile(
    r"(?<![\w-])(?:(?<=\b[Jj]eune )pousse|(?<=\b[Jj]eunes )pousses|start-ups?|startups?)(?![\w-])"
)


def misread(text: str, within: Span) -> Iterator[tuple[Span, str]]:
    """Yield the words in a stretch of text, each with one of the same number and gender that the parser knows."""
    for found in _FIRM.finditer(text, within.start, within.end):
        yield Span(*found.span()), "sociétés" if found.group().endswith("s") else "société"
