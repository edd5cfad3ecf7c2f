"""Hangs a participle from the noun before a date: « la liste du 30 septembre émise par X », no date is issued.

Parsers hang it from the day or the month, the nearest nominal.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.voice import is_participle
from kg.extract.trees.clauses.calendar_words import dated
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_DATED: Final = ("du", "de", "d'", "d’")


def put_of_date(annotation: Annotation) -> Annotation:
    """Return the annotation with such participles in their places; French only."""
    return mend_each(annotation, _of_date) if annotation.document.language == "fr" else annotation


def _of_date(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for done in sentence.tokens:
        day = sentence.head(done) if done.dep.startswith("acl") else None
        if day is None or not is_participle(done) or not _calendar(sentence, day):
            continue
        noun = _whose_date(sentence, day)
        if noun is not None and noun.pos == "NOUN" and noun.index < done.index:
            moved[done.index] = replace(done, head=noun.index)
    return moved


def _calendar(sentence: Sentence, day: Token) -> bool:
    """Tell « 30 » and « septembre » of « du 30 septembre », « 2016 » of « de 2016 »; no « 30 » of thirty people."""
    return dated(day) and not any(sentence.children(day, "amod", "nsubj", "cop"))


def _whose_date(sentence: Sentence, day: Token) -> Token | None:
    """Return the noun that a date describes."""
    top: Token | None = day
    while top is not None and dated(top):
        of = top.dep.startswith("nmod") and any(c.lower in _DATED for c in sentence.children(top, "case"))
        above = sentence.head(top) if top.dep.startswith(("nmod", "appos", "flat", "nummod", "amod")) else None
        if above is not None and not dated(above):
            return above if of else None
        top = above
    return None
