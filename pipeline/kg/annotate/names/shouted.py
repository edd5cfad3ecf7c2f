"""Leaves out what models take for names in headings that are all capitals: « UN HOMMAGE DISCUTABLE ET DISCUTÉ ».

A capital says nothing there. What the text names elsewhere too, or a table knows, stays: « CE QUE MACRON EN PENSE ».
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import lexicon, places
from kg.model import Discarded, Span

_WORD: Final = r"[A-ZÀ-ÖØ-Þ0-9][A-ZÀ-ÖØ-Þ0-9.’']*"  # hyphens part words, so that there is one way to read them
_ROW: Final = re.compile(rf"(?<![\w’'-]){_WORD}(?:[ \u00a0,:«»\"()?!-]+{_WORD})+-*(?![\w’'-])")
_LEAST: Final = 3  # words, at least one of which is as small as « de »
_SURE: Final = ("known:", "rule:handle", "rule:quoted", "rule:group")
REASON: Final = "in a heading that is all capitals"


def outside_headings(text: str, candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Discarded]]:
    """Return the candidates that such headings do not hold, or that are named elsewhere, and the others as left out."""
    headings = [span for found in _ROW.finditer(text) if _heading(text, span := Span(*found.span()))]
    if not headings:
        return list(candidates), []
    starts, elsewhere = [heading.start for heading in headings], outside(text, headings)
    kept: list[Candidate] = []
    left_out: dict[Span, Discarded] = {}
    for candidate in candidates:
        at = bisect_right(starts, candidate.span.start) - 1
        inside = at >= 0 and headings[at].contains(candidate.span)
        name = candidate.span.of(text)
        small = name.lower() in lexicon()["function_words"]  # « UN HOMMAGE » is no word of the United Nations
        if not inside or (not small and (candidate.by.startswith(_SURE) or _known(name, elsewhere))):
            kept.append(candidate)
        else:
            left_out[candidate.span] = Discarded(name, REASON, candidate.span)
    return kept, list(left_out.values())


def _heading(text: str, span: Span) -> bool:
    words = re.findall(r"[^\W\d_]+", span.of(text))
    small = [word for word in words if word.lower() in lexicon()["function_words"]]
    return len(words) >= _LEAST and bool(small) and any(len(word) > _LEAST for word in words)


def outside(text: str, headings: list[Span]) -> str:
    """Return what stands outside of the headings, so that a text all in capitals is not read again for each word."""
    edges = [0, *(edge for heading in headings for edge in (heading.start, heading.end)), len(text)]
    return "\n".join(text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))


def _known(name: str, elsewhere: str) -> bool:
    """Tell a name that stands outside of the headings too, or is in a table: « FRANCE »."""
    if name in known_by_form() or name in places() or name.title() in places():
        return True
    found = re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", elsewhere, re.IGNORECASE)
    return any(elsewhere[match.start()].isupper() for match in found)
