"""Leaves out what models take for names in headings that are all capitals: « UN HOMMAGE DISCUTABLE ET DISCUTÉ ».

A capital says nothing there. What the text names elsewhere too, or a table knows, stays: « CE QUE MACRON EN PENSE ».
"""

import re
from collections.abc import Iterable
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import lexicon, places
from kg.model import Discarded, Span

_WORD: Final = r"[A-ZÀ-ÖØ-Þ0-9][A-ZÀ-ÖØ-Þ0-9.’'-]*"
_ROW: Final = re.compile(rf"(?<![\w’'-]){_WORD}(?:[ \u00a0,:«»\"()?!-]+{_WORD})+(?![\w’'-])")
_LEAST: Final = 3  # words, at least one of which is as small as « de »
_SURE: Final = ("known:", "rule:handle", "rule:quoted", "rule:group")
REASON: Final = "in a heading that is all capitals"


def outside_headings(text: str, candidates: Iterable[Candidate]) -> tuple[list[Candidate], list[Discarded]]:
    """Return the candidates that such headings do not hold, or that are named elsewhere, and the others as left out."""
    headings = [span for found in _ROW.finditer(text) if _heading(text, span := Span(*found.span()))]
    if not headings:
        return list(candidates), []
    kept: list[Candidate] = []
    left_out: dict[Span, Discarded] = {}
    for candidate in candidates:
        inside = next((h for h in headings if h.contains(candidate.span)), None)
        name = candidate.span.of(text)
        small = name.lower() in lexicon()["function_words"]  # « UN HOMMAGE » is no word of the United Nations
        if inside is None or (not small and (candidate.by.startswith(_SURE) or _known(text, name, headings))):
            kept.append(candidate)
        else:
            left_out[candidate.span] = Discarded(name, REASON, candidate.span)
    return kept, list(left_out.values())


def _heading(text: str, span: Span) -> bool:
    words = re.findall(r"[^\W\d_]+", span.of(text))
    small = [word for word in words if word.lower() in lexicon()["function_words"]]
    return len(words) >= _LEAST and bool(small) and any(len(word) > _LEAST for word in words)


def _known(text: str, name: str, headings: list[Span]) -> bool:
    """Tell a name that stands outside of the headings too, or is in a table: « FRANCE »."""
    if name in known_by_form() or name in places() or name.title() in places():
        return True
    elsewhere = (m.start() for m in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, re.IGNORECASE))
    return any(text[at].isupper() and not any(h.start <= at < h.end for h in headings) for at in elsewhere)
