"""Puts English titles behind the name before their comma, where the parser hung that name from the title.

"said Jane Miller, Leeds station manager" · "novelist and actor John Carter, chair of the judges said" ·
"Jane Miller and John Carter, a former mayor," · "went to Jane Miller for X and John Carter for Y".
"""

from dataclasses import replace
from functools import partial

from kg.extract.apposition.callings import calls_person
from kg.extract.mend import is_person, mend_each
from kg.model.annotation import Annotation, Sentence, Token

_REACH = 8  # tokens of a title before its noun


def put_english(annotation: Annotation) -> Annotation:
    """Return the annotation with such names above their titles; English only."""
    if annotation.document.language != "en":
        return annotation
    steps = (_behind_comma, _of_last, _parallel)
    return mend_each(annotation, *(partial(step, annotation) for step in steps), _measured)


def _behind_comma(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the name before a comma in the place of the title behind it: no compound reaches across a comma."""
    moved: dict[int, Token] = {}
    for name in sentence.tokens[:-2]:
        if not is_person(annotation, name) or sentence.tokens[name.index + 1].text != ",":
            continue
        top = _top(sentence, name)
        noun = sentence.head(top)
        if noun is None or not _title_behind(sentence, name, noun) or top.dep not in ("compound", "amod", "nummod"):
            continue
        moved |= {c.index: replace(c, head=name.index) for c in sentence.children(noun) if c.index < name.index}
        if top is not name:
            moved[top.index] = replace(top, head=name.index, dep="compound")
        root = noun.head == noun.index
        moved[name.index] = replace(name, head=name.index if root else noun.head, dep=noun.dep)
        moved[noun.index] = replace(noun, head=name.index, dep="appos")
    return moved


def _top(sentence: Sentence, name: Token) -> Token:
    """Return the first word of what describes a name before it: the novelist of "novelist and actor John Carter"."""
    top = name
    while (above := sentence.head(top)) is not None and above.index < top.index and above.pos in ("NOUN", "PROPN"):
        top = above
    return top


def _title_behind(sentence: Sentence, name: Token, noun: Token) -> bool:
    """Tell a title in the singular whose phrase begins right behind the comma after a name."""
    near = name.index + 1 < noun.index <= name.index + _REACH and noun.name is None
    between = sentence.tokens[name.index + 2 : noun.index]
    plain = all(t.pos in ("NOUN", "PROPN", "ADJ", "DET", "ADP") or t.text in ("-", "'s", "’s") for t in between)
    return near and plain and not noun.plural and calls_person(noun.lower, "en")


def _of_last(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the title of "A and B, a former mayor," beside B: one title is of the name that it follows."""
    moved: dict[int, Token] = {}
    for title in sentence.tokens[4:]:
        first = sentence.head(title) if title.dep == "appos" and title.name is None and not title.plural else None
        if first is None or not is_person(annotation, first) or title.index < first.index:
            continue
        comma = next((t for t in reversed(sentence.tokens[: title.index]) if t.text == ","), None)
        last = sentence.tokens[comma.index - 1] if comma is not None and comma.index > first.index else None
        joined = last is not None and is_person(annotation, last) and last.head == first.index and last.dep == "conj"
        if joined and last is not None and calls_person(title.lower, "en"):
            moved[title.index] = replace(title, head=last.index)
    return moved


def _parallel(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    """Return the second person of "to A for X and B for Y" as joined to the first, not to X."""
    moved: dict[int, Token] = {}
    for second in sentence.tokens[4:-1]:
        thing = sentence.head(second) if second.dep == "conj" and is_person(annotation, second) else None
        joint = next(sentence.children(thing, "case"), None) if thing is not None else None
        if thing is None or joint is None or joint.index == 0 or is_person(annotation, thing):
            continue
        first = sentence.tokens[joint.index - 1]
        alike = is_person(annotation, first) and sentence.tokens[second.index + 1].lower == joint.lower
        if alike and thing.head in (first.index, first.head) and thing.index < second.index:
            joints = (t for t in (*sentence.children(thing, "cc"), *sentence.children(second, "cc")))
            moved |= {t.index: replace(t, head=first.index) for t in joints}
            moved[second.index] = replace(second, head=first.index)
    return moved


def _measured(sentence: Sentence) -> dict[int, Token]:
    """Return "earthquake" of "a magnitude 6 earthquake" above the measure: no comma parts the two nouns."""
    moved: dict[int, Token] = {}
    for measure, number, noun in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        beside = noun.dep == "appos" and noun.head == measure.index and noun.pos == "NOUN" and measure.pos == "NOUN"
        if number.pos == "NUM" and beside and measure.name is None and noun.name is None:
            root = measure.head == measure.index
            others = (c for c in sentence.children(measure) if c.index not in (number.index, noun.index))
            moved |= {c.index: replace(c, head=noun.index) for c in others}
            moved[noun.index] = replace(noun, head=noun.index if root else measure.head, dep=measure.dep)
            moved[measure.index] = replace(measure, head=noun.index, dep="compound")
            moved[number.index] = replace(number, head=measure.index, dep="nummod")
    return moved
