"""Gives its verb the subject behind « tandis que », « alors que », which parsers take for prepositions of a name.

« tandis que Paul Martin (PS), le candidat du parti, récolte 6 % »: an aside before the verb misleads them.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.grammar.voice import has_finite
from kg.extract.trees.mend import mend_each, subject_label
from kg.extract.trees.subjects.doubled import between_commas
from kg.model.annotation import Annotation, Sentence, Token

_WHILE: Final = ("tandis", "alors", "pendant")
_QUE: Final = ("que", "qu'", "qu’")


def put_behind_while(annotation: Annotation) -> Annotation:
    """Return the annotation with such names as the subjects of the clauses that they open; French only."""
    return mend_each(annotation, _behind) if annotation.document.language == "fr" else annotation


def _behind(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_WHILE):
        return moved
    for first, que in pairwise(sentence.tokens[:-1]):
        name = sentence.tokens[que.index + 1] if first.lower in _WHILE and que.lower in _QUE else None
        if name is None or name.name is None or not (first.head == name.index or name.dep == "fixed"):
            continue
        verb = next((t for t in sentence.tokens[name.index + 1 :] if _tells(sentence, t)), None)
        own = [] if verb is None else list(sentence.children(verb, "nsubj", "csubj", "expl:subj"))
        if verb is not None and all(_beside(sentence, name, noun) for noun in own):
            moved |= _clause(sentence, first, name, verb, own)
    return moved


def _tells(sentence: Sentence, verb: Token) -> bool:
    """Tell a finite verb that is not of a relative clause."""
    own = verb.pos == "VERB" and not verb.dep.startswith(("acl", "aux", "cop"))
    return own and has_finite((verb, *sentence.children(verb, "aux")))


def _beside(sentence: Sentence, name: Token, noun: Token) -> bool:
    """Tell « le candidat du parti » between commas behind the name, which says who that is."""
    return name.index < noun.index and noun.name is None and between_commas(sentence, noun)


def _clause(sentence: Sentence, first: Token, name: Token, verb: Token, own: list[Token]) -> dict[int, Token]:
    above = verb.head if name.head in (first.index, verb.index) else name.head
    asides = [t for t in sentence.tokens[name.index : verb.index] if t.dep == "dep" and _beside(sentence, name, t)]
    return {
        first.index: replace(first, head=verb.index, dep="mark"),
        name.index: replace(name, head=verb.index, dep=own[0].dep if own else subject_label(sentence, verb)),
        verb.index: replace(verb, head=above, dep="advcl"),
        **{t.index: replace(t, head=name.index, dep="appos") for t in (*own, *asides)},
    }
