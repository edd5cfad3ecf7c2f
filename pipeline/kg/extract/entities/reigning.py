"""Tells who goes by a first name alone: « le pape François », « sœur Emmanuelle »; not « son frère François »."""

import re
from collections.abc import Sequence
from typing import Final

from kg.lexicon.initials import SMALL

_REIGNING: Final = re.compile(
    r"\b(?:[Pp]ape|[Rr]oi|[Rr]eine|[Pp]rince|[Pp]rincesse|[Ss]ultan|[Ss]aint|[Ss]ainte|[Ss]œur|[Ff]rère|[Pp]ope|[Kk]ing"
    r"|[Qq]ueen|[Pp]rincess|[Ss]ister|[Bb]rother)[ \u00a0]$"
)
_OWN: Final = re.compile(
    r"\b(?:[Ss]on|[Ss]a|[Mm]on|[Mm]a|[Ll]eur|[Nn]otre|[Vv]otre|[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur)[ \u00a0]\S+\s$"
)


def reigns(before: Sequence[str], whole: Sequence[str], short: str, full: str) -> bool:
    """Tell « le pape François » from François Hollande by the words before each mention of both names.

    Who has the title with the full name too, "Princess Anne Martin", is called so for short.
    """
    second = full.removeprefix(f"{short} ").split()[0]
    if " " in short or second in SMALL or re.fullmatch(r"[ivx]+|\d+(?:er)?", second):
        return False  # « Albert II », « Albert de Monaco »
    return _titled(before) and not _titled(whole)


def _titled(before: Sequence[str]) -> bool:
    return any(_REIGNING.search(words) is not None and _OWN.search(words) is None for words in before)
