"""Tells what kinds of things a verb or noun goes with, as counted by tools/count_preferences.py."""

import json
from functools import cache
from math import log
from typing import Final

from kg.extract.grammar.voice import is_passive
from kg.lexicon.closed import FRENCH_POSSESSIVES
from kg.lexicon.tables import fold
from kg.model.annotation import Sentence, Token
from kg.resources import ontology

CLASSES: Final = ("person", "body", "place", "thing")
STEM: Final = 6  # letters of a verb's form that are looked at: « annonce », « annoncera »
SMALL: Final = 0.5  # added to each count


def verb_key(function: str, verb: Token) -> str:
    """Return the key of what is subject or object of a verb, or is said to be something."""
    return f"{function} {fold(verb.lower)[:STEM]}"


def owner_key(noun: Token) -> str:
    """Return the key of what a noun is of; singular and plural alike."""
    return f"of {fold(noun.lower).removesuffix('s').removesuffix('x')}"


def key_of(sentence: Sentence, token: Token) -> str | None:
    """Return the key that a pronoun or possessive stands in."""
    head = sentence.head(token)
    if head is None:
        return None
    if token.lower in FRENCH_POSSESSIVES and head.pos == "NOUN":
        return owner_key(head)
    dep = token.dep.partition(":")[0]
    if dep not in ("nsubj", "obj"):
        return None
    if head.pos != "VERB":
        return verb_key("be", head) if dep == "nsubj" else None
    return verb_key("obj" if dep == "obj" or is_passive(sentence, head) else "subj", head)


@cache
def leanings() -> dict[str, dict[str, str]]:
    """Return for each key how much each class is likelier than elsewhere: `--`, `-`, `=`, `+` or `++`."""
    text = ontology().joinpath("models", "preferences-fr.json").read_text(encoding="utf-8")
    table: dict[str, list[int]] = json.loads(text)
    general: dict[str, list[float]] = {}
    for key, row in table.items():
        sums = general.setdefault(key.partition(" ")[0], [SMALL * 4] * len(CLASSES))
        for index, count in enumerate(row):
            sums[index] += count
    return {key: _leaning(row, general[key.partition(" ")[0]]) for key, row in table.items()}


def _leaning(row: list[int], sums: list[float]) -> dict[str, str]:
    total, whole = sum(row) + SMALL * len(row), sum(sums)
    ratios = [log((count + SMALL) / total) - log(sums[index] / whole) for index, count in enumerate(row)]
    return {one: _step(ratio) for one, ratio in zip(CLASSES, ratios, strict=True)}


def _step(ratio: float) -> str:
    if abs(ratio) < 0.35:  # natural logarithm: a third likelier is as likely
        return "="
    return ("+" if ratio > 0 else "-") * (2 if abs(ratio) > 1.1 else 1)  # thrice
