"""Spots in French text the bodies that keep their English name: « l'American Federation of Teachers »."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.english_bodies import headed
from kg.lexicon.tables import first_names
from kg.model import EntityType, Span

_JOINED: Final = re.compile(r"[A-Z][\w-]+ (?:of|for) (?:the )?[A-Z]")
_ARTICLE: Final = re.compile(r"(?:[LD]['’]|(?:Les?|La|Des|Du|Au|À|Pour|Selon|Chez|Avec|Dans) (?:l['’])?)")


def english_in_french(text: str) -> Iterator[Candidate]:
    """Yield such names, firm, without the French article that opens a sentence before them."""
    if _JOINED.search(text) is None:
        return
    for span in headed(text):
        article = _ARTICLE.match(text, span.start, span.end)
        start = article.end() if article is not None else span.start
        words = text[start : span.end].split()
        if len(words) > 2 and _JOINED.search(text, start, span.end) and words[0] not in first_names():
            yield firm_name(Span(start, span.end), EntityType.ORGANIZATION, "rule:english-body")
