"""Resolves "his country" by the land whose post its owner holds, "the Gulf state" by where such lands lie."""

from typing import Final

from kg.extract.coreference.behind import peoples_of
from kg.extract.coreference.ranking.sizes import COUNTRIES, LANDS
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.lexicon.peoples import countries
from kg.lexicon.tables import COUNTRY, fold, places
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_LATE: Final = 8  # sentences
_OURS: Final = frozenset("our my notre mon".split())
# What lands the press calls by the waters and mountains around them.
_AROUND: Final = {
    "gulf": "saudi arabia,qatar,united arab emirates,uae,kuwait,bahrain,oman",
    "baltic": "estonia,latvia,lithuania",
    "nordic": "sweden,norway,denmark,finland,iceland",
    "scandinavian": "sweden,norway,denmark",
    "balkan": "serbia,albania,bosnia,bosnia and herzegovina,kosovo,montenegro,north macedonia,croatia,bulgaria",
    "caribbean": "cuba,haiti,jamaica,dominican republic,bahamas,barbados,trinidad and tobago,grenada,dominica",
    "sahel": "mali,niger,burkina faso,chad,mauritania",
    "andean": "bolivia,peru,ecuador,colombia,chile",
    "alpine": "austria,switzerland,slovenia",
}


def land_told(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...] | None:
    """Return which land such a noun says it is, nobody where the text does not name that, None for other nouns."""
    if token.lower not in LANDS or token.plural:
        return None
    own = _own_land(reading, sentence, token)
    return own if own is not None else _of_region(reading, sentence, token, salience)


def speakers_land(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Kenya for "our country" in words said in a text that speaks of no other land, by name or adjective."""
    ours = token.lower in COUNTRIES and any(c.lower in _OURS for c in sentence.children(token, "nmod:poss", "det"))
    if not ours or (sentence.inside is None and token.quote is None):
        return ()
    named = [e for e in reading.of_type(EntityType.PLACE) if places().get(e.name, 0.0) >= COUNTRY]
    table = countries(reading.language)
    words = (t.lower for s in reading.annotation.sentences for t in s.tokens if t.name is None)
    peoples = {table[word] for word in words if word in table}
    first = reading.first_named(named[0].id) if len(named) == 1 else None
    if first is None or first.start > token.span.start or peoples - {named[0].name}:
        return ()
    return (Reference(named[0].id, "nominal", "the only land spoken of", first),)


def _own_land(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...] | None:
    """Return Egypt for "Egyptian Foreign Minister Paul Hart said his country": whoever has one has one only."""
    owners = [c for c in sentence.children(token, "nmod:poss", "det") if c.lower in POSSESSIVES]
    people = {r.entity for t in owners for r in reading.referents(sentence, t)} if token.lower in COUNTRIES else set()
    if len(people) != 1 or reading.entities[one := people.pop()].type is not EntityType.PERSON:
        return None
    lands = peoples_of(reading, one)
    if len(lands) != 1:
        return None
    found = [e.id for e in reading.of_type(EntityType.PLACE) if e.name in lands]
    return tuple(Reference(i, "nominal", "whose citizen the owner is", owners[0].span) for i in found)


def _of_region(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...] | None:
    """Return the land of "the Gulf state": of those that lie there the one spoken of last."""
    words = (c.lower for c in sentence.children(token, "compound", "amod"))
    among = {name for word in words for name in _AROUND.get(word, "").split(",") if name}
    if not among:
        return None
    names = {e.id for e in reading.of_type(EntityType.PLACE) if fold(e.name) in among}
    last = next((seen.entity for seen in salience.newest(_LATE) if seen.entity in names), None)
    return (Reference(last, "nominal", "the land of that region", salience.last(last)),) if last is not None else ()
