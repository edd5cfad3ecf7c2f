"""Finds the ministry that a minister heads and the union that a European commissioner serves, named elsewhere.

« La ministre des Transports Agnès Roland a quitté … la démission du ministère des Transports » · « la commissaire
européenne à la Concurrence » in a text that names the Commission.
"""

from typing import Final

from kg.extract.frames.site import Site
from kg.extract.grammar.voice import is_participle
from kg.extract.reading import Reading
from kg.lexicon.tables import fold
from kg.model import EntityType, Participant

_MINISTERS: Final = ("ministre", "ministres")
_MINISTRY: Final = "ministere "
_EUROPEAN: Final = ("européen", "européenne")
_SERVANTS: Final = ("commissaire", "chef", "cheffe", "haute", "haut", "présidente", "président")
_UNIONS: Final = ("commission europeenne", "union europeenne")


def ministry(reading: Reading, site: Site) -> list[Participant]:
    """Return the ministry of the portfolio behind « ministre »; no one at whose side he is (« délégué »)."""
    if site.token.lower not in _MINISTERS:
        return _union(reading, site)
    rest = fold(reading.text[site.token.span.end : site.sentence.span.end]).lstrip()
    found = [
        e
        for e in reading.of_type(EntityType.ORGANIZATION)
        if (name := fold(e.name)).startswith(_MINISTRY) and _begins(rest, name.removeprefix(_MINISTRY))
    ]
    deputy = any(is_participle(t) for t in site.sentence.children(site.token, "acl", "amod"))
    return [Participant(found[0].name, found[0].id, found[0].type)] if len(found) == 1 and not deputy else []


def _begins(rest: str, portfolio: str) -> bool:
    """Tell whether the words behind the title are those of the portfolio, whole."""
    return rest.startswith(portfolio) and not rest[len(portfolio) : len(portfolio) + 1].isalnum()


def _union(reading: Reading, site: Site) -> list[Participant]:
    """Return the Commission or the Union of « le commissaire européen », « la cheffe de la diplomatie européenne »."""
    words = (site.token, *site.words)
    below = [t for w in words for t in site.sentence.children(w, "amod", "nmod")]
    below += [t for noun in below if noun.lower == "diplomatie" for t in site.sentence.children(noun, "amod")]
    if site.token.lower not in _SERVANTS or not any(t.lower in _EUROPEAN for t in (*below, *site.words)):
        return []
    named = {fold(form): e for e in reading.of_type(EntityType.ORGANIZATION) for form in (e.name, *e.aliases)}
    found = [named[union] for union in _UNIONS if union in named]
    return [Participant(e.name, e.id, e.type) for e in found[:1]]
