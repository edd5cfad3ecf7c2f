"""Tells which words share a clause, where two words are seldom one entity."""

from typing import Final

from kg.extract.grammar import surface_subject
from kg.extract.reading import Reading
from kg.model.annotation import Sentence, Token

POSSESSIVE: Final = frozenset("son sa ses leur leurs his her its their".split())


def commanded(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell whether the entity is the subject of a verb above the word: no description takes it up (Principle C)."""
    at = sentence.head(token)
    for _ in range(8):
        if at is None or at.dep.startswith("advcl"):
            return False
        if at.pos in ("VERB", "AUX"):
            subjects = [t for t in surface_subject(sentence, at) if t.index != token.index]
            if any(r.entity == identifier for t in subjects for r in reading.referents(sentence, t)):
                return True
        at = sentence.head(at)
    return False


def same_clause(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell whether the entity is another argument of the word's own verb (« il l'a vu » is two people)."""
    head = sentence.head(token)
    if head is None or token.lower in POSSESSIVE or head.pos not in ("VERB", "AUX"):
        return False
    others = [*sentence.children(head, "nsubj", "obj", "iobj"), *surface_subject(sentence, head)]
    return any(
        reference.entity == identifier
        for child in others
        if child.index != token.index
        for reference in reading.referents(sentence, child)
    )
