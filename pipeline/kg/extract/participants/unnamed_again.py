"""Finds the people without a name whom a pronoun takes up: "Two men were arrested. They were later released".

Only what opens a sentence is taken so, and only where the sentence before tells of nobody else.
"""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_MANY: Final = frozenset("they all both ils elles".split())
_ONE: Final = frozenset("he she il elle".split())
_PEOPLE: Final = (_MANY | _ONE) - {"all", "both"} | frozenset("them him her we i je nous lui".split())
_OPENING: Final = 1  # words before the pronoun: "Later they …"
_GENDERS: Final = {"un": "m", "une": "f", "il": "m", "ils": "", "elle": "f", "elles": "f"}
_ENDS: Final = ("nsubj", "obj")
_NEW: Final = frozenset("a an several some many dozens hundreds un une plusieurs".split())


def unnamed_again(reading: Reading, sentence: Sentence, token: Token) -> tuple[Sentence, Token] | None:
    """Return the noun for those whom a pronoun takes up, with its sentence."""
    opens = token.lower in _MANY | _ONE and token.index <= _OPENING and token.dep.startswith("nsubj")
    if not opens or sentence.index == 0 or sentence.inside is not None:
        return None
    if reading.referents(sentence, token) or any(sentence.children(token, "nmod", "det", "nummod")):
        return None
    before = reading.annotation.sentences[sentence.index - 1]
    if before.inside is not None or _names_people(reading, before):
        return None
    found = [t for t in before.tokens if _some_people(before, t, reading.language)]
    if len(found) != 1 or found[0].plural is not (token.lower in _MANY) or not _told_of(before, found[0]):
        return None
    articles = [_GENDERS[c.lower] for c in before.children(found[0], "det") if c.lower in _GENDERS]
    clash = {*(articles or [found[0].gender]), _GENDERS.get(token.lower, "")} == {"m", "f"}
    return None if clash else (before, found[0])


def _names_people(reading: Reading, sentence: Sentence) -> bool:
    """Tell whether a sentence names people, or has another pronoun for some."""
    for token in sentence.tokens:
        if token.lower in _PEOPLE:
            return True
        if any(reading.entities[r.entity].type is EntityType.PERSON for r in reading.referents(sentence, token)):
            return True
    return False


def _some_people(sentence: Sentence, noun: Token, language: str) -> bool:
    """Tell "two men", "a woman", "several students", newly brought in, from "the police", "men"."""
    if noun.pos != "NOUN" or noun.name is not None or not names_person(noun.lower, language):
        return False
    articles = {c.lower for c in sentence.children(noun, "det", "amod")}
    return bool(articles & _NEW) or any(sentence.children(noun, "nummod"))


def _told_of(sentence: Sentence, noun: Token) -> bool:
    """Tell whether the main clause tells of a noun: its subject or object."""
    top = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    if top is None or not noun.dep.startswith(_ENDS):
        return False
    verb = sentence.tokens[noun.head]
    clause = verb is top or (verb.dep == "conj" and verb.head == top.index)
    return clause or noun in surface_subject(sentence, top)
