"""Spots French firms that open a sentence, which nobody else has seen: « Technicolor affiche une perte ».

A capital says nothing there: what only firms do behind it tells the name.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.firms import FIRM_ACTS
from kg.lexicon.tables import demonyms, lexicon, person_nouns
from kg.lexicon.whole_words import stands
from kg.model import EntityType, Span

_OPENING: Final = re.compile(r"(?:^|\n|[.!?»] )(?P<name>[A-ZÀ-Þ][a-zà-ÿ]{2,}[\w-]*)(?=[ \u00a0][a-zà-ÿ])")
_TOLD: Final = 1.0


def opening_firms(text: str) -> Iterator[Candidate]:
    """Yield the single words that open a sentence and do what firms do."""
    lists = lexicon()
    for found in _OPENING.finditer(text):
        word = found["name"].lower()
        common = word in lists["function_words"] or word in lists["common_capitals"] or word in person_nouns()
        if common or found["name"] in demonyms() or not FIRM_ACTS.match(text, found.end("name")):
            continue
        if not stands(text, word, beside="-/"):
            yield Candidate(Span(*found.span("name")), EntityType.ORGANIZATION, _TOLD, "rule:opening-firm")
