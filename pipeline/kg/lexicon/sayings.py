"""Tells the forms of the verbs whose subject speaks: those of the frames that bring a clause or a quotation."""

from functools import cache
from typing import Final

from kg.lexicon.forms import verb_table
from kg.lexicon.tables import load_yaml

SPEAKING: Final = ("saying", "quoting")


@cache
def frame_file(language: str) -> object:
    """Return what the frames of a language hold, as read: parsed once for all who need a part of it."""
    return load_yaml("frames", f"{language}.yaml")


@cache
def saying_forms(language: str) -> frozenset[str]:
    """Return the inflected forms of the verbs whose subject speaks, in lower case."""
    raw = frame_file(language)
    assert isinstance(raw, dict)
    lists = raw["clause_verbs"]
    verbs = {word.strip() for name in SPEAKING for word in str(lists[name]).split(",")}
    return frozenset(verb_table(sorted(verbs - {""}), language))
