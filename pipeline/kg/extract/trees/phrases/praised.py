"""Hangs article and preposition of « selon la très prestigieuse X » from the name, not from the adjective before it.

Without an adverb the adjective may be a noun: « l'international Paul Martin », « le socialiste ».
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_OPENING: Final = ("case", "det")


def put_praised(annotation: Annotation) -> Annotation:
    """Return the annotation with what opens the phrase of a name below the name; an adjective has neither."""
    return mend_each(annotation, _praised)


def _praised(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for adjective in sentence.tokens:
        if adjective.pos != "ADJ" or adjective.dep != "amod" or adjective.head != adjective.index + 1:
            continue
        name = sentence.tokens[adjective.head]
        if name.name is not None and sentence.children(adjective, "advmod"):
            moved |= {t.index: replace(t, head=name.index) for t in sentence.children(adjective, *_OPENING)}
    return moved
