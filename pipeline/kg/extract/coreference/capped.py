"""Resolves "The Ghana midfielder": the player named last, unless the text says that he is of another country."""

from typing import Final

from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import countries
from kg.lexicon.tables import COUNTRY, places
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

PLAYERS: Final = frozenset(
    """goalkeeper defender midfielder striker winger forward full-back fullback centre-back left-back right-back
    playmaker fly-half scrum-half prop hooker flanker lock centre wicketkeeper batsman batter bowler all-rounder
    spinner paceman sprinter international""".split()
)
_LEADING: Final = frozenset("manager coach referee boss chairman president director captain owner".split())
_STATES: Final = ("Georgia",)
_TEAMS: Final = ("England", "Scotland", "Wales", "Northern Ireland", "Republic of Ireland")


def capped(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return whom "The Ghana midfielder" takes up: who was named last in the sentence before."""
    if reading.language != "en" or token.lower not in PLAYERS or token.plural:
        return ()
    land = land_of(sentence, token)
    definite = any(c.lower == "the" for c in sentence.children(token, "det"))
    if land is None or not definite or any(sentence.children(token, "appos")):
        return ()
    peoples = set(countries("en"))
    own = {adjective for adjective, country in countries("en").items() if country == land.text}
    for seen in salience.newest(1):
        entity = reading.entities[seen.entity]
        if entity.type is not EntityType.PERSON or reading.roles.get(seen.entity, set()) & _LEADING:
            continue
        told = {word for word, _ in reading.described.get(seen.entity, ())} & peoples
        if not told or told & own:
            return (Reference(seen.entity, "nominal", "the player named last", seen.span),)
    return ()


def land_of(sentence: Sentence, noun: Token) -> Token | None:
    """Return the country that a player plays for: "the Ghana midfielder", "Ghana midfielder Kofi Mensah"."""
    before = (t for t in sentence.children(noun, "compound") if t.name is not None and t.text not in _STATES)
    lands = (t for t in before if t.text in _TEAMS or places().get(t.text, 0.0) >= COUNTRY)
    return next((t for t in lands if t.index < noun.index), None)
