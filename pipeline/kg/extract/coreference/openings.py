"""Tells whom a clause that opens a sentence bars: « Nommé par Paul Martin, il … » is another."""

from typing import Final

from kg.extract.grammar.voice import is_participle
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# What only things are that somebody made: « Intitulé « La Paix », il raconte … »
_OF_WORKS: Final = ("intitulé", "titré", "paru", "diffusé", "rédigé", "tourné", "imprimé", "scénarisé", "coécrit")
_THINGS: Final = (EntityType.WORK, EntityType.EVENT, EntityType.OTHER)


def behind_opening(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return Martin of « Nommé par Paul Martin, il … », « l'ancien maire … »: what opens so tells of another."""
    verb = sentence.head(token)
    if verb is None or not token.dep.startswith("nsubj") or reading.language != "fr":
        return set()
    openings = opening_participles(sentence, token)
    if any(one.lower.removesuffix("e") in _OF_WORKS for one in openings):
        return {i for i, entity in reading.entities.items() if entity.type not in _THINGS}
    below = [t for one in openings for t in sentence.children(one, "obl")]
    return {r.entity for t in below for r in reading.referents(sentence, t)}


def opening_participles(sentence: Sentence, token: Token) -> list[Token]:
    """Return « nommé » of « Nommé en mai par Dubois, l'ancien président … »: what goes on about its noun."""
    verb = sentence.head(token)
    before = sentence.children(verb, "advcl", "acl") if verb is not None else ()
    return [t for t in before if t.index < token.index and is_participle(t)]
