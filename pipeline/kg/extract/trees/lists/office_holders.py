"""Puts the holders that a plural office names beside it, where the parser hung some of them elsewhere; French only.

« Les présidents du Sénat et de l'Assemblée nationale Anne Dubois et Luc Petit » · « les fondateurs de Novatel, Anne
Dubois, ingénieure, et Luc Petit, biologiste, ». A plural has more than one holder, and a body is none of them.
"""

from dataclasses import replace
from typing import Final

from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_KIN: Final = frozenset("parents enfants fils filles frères sœurs époux victimes".split())  # no offices
_SOME: Final = frozenset("dont comme notamment parmi".split())
_REACH: Final = 10  # tokens between the office and its first holder


def put_office_holders(annotation: Annotation) -> Annotation:
    """Return the annotation with such names below the noun that tells what they are."""
    if annotation.document.language != "fr":
        return annotation
    return mend_each(annotation, lambda sentence: _holders(annotation, sentence))


def _holders(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for noun in sentence.tokens:
        office = noun.pos == "NOUN" and noun.plural and noun.name is None and noun.lower not in _KIN
        if office and calls_person(noun.lower, "fr"):
            beside = [t for t in sentence.children(noun, "appos") if is_person(annotation, t)]
            moved |= _second(annotation, sentence, noun, beside) if beside else _behind(annotation, sentence, noun)
    return moved


def _second(annotation: Annotation, sentence: Sentence, noun: Token, beside: list[Token]) -> dict[int, Token]:
    """Return B of « les fondateurs, A, ingénieur, et B, biologiste » as joined to A, which alone would be no plural."""
    first = beside[0]
    whole = len(beside) > 1 or first.index < noun.index or any(sentence.children(first, "conj"))
    if whole or sentence.tokens[first.index - 1].lower in _SOME:
        return {}
    near = sentence.tokens[first.index + 2 : first.index + 3]
    others = [t for t in (*near, *sentence.children(noun, "conj")) if is_person(annotation, t)]
    behind = [t for t in others if t.index > first.index and any(c.lower == "et" for c in sentence.children(t, "cc"))]
    return {t.index: replace(t, head=first.index, dep="conj") for t in behind[:1]}


def _behind(annotation: Annotation, sentence: Sentence, noun: Token) -> dict[int, Token]:
    """Return A and B of « les présidents du Sénat et de l'Assemblée A et B » beside the office, no parts of a body."""
    for first, joint, last in zip(*(sentence.tokens[noun.index + at : noun.index + _REACH + at] for at in (3, 4, 5)),
                                  strict=False):  # fmt: skip
        before = sentence.tokens[first.index - 1]
        if first.pos in ("VERB", "AUX", "PRON", "PUNCT"):
            return {}
        if not is_person(annotation, first):
            continue
        pair = joint.lower == "et" and is_person(annotation, last) and not any(sentence.children(first, "case"))
        body = before.name is not None and not is_person(annotation, before)
        if not (pair and body and any(token is first for token in sentence.subtree(noun))):
            return {}
        return {
            first.index: replace(first, head=noun.index, dep="appos"),
            last.index: replace(last, head=first.index, dep="conj"),
        }
    return {}
