"""Gives back what a French phrase of manner has swallowed.

« le maire sans étiquette de Lyon » · « a démissionné avec fracas du Conseil » · « remplace au pied levé Anne Dubois »
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_BARE: Final = {
    "étiquette": "sans",
    "scrupule": "sans",
    "ménagement": "sans",
    "fracas": "avec",
    "éclat": "avec",
    "regret": "avec",
}
_WHAT: Final = ("NOUN", "PROPN", "VERB")


def put_manners(annotation: Annotation) -> Annotation:
    """Return a French annotation with such complements below what they complete; any other as it is."""
    return mend_each(annotation, *_STEPS) if annotation.document.language == "fr" else annotation


def _complements(sentence: Sentence) -> dict[int, Token]:
    """Return « de Lyon » of « maire sans étiquette de Lyon », hung from the title."""
    moved: dict[int, Token] = {}
    if sentence.words.isdisjoint(_BARE):
        return moved
    for manner in sentence.tokens[1:-1]:
        joint = _BARE.get(manner.lower)
        above = sentence.head(manner)
        if joint is None or above is None or above.pos not in _WHAT or preposition(sentence, manner) != joint:
            continue
        dep = "obl:arg" if above.pos == "VERB" else "nmod"
        below = (c for c in sentence.children(manner, "nmod") if preposition(sentence, c) == "de")
        moved |= {c.index: replace(c, head=above.index, dep=dep) for c in below if c.index > manner.index}
    return moved


def _offhand(sentence: Sentence) -> dict[int, Token]:
    """Return whom somebody replaces « au pied levé » as the verb's object."""
    moved: dict[int, Token] = {}
    if not {"pied", "levé"} <= sentence.words:
        return moved
    for foot, raised in zip(sentence.tokens[1:], sentence.tokens[2:], strict=False):
        verb = sentence.head(foot) if (foot.lower, raised.lower) == ("pied", "levé") else None
        if verb is None or verb.pos != "VERB":
            continue
        moved[raised.index] = replace(raised, head=foot.index, dep="amod", pos="ADJ")
        whom = sentence.children(raised, "obj", "xcomp", "nmod")
        moved |= {t.index: replace(t, head=verb.index, dep="obj") for t in whom if not preposition(sentence, t)}
    return moved


_STEPS: Final[tuple[Callable[[Sentence], dict[int, Token]], ...]] = (_complements, _offhand)
