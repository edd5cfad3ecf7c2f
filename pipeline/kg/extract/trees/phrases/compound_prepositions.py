"""Makes one preposition of « au cours de », « à l'occasion de », « en marge de », whose noun parsers take for another.

What stands behind is then what the verb has: « élue à l'issue du scrutin » hangs the ballot from the election.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

# By the noun: what stands before it
_NOUNS: Final = {
    "cours": (("au",),),
    "occasion": (("à", "l'"),),
    "marge": (("en",),),
    "issue": (("à", "l'"),),
    "terme": (("au",),),
    "cadre": (("dans", "le"),),
    "suite": (("à", "la"),),
}
_OF: Final = ("de", "du", "des", "d'")


def put_compound_prepositions(annotation: Annotation) -> Annotation:
    """Return the annotation with such nouns as part of the preposition of what stands behind them; French only."""
    return mend_each(annotation, _joined) if annotation.document.language == "fr" else annotation


def _joined(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_NOUNS):
        return moved
    for noun, of in pairwise(sentence.tokens):
        if of.lower not in _OF or not _stands_behind(sentence, noun) or noun.head == noun.index:
            continue
        thing = sentence.tokens[of.head]
        if of.dep != "case" or thing.index <= of.index or thing.head != noun.index:
            continue
        moved |= _as_preposition(sentence, noun, of, thing)
    return moved


def _stands_behind(sentence: Sentence, noun: Token) -> bool:
    """Tell « au cours », « à l'occasion » with the words that make a preposition of the noun."""
    befores = _NOUNS.get(noun.lower, ())
    return any(
        tuple(t.lower for t in sentence.tokens[max(0, noun.index - len(words)) : noun.index]) == words
        for words in befores
    )


def _as_preposition(sentence: Sentence, noun: Token, of: Token, thing: Token) -> dict[int, Token]:
    """Return the first word as the preposition of what stands behind, the others as parts of it."""
    first = next(iter(sentence.children(noun, "case")), None)
    if first is None or first.index > noun.index:
        return {}
    moved = {child.index: replace(child, head=thing.index) for child in sentence.children(noun)}
    parts = sentence.tokens[first.index + 1 : of.index + 1]
    moved |= {part.index: replace(part, head=first.index, dep="fixed") for part in parts}
    moved[first.index] = replace(first, head=thing.index, dep="case")
    moved[thing.index] = replace(thing, head=noun.head, dep=noun.dep)
    return moved
