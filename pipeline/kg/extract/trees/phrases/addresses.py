"""Hangs a street from the town behind it: in "of Mill Road, Cambridge" and « rue de la Paix, Lyon » the town is meant.

Parsers make the town an apposition of the street; everything after reads the town with the street below it.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.trees.mend import is_place, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_STREETS: Final = frozenset(
    "avenue road street lane close drive crescent way terrace gardens boulevard square row court grove walk".split()
)


def put_towns(annotation: Annotation) -> Annotation:
    """Return the annotation with towns above the streets that stand before them."""
    return mend_each(annotation, partial(_towns, annotation))


def _towns(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for street, comma, town in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        if comma.text != "," or not (_street(annotation, street) and is_place(annotation, town)):
            continue
        if town.dep not in ("appos", "conj", "nmod") or town.head != street.index or street.head == street.index:
            continue
        moved[town.index] = replace(town, head=street.head, dep=street.dep)
        moved[street.index] = replace(street, head=town.index, dep="compound")
        for child in sentence.children(street, "case"):
            moved[child.index] = replace(child, head=town.index)
    return moved


def _street(annotation: Annotation, token: Token) -> bool:
    return is_place(annotation, token) and token.lower.rsplit(" ", 1)[-1] in _STREETS
