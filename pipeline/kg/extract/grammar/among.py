"""Finds who is said to be one of several.

"Jane Miller was among the plaintiffs who sued Novatel" · « l'un des dirigeants de Novatel, Jean Dubois, a … »
"""

from dataclasses import replace
from itertools import pairwise, takewhile
from typing import Final

from kg.model.annotation import Sentence, Token

_IS: Final = frozenset("is was are were be been being became 's est était fut sont étaient".split())
_AMONG: Final = frozenset("among amongst parmi".split())
_COUNTED: Final = frozenset(
    "figure figurent figurait figuraient figurer figurant compte comptent comptait comptaient".split()
)
_OF: Final = frozenset("of de des".split())
_ONE: Final = frozenset("one un une".split())
_MEMBERS: Final = frozenset("membres fondateurs".split())
_LEADS: Final = frozenset("dont savoir notamment soit".split())


def said_among(sentence: Sentence) -> dict[int, Token]:
    """Return « Parmi les fondateurs de Novatel figurent A et B » as what A and B are said to be.

    « Novatel compte parmi ses actionnaires A et B »: the names are what the verb counts.
    """
    moved: dict[int, Token] = {}
    for verb in sentence.tokens:
        many = _many(sentence, verb) if verb.lower in _COUNTED and verb.pos == "VERB" else None
        if many is not None and any(t.lower in ("ses", "leurs") for t in sentence.children(many, "det")):
            moved |= _whom(sentence, verb, many)
            continue
        who = next((t for dep in ("obj", "nsubj") for t in sentence.children(verb, dep)), None)
        if many is None or who is None:
            continue
        above = many.index if verb.head == verb.index else verb.head
        moved |= {t.index: replace(t, head=many.index) for t in sentence.children(verb) if t is not many}
        moved |= {t.index: replace(t, dep="advmod") for t in sentence.children(many, "case")}
        moved[who.index] = replace(who, head=many.index, dep="nsubj")
        moved[many.index] = replace(many, head=above, dep=verb.dep)
        moved[verb.index] = replace(verb, head=many.index, dep="cop", pos="AUX")
    return moved


def _whom(sentence: Sentence, verb: Token, many: Token) -> dict[int, Token]:
    names = [t for t in sentence.children(many, "appos", "flat") if t.name is not None and t.index > many.index]
    return {t.index: replace(t, head=verb.index, dep="obj") for t in names[:1]}


def _many(sentence: Sentence, verb: Token) -> Token | None:
    """Return the noun of « parmi les fondateurs » below a verb."""
    below = (t for t in sentence.children(verb, "obl") if t.name is None and t.pos == "NOUN")
    return next((t for t in below if any(c.lower == "parmi" for c in sentence.children(t, "case"))), None)


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
            return sentence.child(verb, "nsubj")
    return None


def named_one(sentence: Sentence, one: Token) -> Token | None:
    """Return the only name beside the noun of « un des fondateurs, Jean Dubois, »."""
    if one.lower not in _ONE or one.pos not in ("PRON", "NUM"):
        return None
    nouns = list(sentence.children(one, "nmod"))
    named = [t for noun in nouns for t in sentence.children(noun, "appos") if t.name is not None]
    return named[0] if len(named) == 1 else None


def members_listed(sentence: Sentence) -> dict[int, Token]:
    """Return the first of « les pays membres de l'Opep, dont l'Irak », « … : l'Irak et le Koweït » as beside them."""
    moved: dict[int, Token] = {}
    for many, members in pairwise(sentence.tokens):
        first = _listed_behind(sentence, many) if members.lower in _MEMBERS and members.head == many.index else None
        if first is not None:
            moved[first.index] = replace(first, head=many.index, dep="appos")
            leads = (t for t in sentence.children(first) if t.lower in {*_LEADS, "à"})
            moved |= {t.index: replace(t, dep="advmod") for t in leads}
    return moved


def _listed_behind(sentence: Sentence, many: Token) -> Token | None:
    """Return the name that a colon, « dont » or « à savoir » leads in behind « les pays membres de X »."""
    body = next((t for t in sentence.children(many, "nmod") if t.name is not None), many)
    behind = sentence.tokens[body.index + 1 : body.index + 6]
    before = [t.lower for t in takewhile(lambda t: t.name is None, behind)]
    lead = before[:1] == [":"] or (before[:1] == [","] and not _LEADS.isdisjoint(before[1:3]))
    return behind[len(before)] if lead and body is not many and len(before) < len(behind) else None
