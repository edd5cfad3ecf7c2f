"""Tells the firm that somebody comes from: of "Hill joined Novatel from Ford" the text goes on with Novatel."""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.ranking.sought import Anaphor
from kg.extract.coreference.salience import Salience
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.model import EntityType

_COMING: Final = frozenset("joined joins moved came switched arrived signed hired recruited poached".split())
_NEAR: Final = 2  # sentences


def left_behind(reading: Reading, sought: Anaphor, salience: Salience) -> Iterator[str]:
    """Yield the bodies that were last spoken of as where somebody comes from, who joins another."""
    if reading.language != "en" or not sought.noun or sought.kind is None:
        return
    for seen in salience.newest(_NEAR) if sought.kind.type is EntityType.ORGANIZATION else ():
        if not seen.dep.startswith(("obl", "nmod")) or salience.latest(seen.entity) is not seen:
            continue
        told = reading.annotation.sentences[seen.verb[0]]
        verb = told.tokens[seen.verb[1]]
        joined = told.children(verb, "obj", "obl", "nmod") if verb.lower in _COMING else ()
        others = any(r.entity != seen.entity for t in joined for r in reading.referents(told, t))
        if others and preposition(told, told.tokens[seen.position]) == "from":
            yield seen.entity
