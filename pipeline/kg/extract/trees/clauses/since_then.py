"""Puts what somebody is above the time since when he is it: « est depuis dix ans à la tête de Renault ».

Parsers take the time for what is said of him: in French a date with « depuis » never is where a place follows.
"""

from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_SINCE: Final = frozenset("depuis pendant durant".split())
_WHERE: Final = frozenset("à en dans sur chez aux".split())
_OF_TIME: Final = ("case", "det", "nummod", "amod", "fixed", "advmod")


def put_since_then(annotation: Annotation) -> Annotation:
    """Return a French annotation with such times below what they are the time of; any other as it is."""
    return mend_each(annotation, _since) if annotation.document.language == "fr" else annotation


def _since(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_SINCE):
        return moved
    for being in sentence.tokens[:-3]:
        time = sentence.head(being) if being.dep == "cop" else None
        if time is None or time.index < being.index or preposition(sentence, time) not in _SINCE:
            continue
        where = next((c for c in sentence.children(time, "nmod", "obl") if _is_where(sentence, time, c)), None)
        if where is not None:
            moved |= _turned(sentence, time, where)
    return moved


def _is_where(sentence: Sentence, time: Token, noun: Token) -> bool:
    return noun.index > time.index and preposition(sentence, noun) in _WHERE and noun.pos in ("NOUN", "PROPN")


def _turned(sentence: Sentence, time: Token, where: Token) -> dict[int, Token]:
    """Return the two changed about, with all that belongs to the clause below what is said."""
    others = (c for c in sentence.children(time) if c is not where and not c.dep.startswith(_OF_TIME))
    moved = {c.index: replace(c, head=where.index) for c in others}
    top = where.index if time.head == time.index else time.head
    moved[where.index] = replace(where, head=top, dep=time.dep)
    moved[time.index] = replace(time, head=where.index, dep="obl:mod")
    return moved
