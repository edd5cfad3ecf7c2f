"""Reads a name's kind from the trade right before it, « l'animateur Nagui », and from whom one speaks to.

« a-t-il affirmé à Midi Olympique » names a paper where no table knows a place or person of that name.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import parties
from kg.lexicon.tables import demonyms, lexicon, person_nouns, places
from kg.model import EntityType

_ONE_OF_TRADE: Final = re.compile(
    r"\b(?:[Ll][ea] |[Ll]['’]|[Dd]u |[Aa]u |[Dd]e l['’]|[Àà] l['’]|[Uu]ne? |[Cc]ette |[Cc]et? )"
    r"([a-zà-öø-ÿ]{4,})[ \u00a0]$"
)
# « a-t-il affirmé à Midi Olympique », « a-t-elle confié mardi au Progrès »: to papers, where no person is known
_TOLD_TO: Final = re.compile(
    r"(?:\ba|\bavait|-il|-elle) (?:déclaré|affirmé|confié|indiqué|expliqué|assuré|dit|raconté|précisé|révélé|lâché)"
    r"(?: [a-z]+di)? (?:à (?:la |l['’])?|au |aux )$"
)
_TO: Final = ("à ", "à la ", "à l'", "à l’", "au ", "aux ")
_ITSELF: Final = re.compile(r", [A-ZÀ-Þ][a-zà-ÿ-]+ [A-ZÀ-Þ]")  # « la présentatrice Télé, Anne Dubois, »
_MOVEMENTS: Final = frozenset("Ensemble Renaissance Reconquête Horizons Insoumis Télé Radio Web".split())
# Nouns for people that firms go by as well
_EITHER: Final = frozenset("concurrent exploitant éditeur fournisseur promoteur leader rival opérateur".split())


def traded(before: str, after: str, name: str) -> Iterator[tuple[EntityType, float]]:
    """Yield person behind a trade, organization for what a paper is told, with a weight each."""
    if before.endswith(_TO) and _TOLD_TO.search(before) and name not in places():
        yield EntityType.ORGANIZATION, 2.8
    if " " not in name and not _ITSELF.match(after) and _so_called(before, name):
        yield EntityType.PERSON, 3.5


def _so_called(before: str, name: str) -> bool:
    """Tell « l'animateur Nagui », « la rappeuse Shay »: a noun for people right before an unknown name."""
    found = _ONE_OF_TRADE.search(before)
    if (
        found is None
        or not name.istitle()
        or name in known_by_form()
        or name in places()
        or name in demonyms() | _MOVEMENTS
    ):
        return False
    noun = found[1]
    body = noun in lexicon()["before:Organization"] or noun in lexicon()["before:Place"] or noun in _EITHER
    return noun in person_nouns() and not body and name.lower() not in parties("fr")
