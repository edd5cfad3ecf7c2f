"""Hangs from its noun or verb the complement that a date or place between commas parts from it.

« La démission, en janvier, du maire de Lyon a provoqué … » · « La mort, lundi à Paris, de l'écrivain Jean Dubois »:
French parsers take « maire » for a second subject of the verb.
"""

from dataclasses import replace
from itertools import pairwise
from typing import Final

from kg.extract.grammar.voice import is_passive
from kg.extract.trees.mend import mend_each
from kg.model.annotation import Annotation, Sentence, Token

_OF: Final = frozenset("de du des d' d’".split())
_BELOW: Final = ("advcl", "xcomp", "ccomp")
_BACK: Final = ("retour", "passage", "nouveau", "plus")  # « de retour à Lyon »
_LONG: Final = 7  # tokens between the commas
_WORDS: Final = ("NOUN", "ADP", "DET", "NUM", "PROPN", "ADJ", "ADV")


def put_set_off(annotation: Annotation) -> Annotation:
    """Return the annotation with such complements in their places; French only."""
    return mend_each(annotation, _set_off, _object) if annotation.document.language == "fr" else annotation


def _set_off(sentence: Sentence) -> dict[int, Token]:
    moved: dict[int, Token] = {}
    for noun, comma in pairwise(sentence.tokens):
        if noun.pos != "NOUN" or noun.name is not None or comma.text != "," or not any(sentence.children(noun, "det")):
            continue
        closing = _closing(sentence, comma)
        whose = _whose(sentence, closing) if closing is not None else None
        if closing is None or whose is None or any(t is whose for t in sentence.subtree(noun)):
            continue
        if any(t is noun for t in sentence.subtree(whose)):
            continue
        aside = sentence.tokens[comma.index + 1 : closing.index]
        outside = (t for t in aside if not comma.index < t.head < closing.index and t.dep != "punct")
        moved |= {t.index: replace(t, head=noun.index, dep="nmod") for t in outside}
        moved[whose.index] = replace(whose, head=noun.index, dep="nmod")
    return moved


def _object(sentence: Sentence) -> dict[int, Token]:
    """Return the object of « condamné pour avoir poignardé, le 14 février, un vigile »: nobody else is its verb's."""
    moved: dict[int, Token] = {}
    for verb, comma in pairwise(sentence.tokens):
        if verb.pos != "VERB" or verb.dep not in _BELOW or comma.text != "," or any(sentence.children(verb, "obj")):
            continue
        closing = _closing(sentence, comma)
        after = sentence.tokens[closing.index + 1 : closing.index + 2] if closing is not None else ()
        thing = sentence.head(after[0]) if after and after[0].dep in ("det", "nummod") else None
        above = sentence.head(thing) if thing is not None and thing.dep.startswith(("obj", "nsubj")) else None
        over = above is not None and above.index < verb.index and any(t is verb for t in sentence.subtree(above))
        if thing is None or above is None or not over or thing.index < after[0].index or above.pos != "VERB":
            continue
        own = any(t is not thing for t in sentence.children(above, "obj", "nsubj") if t.index < verb.index)
        if own and (
            is_passive(sentence, above) or thing.dep.startswith("nsubj") or _has_object(sentence, above, thing)
        ):
            moved[thing.index] = replace(thing, head=verb.index, dep="obj")
    return moved


def _has_object(sentence: Sentence, verb: Token, thing: Token) -> bool:
    return any(t is not thing for t in sentence.children(verb, "obj"))


def _closing(sentence: Sentence, comma: Token) -> Token | None:
    """Return the comma behind an aside of a few words without a verb."""
    for token in sentence.tokens[comma.index + 1 : comma.index + 2 + _LONG]:
        if token.text == ",":
            return token if token.index > comma.index + 1 else None
        if token.pos not in _WORDS:
            return None
    return None


def _whose(sentence: Sentence, comma: Token) -> Token | None:
    """Return the noun or name that « de » right behind the comma governs."""
    after = sentence.tokens[comma.index + 1 : comma.index + 3]
    if len(after) < 2 or after[0].lower not in _OF or after[1].lower in _BACK:
        return None
    governed = sentence.head(after[0])
    nominal = governed is not None and governed.pos in ("NOUN", "PROPN") and governed.index > after[0].index
    return governed if nominal and after[0].dep == "case" else None
