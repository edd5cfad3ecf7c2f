"""Joins the groups of a French row: « possède les chaînes A et B, les radios C, D et E et le journal F ».

Each group is a noun that says what its names are. The parser takes such a row for objects and modifiers side by side,
or hangs the later groups from a name of an earlier one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.extract.trees.mend import mended
from kg.model.annotation import Annotation, Sentence, Token

_OF: Final = ("de", "d'", "d’", "du", "des")
_DESCRIBED: Final = 5  # words between a noun and the first of its names: « chaînes de télévision par câble A et B »
_DESCRIBING: Final = ("de", "d'", "d’", "par", "en")
_THEIR: Final = ("leur", "leurs")
_TIES: Final = (",", "et", "ou")
_PAIR: Final = 2
_LAST: Final = ("et", "ainsi")


@dataclass(frozen=True, slots=True)
class _Group:
    """Hold a noun and its names; without a noun the names that open a row."""

    noun: Token | None
    names: list[Token]
    joint: str
    of: bool
    end: int

    @property
    def several(self) -> bool:
        """Tell a plural noun with two names or more."""
        return self.noun is not None and self.noun.plural and len(self.names) >= _PAIR

    @property
    def top(self) -> Token:
        return self.noun or self.names[0]


def put_grouped(annotation: Annotation) -> Annotation:
    """Return the annotation with the nouns of such groups joined to the first; French only."""
    if annotation.document.language != "fr":
        return annotation
    made = []
    for sentence in annotation.sentences:
        moved: dict[int, Token] = {}
        for row in _rows(sentence) if _may_hold(sentence) else ():
            moved |= _joined(row)
        made.append(mended(sentence, moved))
    return replace(annotation, sentences=tuple(made))


def _may_hold(sentence: Sentence) -> bool:
    return not sentence.words.isdisjoint(_LAST) and sum(t.name is not None for t in sentence.tokens) > _PAIR


def _rows(sentence: Sentence) -> Iterator[list[_Group]]:
    """Yield the rows of two groups or more, the last of them behind « et » or « ainsi que »."""
    at = 0
    while at < len(sentence.tokens):
        row: list[_Group] = []
        group = _group(sentence, at, first=True)
        while group is not None and (not row or group.of == row[0].of):
            row.append(group)
            group = _group(sentence, group.end, first=False)
        whole = _closed(sentence, row) and not _governed(sentence, at)
        if whole:
            yield row
        at = row[-1 if whole else 0].end if row else at + 1


def _closed(sentence: Sentence, row: list[_Group]) -> bool:
    """Tell a row that ends as rows do, and is not cut short: « a la chaîne A et la radio B a été vendue ».

    Two plurals with their names are a row before whatever comes next: « les chaînes A et B, les radios C et D, … ».
    """
    if len(row) < _PAIR or not any(g.noun for g in row):
        return False
    if row[-1].joint not in _LAST and not all(g.several for g in row):
        return False
    behind = sentence.tokens[row[-1].end : row[-1].end + 1]
    goes_on = any(t.pos in ("VERB", "AUX") for t in behind)
    return not goes_on or not any(t.pos in ("VERB", "AUX") for t in sentence.tokens[: row[0].top.index])


def _governed(sentence: Sentence, at: int) -> bool:
    """Tell « Selon le quotidien A, la ministre B et le député C ont dit »: what opens the row is no part of it."""
    return at > 0 and sentence.tokens[at - 1].pos in ("ADP", "SCONJ")


def _group(sentence: Sentence, at: int, *, first: bool) -> _Group | None:
    """Return the group that begins at a place; behind another one it needs a joint before it and a noun."""
    joint, start = ("", at) if first else _joint(sentence, at)
    if not first and not joint:
        return None
    of = _word(sentence, start) in _OF
    contracted = _word(sentence, start) in ("du", "des")
    begin = start + (1 if of and not contracted else 0)
    led = contracted or _article(sentence, begin)
    noun = sentence.tokens[begin + 1] if led and begin + 1 < len(sentence.tokens) else None
    if noun is not None and noun.pos == "NOUN" and noun.name is None:
        opening = _first_name(sentence, noun)
        names, end = _names(sentence, opening, of=False) if opening is not None else ([], 0)
        return _Group(noun, names, joint, of, end) if names else None
    if not first:
        return None
    names, end = _names(sentence, begin, of=of)
    return _Group(None, names, joint, of, end) if names else None


def _article(sentence: Sentence, at: int) -> bool:
    """Tell an article; « A et B et leurs épouses C et D » names who they are by others."""
    return at < len(sentence.tokens) and sentence.tokens[at].pos == "DET" and _word(sentence, at) not in _THEIR


def _word(sentence: Sentence, at: int) -> str:
    return sentence.tokens[at].lower if at < len(sentence.tokens) else ""


def _joint(sentence: Sentence, at: int) -> tuple[str, int]:
    """Return the joint that stands at a place and where what it joins begins: « , », « et », « , ainsi que »."""
    joint = ""
    if _word(sentence, at) == ",":
        joint, at = ",", at + 1
    if _word(sentence, at) in _LAST:
        joint = _word(sentence, at)
        at += 2 if joint == "ainsi" else 1
    return joint, at


def _first_name(sentence: Sentence, noun: Token) -> int | None:
    """Return where the first name of a noun stands: right behind it and what describes it."""
    for token in sentence.tokens[noun.index + 1 : noun.index + 2 + _DESCRIBED]:
        if token.name is not None:
            before = sentence.tokens[token.index - 1]
            return token.index if before.pos in ("NOUN", "ADJ") else None
        if token.pos not in ("ADJ", "NOUN") and token.lower not in _DESCRIBING:
            return None
    return None


def _names(sentence: Sentence, at: int, *, of: bool) -> tuple[list[Token], int]:
    """Return the names in a row from a place, and where the row ends; with `of` each has its own « de »."""
    names: list[Token] = []
    end = at
    while at < len(sentence.tokens) and sentence.tokens[at].name is not None:
        names.append(sentence.tokens[at])
        end = at + 1
        if _word(sentence, end) not in _TIES:
            break
        at = end + (2 if of and _word(sentence, end + 1) in _OF else 1)
    return names, end


def _joined(row: list[_Group]) -> dict[int, Token]:
    """Return the names of each group beside its noun, and the later nouns joined to the first."""
    moved: dict[int, Token] = {}
    top = row[0].top
    for group in row:
        opening = group.names[0]
        if group.noun is not None:
            moved[opening.index] = replace(opening, head=group.noun.index, dep="appos")
        moved |= {t.index: replace(t, head=opening.index, dep="conj") for t in group.names[1:]}
        if group is not row[0]:
            moved[group.top.index] = replace(group.top, head=top.index, dep="conj")
    return moved
