"""Finds who is said to be one of several.

"Jane Miller was among the plaintiffs who sued Novatel" · « l'un des dirigeants de Novatel, Jean Dubois, a … »
"""

from typing import Final

from kg.model.annotation import Sentence, Token

_IS: Final = frozenset("is was are were be been being became 's est était fut sont étaient".split())
_AMONG: Final = frozenset("among amongst parmi".split())
_OF: Final = frozenset("of de des".split())
_ONE: Final = frozenset("one un une".split())


def one_of_many(sentence: Sentence, many: Token) -> Token | None:
    """Return the subject that "was among the plaintiffs", "is one of those" says it of, before a relative clause."""
    head = sentence.head(many)
    joints = {child.lower for child in sentence.children(many, "case")}
    if many.name is not None or head is None or not joints:
        return None
    if not joints & _AMONG and not (joints & _OF and head.lower in _ONE):
        return None
    above = sentence.head(head)
    for verb in (head, *([above] if above is not None and head.lower in _ONE else ())):
        if verb.lower in _IS or any(child.lower in _IS for child in sentence.children(verb, "cop")):
            return next(iter(sentence.children(verb, "nsubj")), None)
    return None


def named_one(sentence: Sentence, one: Token) -> Token | None:
    """Return the only name beside the noun of « un des fondateurs, Jean Dubois, »."""
    if one.lower not in _ONE or one.pos not in ("PRON", "NUM"):
        return None
    nouns = list(sentence.children(one, "nmod"))
    named = [t for noun in nouns for t in sentence.children(noun, "appos") if t.name is not None]
    return named[0] if len(named) == 1 else None
