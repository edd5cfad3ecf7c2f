"""Tells which words share a clause, where two words are seldom one entity."""

from typing import Final

from kg.extract.grammar import surface_subject
from kg.extract.reading import Reading
from kg.model.annotation import Sentence, Token

POSSESSIVE: Final = frozenset("son sa ses leur leurs his her its their".split())


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
