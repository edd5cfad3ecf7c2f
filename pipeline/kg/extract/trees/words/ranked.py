"""Reads as nouns the ranks that an article makes nouns of: « le deuxième a été relâché », "the latter was released"."""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_RANKS: Final = {
    "fr": frozenset("premier première second seconde deuxième troisième quatrième dernier dernière".split()),
    "en": frozenset("former latter".split()),
}
_NOMINAL: Final = ("nsubj", "obj", "obl", "nmod")


def put_ranked(annotation: Annotation) -> Annotation:
    """Return the annotation with such adjectives as nouns, where they take part in a clause."""
    ranks = _RANKS[annotation.document.language]
    return mend_each(annotation, lambda sentence: _ranked(sentence, ranks))


def _ranked(sentence: Sentence, ranks: frozenset[str]) -> dict[int, Token]:
    if sentence.words.isdisjoint(ranks):
        return {}
    return {
        token.index: replace(token, pos="NOUN")
        for token in sentence.tokens
        if token.lower in ranks
        and token.pos == "ADJ"
        and token.dep.startswith(_NOMINAL)
        and any(sentence.children(token, "det"))
    }
