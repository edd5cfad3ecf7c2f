"""Parts two sides that stand in one list: « entre A et B d'un côté et C de l'autre », « oppose, d'une part, A à B »."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

SIDE: Final = "side"  # how whoever stands on the other side hangs from the noun or verb that has two
_FIRST: Final = (("d'", "un", "côté"), ("d'", "une", "part"))
_SECOND: Final = (
    ("de", "l'", "autre", "côté"),
    ("de", "l'", "autre"),
    ("d'", "un", "autre", "côté"),
    ("d'", "autre", "part"),
)
_FACING: Final = ("oppos", "affront")
_AGAINST: Final = frozenset(("avec", "contre", "face"))
_AGAINST_A_ROW: Final = ("avec", "contre", "face à")
_CONTESTS: Final = frozenset(
    "match matchs rencontre rencontres finale demi-finale duel derby choc affiche combat partie quart huitième".split()
)
_OF: Final = ("de", "d'", "du", "des")
_PAIR: Final = 2
_JOINTS: Final = ("DET", "CCONJ", "PUNCT")


def put_opposed(annotation: Annotation) -> Annotation:
    """Return the annotation with the first side of such a list hung as the list was, the second one apart.

    Whom something is done « contre » hangs from what is done, not from who does it.
    """
    return mend_each(annotation, _two_sides, _against, _facing_row, _one_against_a_row, _other_side, _where_they_play)


def _two_sides(sentence: Sentence) -> dict[int, Token]:
    if "autre" not in sentence.words and "part" not in sentence.words:
        return {}
    first, second = _mark(sentence, _FIRST, 0), None
    if first is not None:
        second = _mark(sentence, _SECOND, first.stop)
    if first is None or second is None:
        return {}
    listed = [*_listed(sentence, first, second)]
    led_in = all(t.index > first.start for t in listed)
    middle = second.start if led_in else first.start
    sides = [[t for t in listed if t.index < middle], [t for t in listed if t.index > middle]]
    between = _between(sentence, listed[0], first) if all(sides) else None
    return _parted(sentence, between, sides, (*first, *second)) if between is not None else {}


def _mark(sentence: Sentence, marks: tuple[tuple[str, ...], ...], start: int) -> range | None:
    """Return where the first of such marks stands behind a place."""
    words = [t.lower for t in sentence.tokens]
    places = ((at, mark) for at in range(start, len(words)) for mark in marks)
    return next((range(at, at + len(m)) for at, m in places if tuple(words[at : at + len(m)]) == m), None)


def _listed(sentence: Sentence, first: range, second: range) -> Iterator[Token]:
    """Yield the names around the marks between which only articles, commas and « et » stand."""
    inside = {*first, *second}
    start = first.start
    while start and _joins(sentence.tokens[start - 1], inside):
        start -= 1
    for token in sentence.tokens[start:]:
        if not _joins(token, inside):
            return
        if token.name is not None and token.index not in inside:
            yield token


def _joins(token: Token, inside: set[int]) -> bool:
    return token.name is not None or token.index in inside or token.pos in _JOINTS


def _between(sentence: Sentence, name: Token, first: range) -> Token | None:
    """Return the noun before « entre », or the verb that opposes two: what has two sides."""
    before = sentence.tokens[: min(name.index, first.start)]
    while before and before[-1].pos in ("DET", "PUNCT"):
        before = before[:-1]
    if before and before[-1].pos == "VERB" and before[-1].lower.startswith(_FACING):
        return before[-1]
    if not before or before[-1].lower != "entre":
        return None
    return next((t for t in reversed(before[:-1]) if t.pos == "NOUN"), None)


def _parted(sentence: Sentence, between: Token, sides: list[list[Token]], marks: tuple[int, ...]) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    (top, *_), (other, *_) = sides
    for side, dep in zip(sides, ("obj" if between.pos == "VERB" else "nmod", SIDE), strict=True):
        moved |= {t.index: replace(t, head=side[0].index, dep="conj") for t in side[1:]}
        moved[side[0].index] = replace(side[0], head=between.index, dep=dep)
    moved |= {at: replace(sentence.tokens[at], head=between.index, dep="advmod") for at in marks}
    for token in sentence.tokens[between.index + 1 : sides[1][-1].index]:
        if token.lower == "entre":
            moved[token.index] = replace(token, head=top.index, dep="case")
        elif token.index not in moved and token.pos in _JOINTS and token.head in {*moved, between.index}:
            behind = next(t for side in sides for t in side if t.index > token.index)
            moved[token.index] = replace(token, head=behind.index)
    above = sentence.head(other)  # « Les négociations entre, d'une part, A et, d'autre part, B ont échoué »
    if above is not None and other.dep.startswith("nsubj") and between.dep != "nsubj":
        moved[between.index] = replace(between, head=above.index, dep="nsubj")
    return moved


def _against(sentence: Sentence) -> dict[int, Token]:
    """Return D of « imposé par A, B et C contre D » as a complement of the participle, not of C."""
    moved: dict[int, Token] = {}
    if "contre" not in sentence.words:
        return moved
    for token in sentence.tokens:
        doer = sentence.head(token) if token.dep == "nmod" and preposition(sentence, token) == "contre" else None
        first = sentence.head(doer) if doer is not None and doer.dep == "conj" else doer
        above = sentence.head(first) if first is not None and preposition(sentence, first) == "par" else None
        if doer is not None and doer.name is not None and above is not None and above.pos in ("VERB", "NOUN"):
            moved[token.index] = replace(token, head=above.index, dep="obl:arg" if above.pos == "VERB" else "nmod")
    return moved


def _facing_row(sentence: Sentence) -> dict[int, Token]:
    """Return E of « les matchs de A, de B et de C contre E », « la rupture entre A, B et C avec E » apart from the row.

    Names have no complement of that kind, what they do together has one.
    """
    moved: dict[int, Token] = {}
    if not _AGAINST & sentence.words:
        return moved
    for token in sentence.tokens:
        if token.dep != "nmod" or token.name is None or preposition(sentence, token) not in _AGAINST_A_ROW:
            continue
        row = _row_before(sentence, token)
        above = sentence.head(row[0]) if len(row) > 1 else None
        led_in = preposition(sentence, row[0]) if row else ""
        if above is None or above.pos != "NOUN" or led_in not in ("entre", "de"):
            continue
        if token.head == above.index or any(token.head == t.index for t in row):
            moved |= {t.index: replace(t, head=row[0].index, dep="conj") for t in row[1:]}
            moved[token.index] = replace(token, head=above.index, dep=SIDE if led_in == "entre" else "nmod")
    return moved


def _one_against_a_row(sentence: Sentence) -> dict[int, Token]:
    """Return B, C and D of « la crise entre A et B, C et D » apart from A: with two « et » the list is one side."""
    moved: dict[int, Token] = {}
    if "entre" not in sentence.words:
        return moved
    for first in sentence.tokens:
        above = sentence.head(first) if first.name is not None and first.dep == "nmod" else None
        if above is None or above.pos != "NOUN" or preposition(sentence, first) != "entre":
            continue
        row, joints = _row_behind(sentence, first)
        if len(row) > _PAIR and joints[0] == joints[-1] == "et" and set(joints[1:-1]) == {","}:
            moved |= {t.index: replace(t, head=row[0].index, dep="conj") for t in row[1:]}
            moved[row[0].index] = replace(row[0], head=above.index, dep=SIDE)
    return moved


def _row_behind(sentence: Sentence, first: Token) -> tuple[list[Token], list[str]]:
    """Return the names in a row behind a name, and what joins each of them to the one before."""
    row: list[Token] = []
    joints: list[str] = []
    joint = ""
    for token in sentence.tokens[first.index + 1 :]:
        if token.name is not None and joint:
            row.append(token)
            joints.append(joint)
            joint = ""
        elif token.lower in ("et", ",") and not joint:
            joint = token.lower
        elif token.pos != "DET":
            break
    return row, joints


def _row_before(sentence: Sentence, end: Token) -> list[Token]:
    """Return the names before a word between which only articles, « de », commas and « et » stand."""
    row: list[Token] = []
    start = next((t.index for t in sentence.tokens[: end.index] if t.head == end.index), end.index)
    for token in reversed(sentence.tokens[:start]):
        if token.name is not None:
            row.insert(0, token)
        elif token.pos not in _JOINTS and token.lower not in _OF:
            break
    return row


def _other_side(sentence: Sentence) -> dict[int, Token]:
    """Return B of « les négociations entre la direction de A et B ont échoué » joined to A, not as the subject."""
    moved: dict[int, Token] = {}
    if "entre" not in sentence.words:
        return moved
    for side in sentence.tokens:
        noun = sentence.head(side) if side.dep == "nmod" and preposition(sentence, side) == "entre" else None
        verb = sentence.head(noun) if noun is not None and noun.dep.startswith("nsubj") else None
        if noun is None or verb is None or any(sentence.children(side, "conj")):
            continue
        beside = (*sentence.children(verb, "nsubj"), *sentence.children(noun, "conj"))
        others = [t for t in beside if side.index < t.index < verb.index]
        joined = [t for t in others if any(c.dep == "cc" for c in sentence.tokens[side.index : t.index])]
        if len(joined) == 1:
            moved[joined[0].index] = replace(joined[0], head=side.index, dep="conj")
    return moved


def _where_they_play(sentence: Sentence) -> dict[int, Token]:
    """Return « à Lille » of « le match opposant Lyon et Nantes à Lille » as where the match is: two play it already."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_CONTESTS):
        return moved
    for verb in sentence.tokens:
        if verb.pos != "VERB" or not verb.lower.startswith("oppos"):
            continue
        sides = [t for t in sentence.children(verb, "obj") if t.name is not None]
        second = [t for side in sides for t in sentence.children(side, "conj") if t.name is not None]
        contest = next((t for t in (sentence.head(verb), *sentence.children(verb, "nsubj")) if _is_contest(t)), None)
        there = [t for t in sentence.children(verb, "obl") if preposition(sentence, t) == "à" and t.name is not None]
        if contest is not None and len(sides) == len(second) == 1 and there and second[0].index < there[0].index:
            moved[there[0].index] = replace(there[0], head=contest.index, dep="nmod")
    return moved


def _is_contest(token: Token | None) -> bool:
    return token is not None and token.lower in _CONTESTS
