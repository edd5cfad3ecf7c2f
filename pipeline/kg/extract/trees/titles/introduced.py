"""Puts an English name beside the title that introduces it, wherever the parser hung it.

"The director of Novatel, John Carter, the rector of the college, Jane Miller, and guests": a title that follows no
name, or follows one that a title before it introduced, is of the name behind its comma.
"""

from dataclasses import replace
from functools import partial
from typing import Final

from kg.extract.trees.apposition.callings import calls_person
from kg.extract.trees.mend import is_person, mend_each
from kg.extract.trees.titles.prenominal import CIVIL
from kg.model.annotation import Annotation, Sentence, Token

_REACH: Final = 14  # tokens of a title with its complements
_SMALL: Final = frozenset("of for at in the and &".split())
_STYLES: Final = CIVIL | frozenset("the rt right very most hon hon. rt. his her excellency honour".split())
_ENDS: Final = frozenset((",", ".", "(", ";"))


def put_introduced(annotation: Annotation) -> Annotation:
    """Return the annotation with such names in apposition; English only."""
    if annotation.document.language != "en":
        return annotation
    return mend_each(annotation, partial(_introduced, annotation))


def _introduced(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    named: int | None = None  # where the name stands that the last title introduced
    first: Token | None = None
    for title in sentence.tokens:
        name = _behind(annotation, sentence, title)
        if name is None or not _opens(annotation, sentence, title, named):
            continue
        listed = first is not None and named is not None and _start(sentence, title) - named <= 3
        moved |= _joined(sentence, title, name, first if listed else None)
        first, named = (first if listed else title), name.index
    return moved


def _joined(sentence: Sentence, title: Token, name: Token, first: Token | None) -> dict[int, Token]:
    """Return the name beside its title, and a title of a list joined to the first one."""
    part = title.dep == "compound" or any(sentence.children(title, "case", "mark"))
    part = part or any(sentence.children(title, "cop"))  # "He is head of the school, Jane Miller said"
    if (part and name.dep.startswith("nsubj")) or any(token is title for token in sentence.subtree(name)):
        return {}  # "Speaking to the head of the school, Jane Miller said", "… of the police vote, Miller said"
    if name.dep == "appos" and title.dep == "conj" and name.head == title.head:
        return {}  # "His daughter, and member of the party, Jane Miller"
    moved = {name.index: replace(name, head=title.index, dep="appos")}
    if name.dep.startswith("nsubj") and name.head != title.index:
        moved[title.index] = replace(title, head=name.head, dep=name.dep)
    elif first is not None and all(token is not first for token in sentence.subtree(title)):
        moved[title.index] = replace(title, head=first.index, dep="conj")
    return moved


def _behind(annotation: Annotation, sentence: Sentence, title: Token) -> Token | None:
    """Return the person named right behind the title and its complements, after a comma; None for other words."""
    if title.pos not in ("NOUN", "PROPN") or title.name is not None or not calls_person(title.lower, "en"):
        return None
    for token in sentence.tokens[title.index + 1 : title.index + _REACH]:
        if token.text == ",":
            name = next((t for t in sentence.tokens[token.index + 1 :] if t.lower not in _STYLES), None)
            person = name is not None and is_person(annotation, name)
            return name if person and token.index > title.index + 1 and _over(sentence, name) else None
        plain = token.pos in ("NOUN", "PROPN", "ADJ") or token.name is not None or token.lower in _SMALL
        if not plain or is_person(annotation, token) or (token.name is None and calls_person(token.lower, "en")):
            return None  # "the spokesman for the minister, Jane Miller": either can be meant
    return None


def _over(sentence: Sentence, name: Token | None) -> bool:
    """Tell whether a name is no first member of a list of names: "the head of X, Jane Miller and John Carter"."""
    after = next(iter(sentence.tokens[name.index + 1 : name.index + 2]), None) if name is not None else None
    return after is None or after.text in _ENDS or after.pos in ("VERB", "AUX", "ADP")


def _start(sentence: Sentence, title: Token) -> int:
    """Return where the noun phrase of a title begins: "[the Managing Director]"."""
    return min(
        (t.index for t in sentence.children(title, "det", "amod", "compound") if t.index < title.index),
        default=title.index,
    )


def _opens(annotation: Annotation, sentence: Sentence, title: Token, named: int | None) -> bool:
    """Tell a title that is of no name before it, save one that has its title already."""
    before = [
        t for t in sentence.tokens[max(0, _start(sentence, title) - 3) : _start(sentence, title)] if t.text != ","
    ]
    before = [t for t in before if t.lower not in ("and", "&")]
    last = before[-1] if before else None
    return last is None or not is_person(annotation, last) or last.index == named
