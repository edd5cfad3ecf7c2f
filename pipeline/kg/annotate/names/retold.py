"""Cuts names out of headlines in which every word has a capital: the article below shows what is a name there.

Of "Obama Designates Atlantic Areas" models and capitals make one person; the article has "Obama" and "the Atlantic".
"""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.shouted import outside
from kg.annotate.title_case import title_cased
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import COUNTRY, places
from kg.lexicon.whole_words import stands
from kg.model import Discarded, Span

_SURE: Final = ("known:", "rule:handle", "rule:quoted")
_TOKEN: Final = re.compile(r"[^\s:;,?!]+?(?=['’]s?\b|[\s:;,?!]|$)")
REASON: Final = "in a headline that has a capital on every word"


def retold(
    text: str, candidates: Iterable[Candidate], paragraphs: tuple[Span, ...]
) -> tuple[list[Candidate], list[Discarded]]:
    """Return the candidates, less what of such headlines the article does not tell again, and that as left out."""
    headlines = [line for line in paragraphs if title_cased(text, line)]
    if not headlines:
        return list(candidates), []
    starts, article = [line.start for line in headlines], outside(text, headlines)
    is_name = cache(lambda form: _name(form, article))
    kept: list[Candidate] = []
    left_out: dict[Span, Discarded] = {}
    for candidate in candidates:
        at = bisect_right(starts, candidate.span.start) - 1
        sure = at < 0 or candidate.by.startswith(_SURE) or not headlines[at].contains(candidate.span)
        parts = [candidate.span] if sure else list(_named(text, candidate.span, is_name))
        if not parts:
            left_out[candidate.span] = Discarded(candidate.span.of(text), REASON, candidate.span)
        kind = candidate.type if len(parts) == 1 else None
        kept += [
            candidate if part == candidate.span else Candidate(part, kind, candidate.weight, candidate.by)
            for part in parts
        ]
    return kept, list(left_out.values())


def _named(text: str, span: Span, is_name: Callable[[str], bool]) -> Iterator[Span]:
    """Yield the longest rows of the span's words that the article has as names, or that a table knows."""
    words = [Span(*found.span()) for found in _TOKEN.finditer(text, span.start, span.end)]
    behind = span.start
    for at, word in enumerate(words):
        rows = (Span(word.start, last.end) for last in reversed(words[at:]))
        row = next((row for row in rows if is_name(row.of(text))), None) if word.start >= behind else None
        if row is not None:
            yield row
            behind = row.end


def _name(form: str, article: str) -> bool:
    if " " in form or not form.istitle():
        return stands(article, form) or form in known_by_form() or form in places()
    if stands(article, form.lower()):
        return False
    found = re.search(rf"(?<=[\w,] ){re.escape(form)}\b", article)
    return found is not None or form in known_by_form() or places().get(form, 0.0) >= COUNTRY
