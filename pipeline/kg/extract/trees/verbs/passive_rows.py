"""Joins to a French passive the second participle that parsers join to one that describes a noun between the two.

« X a été mis en examen pour violences suivies de mort et placé en détention »: participles of one noun agree with it,
and no deed is « écroué ».
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.grammar.voice import is_participle
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

# What is done to people only
_TO_PEOPLE: Final = ("écrou", "incarcér", "emprisonn", "relâch", "libér", "expuls", "extrad", "défér", "hospitalis")
_HIGHEST: Final = 8  # words from the participle up to the passive


def put_passive_rows(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles joined to the passive; French only."""
    return mend_each(annotation, _joined) if annotation.document.language == "fr" else annotation


def _joined(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    if "et" not in sentence.words:
        return moved
    for joint, second in pairwise(sentence.tokens):
        first = sentence.head(second) if second.dep == "conj" and joint.lower == "et" else None
        if first is None or first.dep != "acl" or not (is_participle(first) and is_participle(second)):
            continue
        apart = _feminine(first) != _feminine(second) or second.lower.startswith(_TO_PEOPLE)
        above = _passive_above(sentence, first)
        if apart and above is not None and _feminine(above) == _feminine(second):
            moved[second.index] = replace(second, head=above.index)
            moved[joint.index] = replace(joint, head=second.index, dep="cc")
    return moved


def _passive_above(sentence: Sentence, first: Token) -> Token | None:
    """Return the passive that has a participle's noun behind it."""
    at = sentence.head(first)
    for _ in range(_HIGHEST):
        if at is None or at.head == at.index or (at.pos in ("VERB", "AUX") and at.dep != "acl"):
            break
        at = sentence.head(at)
    passive = at is not None and at.index < first.index and any(sentence.children(at, "aux:pass"))
    return at if passive else None


def _feminine(participle: Token) -> bool:
    return participle.lower.endswith(("e", "es"))
