"""Tells posts from names: the post that ends "the Senate Majority Leader" is cut off, the first name Pape is none."""

import re
from typing import Final

from kg.lexicon.peoples import parties
from kg.lexicon.tables import first_names, places
from kg.model import Span

_POST_OF_BODY: Final = re.compile(r"(?:Majority|Minority|Opposition|Floor|Deputy) (?:Leader|Whip|Speaker)|Speaker|Whip")
_POSTS_OF_LANDS: Final = frozenset("Secretary Governor Senator Speaker Treasurer Attorney Comptroller".split())
_NUMERAL: Final = re.compile(r"[IVXL]+")
_CHAMBERS: Final = frozenset("Senate House Assembly Parliament Congress Knesset Commons Lords Council".split())


def without_post(text: str, span: Span) -> Span:
    """Return the chamber of "Senate Majority Leader", nothing of "Montana Secretary": the tables have Montana."""
    start = span.start + (len("The ") if span.of(text).startswith("The ") else 0)
    words = text[start : span.end].split(" ")
    if len(words) > 1 and words[0] in parties("en"):  # "the Republican Senate Majority Leader"
        start, words = start + len(words[0]) + 1, words[1:]
    if words[0] in _CHAMBERS and _POST_OF_BODY.fullmatch(" ".join(words[1:])):
        return Span(start, start + len(words[0]))
    land = len(words) > 1 and words[-1] in _POSTS_OF_LANDS and " ".join(words[:-1]) in places()
    return Span(span.start, span.start) if land else span


def is_first_name(words: list[re.Match[str]]) -> bool:
    """Tell Pape Thiaw, a Senegalese first name, from « Pape François », « Pape Jean-Paul II »."""
    if words[0].group() != "Pape" or len(words) == 1 or _NUMERAL.fullmatch(words[-1].group()):
        return False
    return len(words) > 2 or words[1].group() not in first_names()
