"""Gives a junior minister the name that the parser gives to the senior one.

« le secrétaire d'État auprès du ministre de l'Intérieur, X »: X is the secretary; the minister is told only to say of
which house.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_AT: Final = "auprès"
_SENIOR: Final = ("ministre", "premier")
_JUNIOR: Final = frozenset("ministre secrétaire haut-commissaire commissaire sous-secrétaire".split())
_REACH: Final = 4  # words from the junior's title to « auprès »


def put_delegated(annotation: Annotation) -> Annotation:
    """Return the annotation with such names beside the title of whom they name; French only."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, partial(_names, annotation))


def _names(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    if _AT not in sentence.words:
        return moved
    for at in sentence.tokens:
        before = sentence.tokens[max(0, at.index - _REACH) : at.index] if at.lower == _AT else ()
        junior = next((t for t in before if t.lower in _JUNIOR and t.name is None), None)
        near = sentence.tokens[at.index + 1 : at.index + _REACH]
        senior = next((t for t in near if t.lower.startswith(_SENIOR) and t.name is None), None)
        if junior is None or senior is None:
            continue
        complement = any(t.index > senior.index for t in sentence.children(senior, "nmod"))
        for name in sentence.children(senior, "appos", "flat", "nmod"):
            if complement and is_person(annotation, name) and not any(sentence.children(name, "case")):
                moved[name.index] = replace(name, head=junior.index, dep="appos")
    return moved
