"""Reads « le fondateur n'est autre que X » as « le fondateur est X »: the negation and « autre » say nothing more."""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_NO: Final = ("n'", "ne", "n’")


def put_none_other(annotation: Annotation) -> Annotation:
    """Return the annotation with what stands behind « n'est autre que » as what is said of the subject."""
    return mend_each(annotation, _none_other) if annotation.document.language == "fr" else annotation


def _none_other(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for other, joint in pairwise(sentence.tokens):
        if other.lower != "autre" or joint.lower not in ("que", "qu'", "qu’"):
            continue
        being = [t for t in sentence.children(other, "cop", "advmod") if t.index < other.index]
        if not any(t.dep == "cop" for t in being):
            continue
        who = next((t for t in sentence.children(other) if t.index > joint.index and t.pos in ("PROPN", "NOUN")), None)
        if who is None:
            continue
        above = who.index if other.head == other.index else other.head
        moved |= {t.index: replace(t, head=who.index) for t in sentence.children(other)}
        no = [t for t in being if t.lower in _NO]
        moved |= {t.index: replace(t, head=who.index, dep="expl", pos="PART") for t in no}
        moved[joint.index] = replace(joint, head=who.index, dep="advmod", pos="ADV")
        moved[other.index] = replace(other, head=who.index, dep="advmod", pos="ADV")
        moved[who.index] = replace(who, head=above, dep=other.dep)
    return moved
