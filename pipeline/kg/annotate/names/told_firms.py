"""Spots English firms that no list knows by what is said of them behind a comma: "Brightwave, a Leeds firm that …".

Where they open a sentence or follow a colon their capital says nothing, and a model takes one word for no name.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.lexicon.tables import demonyms, first_names, lexicon, listed, person_nouns, places
from kg.lexicon.whole_words import stands
from kg.model import EntityType, Span

_NAME: Final = r"(?<![\w’'-])(?P<name>[A-Z][a-zà-ÿ]{2,}[A-Za-z]*(?: [A-Z][a-zà-ÿ]+[A-Za-z]*){0,2})"
_KIND: Final = (
    r"(?:firm|company|start-?up|bank|chain|airline|carrier|(?:car|chip|drug|auto|plane)maker|manufacturer|insurer"
    r"|utility|consultancy|fintech|conglomerate|charity|think[ -]tank|non-?profit|brewery|shipyard|agency|subsidiary"
    r"|cooperative|(?:battery|engine|software|car|drug|chip|phone|toy|shoe|clothing|furniture|steel|truck|aircraft|drone"
    r"|tyre|bike) maker)"
)
_BEHIND: Final = (
    r"(?=[,.;]| (?:that|which|in|at|based|with|whose|founded|set up|owned|from|backed|speciali[sz]ing|run|behind)\b)"
)
_WHAT: Final = re.compile(
    rf"{_NAME}, (?:an?|the|one of) (?:[A-Z][\w.’'-]+ ){{0,3}}"
    rf"(?:(?!who|that|which|of|for|at|from|with)[a-z-]+ ){{0,4}}{_KIND}{_BEHIND}"
)
# What common nouns may be said to do as well: "Tourism, which employs a tenth of them"
_DOES: Final = re.compile(
    rf"{_NAME}, which (?:makes (?!up|it|sense|clear|him|her|them|no|for)|sells (?!for)|manufactures|operates|employs"
    r"|provides|supplies|owns|develops|runs|posted|reported a|is listed)"
)
_MADE: Final = re.compile(
    rf"{_NAME}, (?:(?:(?:part|majority|jointly)[ -])?(?:backed|owned) by (?:[a-z]+ ){{0,2}}[A-Z]|co-?founded (?:by|in)"
    r"|founded (?:by|in)|headquartered in|listed (?:in|on))"
)


def told_firms(text: str) -> Iterator[Candidate]:
    """Yield such names."""
    for pattern in (_WHAT, _MADE, _DOES):
        for match in pattern.finditer(text):
            words = match["name"].split()
            opens = _opens(text, match.start("name"))
            if not _plain(words) or (opens and len(words) == 1 and not _no_word(text, words[0], pattern)):
                continue
            yield Candidate(Span(*match.span("name")), EntityType.ORGANIZATION, 2.0, "rule:told-firm")


def _plain(words: list[str]) -> bool:
    """Tell words that may be a firm's name: no land, no people, nobody."""
    name, first = " ".join(words), words[0]
    if name in places() or name in demonyms() or {w.lower() for w in words} & listed("calendar", "place_words"):
        return False
    if first in first_names() and len(words) > 1:
        return False
    common = first.lower() in lexicon()["function_words"] or first.lower() in lexicon()["common_capitals"]
    return not common and not {first.lower(), first.lower().removesuffix("s")} & person_nouns()


def _opens(text: str, start: int) -> bool:
    before = text[:start].rstrip(' \u00a0"“”—-')
    return not before or before.endswith((".", "!", "?", ":", ";", "\n"))


def _no_word(text: str, word: str, pattern: re.Pattern[str]) -> bool:
    """Tell one word that opens a sentence from a common noun: the text never writes it small, or big further in."""
    inside = re.search(rf"[a-z,] {word}\b", text) is not None
    return inside or (pattern is not _DOES and not stands(text, word.lower(), beside="-/"))
