"""Spots in French text names with an English genitive, which no French word has: « Emily's List », « Macy's »."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import lexicon
from kg.model import EntityType, Span

_GENITIVE: Final = re.compile(
    r"(?<![\w'’-])(?P<owner>[A-Z][a-zà-ÿ]{2,})['’]s(?P<rest>(?: [A-Z][\w-]+){0,3})(?![\w'’-])"
)
_CAPITAL_BEFORE: Final = re.compile(r"[A-Z][\w&.-]*[ \u00a0]$")
_ENGLISH: Final = frozenset("it that let he she what there here who where how today one".split())


def english_possessives(text: str) -> Iterator[Candidate]:
    """Yield such names; what somebody in the text owns, « Trump's America », is no body."""
    for match in _GENITIVE.finditer(text):
        owner, small = match["owner"], match["owner"].lower()
        if _CAPITAL_BEFORE.search(text, max(0, match.start() - 20), match.start()) is not None:
            continue  # « RM Sotheby's »
        if small in _ENGLISH or small in lexicon()["function_words"] or owner in known_by_form():
            continue
        if not re.search(rf"(?<![\w-]){owner}(?!['’]s)(?![\w-])", text):
            yield Candidate(Span(*match.span()), EntityType.ORGANIZATION, 1.5, "rule:english-genitive", firm=True)
