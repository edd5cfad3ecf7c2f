"""Mends first subjects, where only what « et » joins to them was made one: « A et B ont … »."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.model.annotation import Sentence, Token

_ODD_FIRST: Final = frozenset("parataxis dep obl nmod dislocated vocative appos ROOT".split())


def first_subjects(sentence: Sentence) -> dict[int, Token]:
    """Return the name before « et » as the subject, too, where the parser made only what is joined to it one."""
    moved: dict[int, Token] = {}
    for first, joint, second in _joined(sentence):
        verb = sentence.head(second)
        both = verb is not None and second.dep.startswith("nsubj")
        apart = (first.head == second.head and first.dep.partition(":")[0] in _ODD_FIRST) or _opened(sentence, first)
        if both and apart and not any(sentence.children(first, "case")):
            moved[first.index] = replace(first, head=second.head, dep=second.dep)
            moved[second.index] = replace(second, head=first.index, dep="conj")
            moved[joint.index] = replace(joint, head=second.index, dep="cc")
    return moved


def _opened(sentence: Sentence, name: Token) -> bool:
    """Tell « Après sept ans de négociations, le Canada », « Hier, Paul Martin »: joined to what stands before it."""
    before = [t for t in sentence.tokens[max(0, name.index - 2) : name.index] if t.pos != "DET"]
    above = sentence.head(name)
    comma = (
        bool(before) and before[-1].text == "," and not any(t.text == "," for t in sentence.tokens[: before[-1].index])
    )
    if name.dep != "conj" or not comma or above is None:
        return False
    return above.pos == "ADV" or any(sentence.children(above, "case"))


def _joined(sentence: Sentence) -> Iterator[tuple[Token, Token, Token]]:
    """Yield « NAME et NAME », « NAME et plusieurs syndicats » before a verb, an article allowed before the second."""
    for first, joint in pairwise(sentence.tokens):
        if first.name is None or joint.lower != "et":
            continue
        for second in sentence.tokens[joint.index + 1 : joint.index + 3]:
            if second.name is not None or (second.pos == "NOUN" and second.dep.startswith("nsubj")):
                yield first, joint, second
                break
            if second.pos != "DET":
                break
