"""Reads « mort » as the participle that it is: « deux enfants sont morts noyés », « Mort lundi à 78 ans, X … »."""

from dataclasses import replace
from typing import Final

from kg.lexicon.tables import fold, lexicon
from kg.model.annotation import Sentence, Token

_DEAD: Final = frozenset("mort morte morts mortes".split())
_WHEN: Final = frozenset("à hier le en ce dans".split())  # « Mort à 78 ans, X … »
BE: Final = frozenset("est sont était étaient serait seraient soit soient seront sera".split())


def died(sentence: Sentence) -> dict[int, Token]:
    """Return « morts » of « deux enfants sont morts noyés », « Mort lundi, X … » as a participle, which is no noun."""
    moved: dict[int, Token] = {}
    for token in sentence.tokens:
        if token.lower not in _DEAD or token.pos not in ("NOUN", "ADJ") or any(sentence.children(token, "det")):
            continue
        copula = next((c for c in sentence.children(token, "cop", "aux") if c.lower in BE), None)
        if copula is not None and any(sentence.children(token, "nsubj")):
            moved[token.index] = replace(token, pos="VERB", morph="Tense=Past|VerbForm=Part")
            moved[copula.index] = replace(copula, dep="aux:tense")
    return {**moved, **_died_first(sentence)}


def _died_first(sentence: Sentence) -> dict[int, Token]:
    """Return « Mort » of « Mort lundi à 78 ans, Luc Roy a … » as a participle beside the verb."""
    dead, root = sentence.tokens[0], next((t for t in sentence.tokens if t.dep == "ROOT" and t.pos == "VERB"), None)
    if dead.lower not in _DEAD or root is None or not any(_when(t) for t in sentence.tokens[1:2]):
        return {}
    days = {t.index: replace(t, dep="obl:mod") for t in sentence.children(dead, "nmod")}
    verb = replace(dead, pos="VERB", morph="Tense=Past|VerbForm=Part", head=root.index, dep="advcl")
    return {**days, 0: verb}


def _when(token: Token) -> bool:
    return token.lower in _WHEN or fold(token.lower) in lexicon()["calendar"]
