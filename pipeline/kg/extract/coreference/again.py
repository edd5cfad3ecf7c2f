"""Takes up a person by what the text has said of them: « le ministre iranien des Transports », « le nageur français ».

A description said again in full is the same person; « la boxeuse britannique », « la Britannique » is the only person
of that people whom the text has described so.
"""

from typing import Final

from kg.extract.coreference.behind import description, peoples_of
from kg.extract.coreference.clauses import same_clause
from kg.extract.coreference.nouns import DOERS, names_person, noun_classes
from kg.extract.coreference.ranking import anaphor
from kg.extract.coreference.ranking.name_words import akin
from kg.extract.coreference.salience import Salience
from kg.extract.frames.load import load_frames
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import countries
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# What makes another office of the same words.
_FORMER: Final = frozenset("ancien ancienne ex futur future nouveau nouvelle former future new".split())
_FULL: Final = 2  # words, the noun and one that says which


def described_again(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the person whom a description with its complements says again, or the only one of its people."""
    words = description(reading, sentence, token)
    if len(words) < _FULL:
        return ()
    called = [i for i in reading.described if _called_so(reading, i, token, words)]
    exactly = [i for i in called if (token.lower, words) in reading.described[i]]
    called = exactly if len(exactly) == 1 else called  # "the former minister" is no former state minister
    if not called and _of_people_only(reading, sentence, token):
        adjectives = [c.lower for c in sentence.children(token, "amod")]
        called = [i for a in adjectives for i in of_country(reading, a) if _may_be(reading, i, token)]
    called = called or _counterpart(reading, sentence, token)
    gender = anaphor(reading, sentence, token).gender
    fitting = [i for i in called if _is_body(reading, i) or {gender, reading.genders.get(i, "")} != {"m", "f"}]
    before = salience.last(fitting[0]) if len(fitting) == 1 else None
    if before is None or same_clause(reading, sentence, token, fitting[0]):
        return ()
    return (Reference(fitting[0], "nominal", "described so before", before),)


def _counterpart(reading: Reading, sentence: Sentence, token: Token) -> list[str]:
    """Return Orban of « son homologue hongrois, Viktor Orban. Le Premier ministre hongrois … », his like."""
    office = any(r == "title" for t in load_frames(reading.language).nouns.get(token.lower, ()) for r, _ in t.roles)
    if reading.language != "fr" or not office or any(sentence.children(token, "appos", "acl", "flat")):
        return []
    people = [i for c in sentence.children(token, "amod") for i in of_country(reading, c.lower)]
    return [i for i in people if reading.roles.get(i) == {"homologue"}]


def of_country(reading: Reading, people: str) -> list[str]:
    """Return the persons whom the text has described as of the people of an adjective or noun."""
    country = countries(reading.language).get(people)
    if country is None:
        return []
    persons = (e.id for e in reading.of_type(EntityType.PERSON) if e.id in reading.described)
    return [i for i in persons if country in peoples_of(reading, i)]


def _is_body(reading: Reading, identifier: str) -> bool:
    """Tell a body, whose name's gender is not that of what it is called: « le groupe », « la Société générale »."""
    return reading.entities[identifier].type is EntityType.ORGANIZATION


def _called_so(reading: Reading, identifier: str, token: Token, words: frozenset[str]) -> bool:
    """Tell whether all words were said of somebody, and no other that makes it another office."""
    said = (one for noun, one in reading.described[identifier] if noun == token.lower)
    return any(words <= one and not (one - words) & _FORMER for one in said)


def _of_people_only(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « le nageur français » from « le président français », « le nageur français de Lyon »."""
    doer = reading.language == "fr" and token.lower.endswith(DOERS)
    held = any(r == "title" for t in load_frames(reading.language).nouns.get(token.lower, ()) for r, _ in t.roles)
    kind = noun_classes(reading.language).get(token.lower)
    person = (doer or names_person(token.lower, reading.language)) and not held
    person = person and (kind is None or kind.type is EntityType.PERSON)  # "the Irish carrier" flies
    return person and not any(sentence.children(token, "nmod", "appos", "acl", "flat"))


def _may_be(reading: Reading, identifier: str, token: Token) -> bool:
    """Tell whether a noun may be said of somebody: the text calls them by no other trade."""
    trades = {role for role in reading.roles.get(identifier, ()) if role not in countries(reading.language)}
    return not trades or token.lower in trades or akin(reading, token, identifier)
