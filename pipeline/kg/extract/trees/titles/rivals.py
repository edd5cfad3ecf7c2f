"""Puts an English noun for what a body is to another above the body's name: "Larger rival Novatel", "on rival site X".

A title before a person's name has that shape too; everything after finds the name beside the noun. In French whose
rival « une offre concurrente de X » is hangs from that word, not from the offer.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model import EntityType
from kg.model.annotation import Annotation, Sentence, Token

_TIES: Final = frozenset("rival competitor".split())
_RIVALS: Final = frozenset("concurrent concurrente concurrents concurrentes rival rivale rivaux rivales".split())
_KINDS: Final = frozenset(
    """site service platform app network company firm maker carrier airline broadcaster channel retailer chain bank
    operator manufacturer studio newspaper""".split()
)
_BELOW: Final = ("compound", "amod", "nmod")


def put_rivals(annotation: Annotation) -> Annotation:
    """Return the annotation with such nouns as heads."""
    if annotation.document.language != "en":
        return mend_each(annotation, _of_whom)
    return mend_each(annotation, lambda sentence: _above_names(annotation, sentence))


def _of_whom(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_RIVALS):
        return moved
    for rival, joint in pairwise(sentence.tokens):
        if rival.lower not in _RIVALS or joint.lower not in ("de", "d'", "d’", "du", "des"):
            continue
        whom = sentence.head(joint)
        if whom is not None and whom.index > joint.index and whom.head == rival.head != rival.index:
            moved[whom.index] = replace(whom, head=rival.index)
    return moved


def _above_names(annotation: Annotation, sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for before, name in pairwise(sentence.tokens):
        body = name.name is not None and annotation.names[name.name].type is EntityType.ORGANIZATION
        noun = _tie(sentence, before) if body and before.name is None else None
        if noun is not None and noun.lower in _TIES:
            moved |= _turned(sentence, noun, before, name)
    return moved


def _tie(sentence: Sentence, word: Token) -> Token | None:
    """Return the rival of "rival Novatel" and of "rival site Novatel"."""
    if word.lower in _TIES:
        return word
    return sentence.tokens[word.index - 1] if word.index and word.lower in _KINDS else None


def _turned(sentence: Sentence, noun: Token, kind: Token, name: Token) -> dict[int, Token]:
    """Return the noun as the head of the phrase, its kind below it, the name beside it."""
    own = {noun.index, kind.index, name.index}
    top = name if name.head not in own else kind
    if top.head in own and top.head != top.index:
        return {}
    inside = [t for word in (kind, name) for t in sentence.children(word) if t.index < noun.index and t.dep != "cc"]
    moved = {t.index: replace(t, head=noun.index) for t in inside}
    head = noun.index if top.head == top.index else top.head
    moved[noun.index] = replace(noun, head=head, dep=top.dep, pos="NOUN")
    if kind is not noun:
        moved[kind.index] = replace(kind, head=noun.index, dep="flat")
    moved[name.index] = replace(name, head=noun.index, dep="appos")
    return moved
