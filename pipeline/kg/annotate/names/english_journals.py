"""Spots the journals and papers that something is published in, whose names are common words."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.english_bodies import CAPITAL, LIKE_FIELD, is_listed, person
from kg.lexicon.tables import lexicon, listed, places
from kg.model import EntityType, Span

_DAY: Final = (
    r"(?!\w+day\b|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)"
)
# "published today in Frontiers in Ecology", "appears in the journal Cell Reports"
_JOURNAL: Final = re.compile(
    r"\b(?P<verb>published|appear(?:s|ed|ing)?|described|reported)(?: (?:[a-z]+|[A-Z][a-z]+day)){0,3} in "
    r"(?P<said>the (?:[a-z]+ )?journal )?"
    rf"(?P<name>{CAPITAL}(?:(?: (?:in|of|and|&|for|the|on))* {_DAY}{CAPITAL})+)(?![\w-])"
)
_PAPERS: Final = frozenset(
    """journal magazine review monthly weekly daily quarterly times post news press herald gazette chronicle tribune
    observer society bulletin letters reports""".split()
)


def english_journals(text: str) -> Iterator[Candidate]:
    """Yield what something is published in, no town, court or month."""
    for match in _JOURNAL.finditer(text):
        name = match["name"]
        words = name.split()
        known = words[0].lower() in lexicon()["calendar"] or words[0] in places() or name in places()
        apart = match["said"] is None and (_two(words) or (match["verb"] != "published" and _somewhere(words[-1])))
        if not (known or apart or person(name)):
            kind = EntityType.ORGANIZATION if name.startswith("The ") else EntityType.WORK
            yield firm_name(Span(*match.span("name")), kind, "rule:journal")


def _two(words: list[str]) -> bool:
    """Tell "in Nouméa and Dumbéa", "in Lagos and Port Harcourt" from "in Ecology and Evolution"."""
    if "and" not in words:
        return False
    ends = (words[0], words[words.index("and") - 1], words[-1])
    return any(is_listed(word) for word in words) or not all(LIKE_FIELD.search(word) for word in ends)


def _somewhere(last: str) -> bool:
    """Tell "appeared in Snaresbrook Crown Court", "in Tahrir Square" from "appeared in Cell Reports"."""
    return last.lower() in listed("place_words", "organization_words", "event_words") - _PAPERS
