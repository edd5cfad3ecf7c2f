"""Joins two names each of which a land owns: "Norway's Equinor and Germany's RWE signed", where parsers make one."""

from dataclasses import replace
from typing import Final

from kg.extract.trees.mend import is_place, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_LONG: Final = 7  # tokens: a land, "'s", a name, "and", a land, "'s", a name
_LOOSE: Final = ("compound", "amod", "nmod", "dep", "flat")


def put_owned(annotation: Annotation) -> Annotation:
    """Return the annotation with the second name joined to the first, each below no other; English only."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, lambda sentence: _two_owned(annotation, sentence))


def _two_owned(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    for at in range(len(sentence.tokens) - _LONG + 1):
        land, mark, first, joint, other, too, second = sentence.tokens[at : at + _LONG]
        owned = mark.lower in ("'s", "’s") and too.lower in ("'s", "’s") and joint.lower == "and"
        lands = owned and is_place(annotation, land) and is_place(annotation, other)
        if lands and second.name is not None and first.head == second.index and first.dep.startswith(_LOOSE):
            return {
                land.index: replace(land, head=first.index, dep="nmod:poss"),
                first.index: replace(first, head=second.head, dep=second.dep),
                joint.index: replace(joint, head=second.index),
                other.index: replace(other, head=second.index, dep="nmod:poss"),
                second.index: replace(second, head=first.index, dep="conj"),
            }
    return {}
