"""Takes out of a row whom it leaves out: "Everyone but Jane Miller was arrested"."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_EVERYBODY: Final = frozenset("everyone everybody all everything anyone anybody".split())


def put_excepted(annotation: Annotation) -> Annotation:
    """Return the annotation with such names below a preposition; English only."""
    return mend_each(annotation, _excepted) if annotation.document.language == "en" else annotation


def _excepted(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for whole, but in pairwise(sentence.tokens):
        if whole.lower not in _EVERYBODY or but.lower != "but":
            continue
        who = next((t for t in sentence.children(whole, "conj") if t.index > but.index), None)
        if who is not None:
            moved[who.index] = replace(who, dep="nmod")
            moved[but.index] = replace(but, head=who.index, dep="case")
    return moved
