"""Hangs the letters behind a name from it: in "Orla Feehan KC said …" parsers make the letters the subject.

So the title before one: « attribué au Britannique Sir Paul Martin », where French parsers hang the name from « Sir ».
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise
from typing import Final

from kg.extract.trees.mend import is_person, mend_each
from kg.lexicon.closed import AFTER_NAMES
from kg.model.annotation import Annotation, Sentence, Token

_LETTERS: Final = frozenset("PhD Jr Sr Esq".split()) | {letters.upper() for letters in AFTER_NAMES}
_TITLES: Final = frozenset("Sir Mgr Me Maître Dr Pr".split())


def put_honours(annotation: Annotation) -> Annotation:
    """Return the annotation with such letters and titles below the names."""
    return mend_each(annotation, partial(_honours, annotation), partial(_titles, annotation))


def _titles(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name behind a title in the place of the title."""
    moved: dict[int, Token] = {}
    for title, name in pairwise(sentence.tokens):
        if title.text not in _TITLES or title.name is not None or name.head != title.index:
            continue
        if not is_person(annotation, name):
            continue
        moved[name.index] = replace(name, head=name.index if title.head == title.index else title.head, dep=title.dep)
        moved |= {c.index: replace(c, head=name.index) for c in sentence.children(title) if c is not name}
        moved[title.index] = replace(title, head=name.index, dep="flat")
    return moved


def _honours(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for name, letters in pairwise(sentence.tokens):
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
