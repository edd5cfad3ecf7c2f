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
_OF_CLAUSE: Final = ("nsubj", "obj", "obl", "advmod")
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


def _having_for(sentence: Sentence) -> dict[int, Token]:
    """Return « a » of « a pour adversaire Anne Dubois » as the verb, which parsers take for an auxiliary."""
    moved: dict[int, Token] = {}
    if "pour" not in sentence.words:
        return moved
    for has, joint, noun in zip(sentence.tokens, sentence.tokens[1:], sentence.tokens[2:], strict=False):
        lent = has.dep.startswith("aux") and has.head == noun.index and joint.lower == "pour"
        if not lent or noun.pos != "NOUN" or joint.head != noun.index:
            continue
        below = (c for c in sentence.children(noun) if c.dep.startswith(_OF_CLAUSE) or c.dep == "punct")
        moved |= {c.index: replace(c, head=has.index) for c in below}
        beside = (c for c in sentence.children(noun, "appos") if c.name is not None)
        moved |= {c.index: replace(c, head=has.index, dep="obj") for c in beside if c.index == noun.index + 1}
        top = has.index if noun.head == noun.index else noun.head
        moved[has.index] = replace(has, head=top, dep=noun.dep, pos="VERB")
        moved[noun.index] = replace(noun, head=has.index, dep="obl:mod")
    return moved


_STEPS: Final[tuple[Callable[[Sentence], dict[int, Token]], ...]] = (_complements, _offhand, _having_for)
