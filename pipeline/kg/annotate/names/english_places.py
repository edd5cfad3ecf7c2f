"""Spots English places by their heads: "Gulf of the Farallones National Marine Sanctuary", "Palace of Westminster"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.english_bodies import CAPITAL, row
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import lexicon, places
from kg.lexicon.whole_words import whole_words
from kg.model import EntityType, Span

_HEADED: Final = re.compile(
    r"(?<![\w-])(?:Gulf|Bay|Straits?|Cape|Isles?|Sea|Palace|Tower|Temple|Basilica|Mausoleum|Caves?|Forest|Free State)"
    rf" of (?:the )?(?={CAPITAL})"
)
PROTECTED: Final = re.compile(
    r"(?:National|State|Provincial|Marine|Wildlife|Nature|Game|Forest|Biosphere|Bird|Desert|Coastal)"
    r"(?: (?:Marine|Wildlife|Forest|Historic|Historical|Recreation|Scenic|Game|Nature|Heritage|Memorial))?"
    r" (?:Sanctuary|Refuge|Monument|Reserve|Preserve|Wilderness|Seashore|Grassland|Area|Battlefield|Park|Forest|Site)$"
)


# "Grauman's Egyptian Theatre"
_FOUNDED: Final = re.compile(
    r"(?<![\w-])(?P<founder>[A-Z][a-z]{3,})['’]s (?:[A-Z][a-z]+ ){0,2}"
    r"(?:Theat(?:re|er)|Playhouse|Opera House|Music Hall|Cinema|Ballroom|Auditorium)(?![\w'’-])"
)


# "St. Paul", which the stop would cut in two
_SAINTLY: Final = re.compile(
    r"(?<![\w-])St\. (?:Paul|Louis|Petersburg|Albans|Helens|Helier|Andrews|Ives|Austell|Moritz|Gallen|Tropez|Cloud"
    r"|Catharines|Lucia|Kitts|Croix|John['’]s|Charles|Joseph|George['’]s)(?![\w-]| (?:[A-Z]|and the ))(?!['’]s [A-Z])"
)


def english_places(text: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing shorter inside them is a name of its own."""
    for match in _HEADED.finditer(text):
        end = row(text, match.end())
        name = text[match.start() : end]
        rest = text[match.end() : end].split()
        one = len(rest) == 1 or (rest and rest[-1].lower() in lexicon()["place_words"]) or PROTECTED.search(name)
        if one and name not in known_by_form():
            yield firm_name(Span(match.start(), end), EntityType.PLACE, "rule:place-of")
    yield from _founded(text)
    for match in _SAINTLY.finditer(text) if "St" in text else ():
        yield firm_name(Span(*match.span()), EntityType.PLACE, "rule:place-saint")


def _founded(text: str) -> Iterator[Candidate]:
    """Yield a house with its founder's name, where the text has that name nowhere else."""
    for match in _FOUNDED.finditer(text):
        founder = match["founder"]
        known = founder in places() or founder in known_by_form() or founder in lexicon()["function_words"]
        if not known and all(text.startswith(("'s", "’s"), at + len(founder)) for at in whole_words(text, founder)):
            yield firm_name(Span(*match.span()), EntityType.ORGANIZATION, "rule:place-of")
