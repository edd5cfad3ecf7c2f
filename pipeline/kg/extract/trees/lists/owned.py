"""Puts in order names that a land or a body owns, where parsers take the owner for the end of what stands before.

"Norway's Equinor and Germany's RWE signed": two sign, not one. "Jane Miller of Germany's Robert Koch Institute said":
Miller says it, not the institute.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.trees.mend import is_person, is_place, mend_each
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_LONG: Final = 7  # tokens: a land, "'s", a name, "and", a land, "'s", a name
_LOOSE: Final = ("compound", "amod", "nmod", "dep", "flat")
_OWNING: Final = frozenset(("'s", "’s"))


def put_owned(annotation: Annotation) -> Annotation:
    """Return the annotation with two owned names joined, and a person above the body he or she is of; English only."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, partial(_two_owned, annotation), partial(_of_owned, annotation))


def _of_owned(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Put a person in the place of the body that he or she is of: "Jane Miller of Germany's Novatel said"."""
    if _OWNING.isdisjoint(sentence.words):
        return {}
    moved: dict[int, Token] = {}
    for person, of, land, mark, body in _fives(sentence):
        owned = mark.lower in _OWNING and of.lower in ("of", "from") and land.name is not None
        if not owned or not is_person(annotation, person) or not _is_body(annotation, body):
            continue
        if body.index not in {t.index for t in sentence.subtree(person)}:
            moved[person.index] = replace(person, head=body.head, dep=body.dep)
        if person.index in moved or body.head != person.index or not body.dep.startswith("nmod"):
            moved[of.index] = replace(of, head=body.index, dep="case")
            moved[land.index] = replace(land, head=body.index, dep="nmod:poss")
            moved[mark.index] = replace(mark, head=land.index, dep="case")
            moved[body.index] = replace(body, head=person.index, dep="nmod")
    return moved


def _fives(sentence: Sentence) -> Iterator[tuple[Token, ...]]:
    """Yield each five words that stand in a row."""
    return (sentence.tokens[at : at + 5] for at in range(len(sentence.tokens) - 4))


def _is_body(annotation: Annotation, token: Token) -> bool:
    return token.name is not None and annotation.names[token.name].type is EntityType.ORGANIZATION


def _two_owned(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    for at in range(len(sentence.tokens) - _LONG + 1):
        land, mark, first, joint, other, too, second = sentence.tokens[at : at + _LONG]
        owned = mark.lower in _OWNING and too.lower in _OWNING and joint.lower == "and"
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
