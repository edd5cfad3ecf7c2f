"""Drops the last word of a row that is none of the name: a day, a joining word, a rank, a post behind its body."""

import re
from typing import Final

from kg.lexicon.closed import AFTER_NAMES
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import parties
from kg.lexicon.tables import first_names, lexicon, person_nouns, places
from kg.model import Span

TOKEN: Final = re.compile(r"[^\s\u00a0\u202f]+")
ADDRESSED: Final = re.compile(r"\b(?:Mrs?|Ms|Miss|Dr|Prof|Professor|Sir|Dame|Hon)\.? $")
INITIALS: Final = re.compile(r"[A-Z]{2,5}")
_INITIAL: Final = re.compile(r"[A-Z]\.")
_JOINS: Final = ("of", "for", "and", "d'", "l'")
_KIND_OF_BODY: Final = frozenset(
    "news newspaper website rebels troops plane jet aircraft helicopter Flight CEO CFO COO CTO".split()
)
_ELIDED: Final = re.compile(r"(?<=\w)[ \u00a0](?:[mtslnjcd]|qu)['’]?$")
_CUT_OFF: Final = re.compile(r"[a-z]?['’](?=[a-zà-ÿ])")
_LEGAL: Final = frozenset(("SA", "S.A.", "SE", "AG", "AS", "AB", "NV", "SAS"))
_MONTH_NAMES: Final = frozenset(("May", "March", "August", "Avril", "Noël", "Jan", "Christmas", "Côté"))
_RANKS: Final = frozenset("capt sgt lt det insp supt col gen cmdr cpl maj sen rep gov cllr rev dr prof".split())
_SEATED: Final = frozenset("mp mps mep msp ms am td mla mna peer".split())
SURNAMES: Final = frozenset("still will may many more most like moon before from so an late much last".split())
_PLAIN_BEHIND: Final = re.compile(r"[ \u00a0][a-zà-ÿ(]|,[ \u00a0][a-zà-ÿ\d]|\.?$|\. [A-Z]|\)", re.MULTILINE)
_TITLED: Final = frozenset(
    "quant ma face one now today first to or who so down out up over here two three no if sur debout".split()
)


def without_clitic(text: str, span: Span) -> Span:
    """Return the name of « Alain m'a tout appris » without the pronoun that the apostrophe cuts off."""
    elided = _ELIDED.search(text, span.start, span.end)
    cut = elided is not None and _CUT_OFF.match(text, span.end - 1) is not None
    return Span(span.start, elided.start()) if elided is not None and cut else span


def without_last(text: str, span: Span) -> Span:
    """Drop a last word that is a day, a month or a joining word."""
    words = list(TOKEN.finditer(text, span.start, span.end))
    if len(words) < 2:
        return span
    last = words[-1].group().lower().strip(".,")
    rank = last in _RANKS and re.match(r"\.? [A-Z]", text[span.end : span.end + 3])
    seat = text[span.start : words[-2].end()]
    party = last in _SEATED and (seat in parties("en") or seat in places() or seat == "Congress")
    body = (seat in known_by_form() and " " in seat) or INITIALS.fullmatch(seat)  # "EAC Chairperson"
    post = body and last in lexicon()["person_titles"]
    kind = words[-1].group() in _KIND_OF_BODY  # "the AFP news agency"
    if kind or post or rank or party or _after_name(text, words):  # "World Health Organization Representative"
        return Span(span.start, words[-2].end())  # "Tulsa Police Capt. Richard Bowlegs"
    if _of_person(text, span, words):
        return span
    if words[-1].group() in _LEGAL or (last == "police" and "." not in span.of(text)):
        return span  # "Frigosul SA" (no French possessive), "West Yorkshire Police"
    proper = words[-1].group().istitle() and last in _TITLED and words[-2].group()[-1].isalnum()
    proper = proper or [word.group() for word in words[-2:]] == ["Jong", "Un"] or _surname(text, words)
    if last in lexicon()["calendar"] or (last in lexicon()["function_words"] and not proper) or last in _JOINS:
        return Span(span.start, words[-2].end())
    if _INITIAL.fullmatch(words[-2].group()) and last.removesuffix("s") in person_nouns() and last.endswith("s"):
        return Span(span.start, words[-2].end())  # "Ruben V. Prosecutors said"
    return span


def _surname(text: str, words: list[re.Match[str]]) -> bool:
    """Tell « Will Still », « Max Now »: an English word with a capital behind a first name, no capital beside it."""
    first, last = words[0].group(), words[-1].group()
    known = len(words) == 2 and last.istitle() and last.lower() in SURNAMES and first in first_names()
    return known and _PLAIN_BEHIND.match(text, words[-1].end()) is not None


def _after_name(text: str, words: list[re.Match[str]]) -> bool:
    """Tell letters behind a name: "Jane Miller OBE", "Mr Miller AM"."""
    letters = words[-1].group().strip(".,")
    addressed = ADDRESSED.search(text[max(0, words[0].start() - 12) : words[0].start()]) is not None
    return letters.lower() in AFTER_NAMES and (len(words) > 2 or (addressed and letters.isupper()))


def _of_person(text: str, span: Span, words: list[re.Match[str]]) -> bool:
    """Tell « Theresa May », « Paul Côté »: a first name stands before what is also a month, no day behind it."""
    dated = re.match(r",? \d", text[span.end : span.end + 3])
    first = words[0].group().split("-")[0]
    return len(words) == 2 and first in first_names() and words[1].group() in _MONTH_NAMES and not dated
