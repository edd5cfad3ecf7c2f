"""Takes a fresh description for the person just told of: "Speaker Paul Hart plans … . The Ohio lawmaker said …".

English papers vary what they call the subject of the sentence before, by his home or trade, and seldom anybody else.
"""

from typing import Final

from kg.extract.coreference.compatriots import PARTISANS, of_other_party
from kg.extract.coreference.sexes import sex_of
from kg.extract.coreference.subjects_before import person_before
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import countries
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# Nouns that say of a person, known by name already, what he is as well.
_AS_WELL: Final = frozenset(
    """lawmaker legislator politician congressman congresswoman assemblyman assemblywoman executive businessman
    businesswoman entrepreneur tycoon mogul financier investor philanthropist billionaire millionaire singer rapper
    musician songwriter guitarist drummer pianist actor actress filmmaker author novelist writer poet playwright artist
    painter sculptor designer comedian star native veteran newcomer quarterback pitcher golfer swimmer sprinter gymnast
    skier cyclist boxer diplomat banker academic activist campaigner engineer scientist architect chef journalist
    broadcaster model dancer conductor choreographer cleric priest geologist sociologist anthropologist physicist
    chemist biologist economist historian physician surgeon""".split()
)
_APART: Final = ("nmod", "appos", "conj", "acl")


def told_on(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the person who the sentence before is about, or who spoke there, for such a subject."""
    if (
        reading.language != "en"
        or (token.lower not in _AS_WELL and token.text not in PARTISANS)
        or not _leads(sentence, token)
    ):
        return ()
    who = person_before(reading, sentence)
    if who is None or _another(reading, sentence, token, who.entity):
        return ()
    return (Reference(who.entity, "nominal", "of whom the sentence before tells", who.span or who.antecedent),)


def _leads(sentence: Sentence, token: Token) -> bool:
    """Tell a subject with an article that opens the main clause: "The Ohio lawmaker, who …, said"."""
    verb = sentence.head(token)
    main = verb is not None and verb.dep == "ROOT" and token.dep.startswith("nsubj") and token.index < verb.index
    definite = any(c.lower == "the" and c.index == 0 for c in sentence.children(token, "det"))
    told = any(c.dep != "acl:relcl" for c in sentence.children(token, *_APART))
    return main and definite and not told and not token.plural and sentence.inside is None


def _another(reading: Reading, sentence: Sentence, token: Token, who: str) -> bool:
    """Tell whether the text has somebody else whom it calls so, or this one is of another sex or people."""
    gender = sex_of(token.lower, "en")
    if {gender, reading.genders.get(who, "")} == {"f", "m"}:
        return True
    if token.name is not None and of_other_party(reading, token, who):
        return True
    told = {word for _, words in reading.described.get(who, ()) for word in words}
    others = (e.id for e in reading.of_type(EntityType.PERSON) if e.id != who)
    if token.name is None and any(token.lower in reading.roles.get(one, ()) for one in others):
        return True
    table = countries("en")
    said = {table[c.lower] for c in sentence.children(token, "amod", "compound") if c.lower in table}
    known = {table[w] for w in told if w in table}
    return bool(said and known) and not said & known
