"""Hangs the letters behind a name from it: in "Orla Feehan KC said …" parsers make the letters the subject."""

from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_LETTERS: Final = frozenset("KC QC SC MP MSP MEP TD MBE OBE CBE KBE DBE PhD MD Jr Sr Esq AM AO".split())


def put_honours(annotation: Annotation) -> Annotation:
    """Return the annotation with such letters below the names."""
    return mend_each(annotation, partial(_honours, annotation))


def _honours(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for name, letters in zip(sentence.tokens, sentence.tokens[1:], strict=False):
        if letters.text not in _LETTERS or letters.name is not None or not is_person(annotation, name):
            continue
        if name.head == letters.index:
            above = name.index if letters.head == letters.index else letters.head
            moved[name.index] = replace(name, head=above, dep=letters.dep)
            for child in sentence.children(letters):
                if child.index != name.index:
                    moved[child.index] = replace(child, head=name.index)
        moved[letters.index] = replace(letters, head=name.index, dep="flat")
    return moved
