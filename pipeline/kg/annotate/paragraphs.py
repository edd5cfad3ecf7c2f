"""Cuts a text into paragraphs, the unit that is parsed at once."""

import re

from kg.annotate.datelines import dateline_end
from kg.model import Span

LONGEST = 4000  # characters; a longer paragraph is cut after a sentence, so that memory stays bounded
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?…][\"»”)]*\s+(?=[A-ZÀ-Ý«\"“])")


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the lines of the text that hold more than white space; a dateline apart, very long ones in pieces."""
    spans: list[Span] = []
    for match in _LINE.finditer(text):
        if match.group().strip():
            start = match.start() + dateline_end(match.group())
            if start > match.start():
                spans.append(Span(match.start(), start))
            spans.extend(_pieces(text, start, match.end()))
    return tuple(spans)


def _pieces(text: str, start: int, end: int) -> list[Span]:
    pieces = []
    while end - start > LONGEST:
        stops = [match.end() for match in _STOP.finditer(text, start, start + LONGEST)]
        blank = text.rfind(" ", start + 1, start + LONGEST)
        cut = stops[-1] if stops else blank + 1 if blank > 0 else start + LONGEST
        pieces.append(Span(start, cut))
        start = cut
    return [*pieces, Span(start, end)]
