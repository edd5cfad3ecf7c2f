"""Resolves "its director", « sa réalisatrice »: whose maker that is, where the sentence before tells of one work."""

from typing import Final

from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_MAKERS: Final = frozenset(
    """director directors composer screenwriter screenwriters author authors cast star stars producer producers
    réalisateur réalisatrice réalisateurs compositeur compositrice scénariste scénaristes auteur autrice""".split()
)
_OF_PEOPLE: Final = frozenset("his her their leur leurs".split())


def of_work(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the only work that the sentence before names, where nothing else is its subject."""
    noun = sentence.head(token)
    possessive = token.lower in POSSESSIVES and token.lower not in _OF_PEOPLE
    maker = noun is not None and noun.lower in _MAKERS
    if not possessive or not maker or sentence.index == 0 or _named(reading, sentence, token):
        return ()
    before = reading.annotation.sentences[sentence.index - 1]
    named = [t for t in before.tokens if t.name is not None and t.name in reading.names]
    kinds = [(reading.entities[reading.names[t.name]].type, t) for t in named if t.name is not None]
    works = [t for kind, t in kinds if kind is EntityType.WORK]
    who = {reading.names[t.name] for t in works if t.name is not None}
    first = named[0] if named else None
    rival = first is not None and first not in works and first.dep.startswith("nsubj")  # "Novatel filmed “Hymn”"
    if len(who) != 1 or rival:
        return ()
    return (Reference(next(iter(who)), "pronoun", "the work that has such a maker", works[-1].span),)


def _named(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell whether a work or body stands before the possessive in its own sentence."""
    kinds = (EntityType.WORK, EntityType.ORGANIZATION)
    before = (t for t in sentence.tokens[: token.index] if t.name is not None and t.name in reading.names)
    return any(reading.entities[reading.names[t.name]].type in kinds for t in before if t.name is not None)
