"""Finds ages beside French names, which the parser shall not read: « Paul Martin, 23 ans, a été arrêté ».

It takes « ans » for who was arrested. The comma behind goes too where the clause goes on; it stays before an
apposition (« Paul Martin, 23 ans, maire de Lyon, … »).
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.lexicon.tables import person_nouns
from kg.model import Span

_AGE: Final = re.compile(
    r"(?<=\w),[ \u00a0]\d{1,3}[ \u00a0]ans(?P<comma>,)[ \u00a0](?P<next>[\w-]+)|(?<=\w)[ \u00a0]\(\d{1,3}[ \u00a0]ans\)"
)
_APPOSED: Final = re.compile(r"(?:l[ae]s?|l|une?|son|sa|qui|dont|à|de|du|en|dans|puis|mais|ex|jeune|\w+ées?|\w+és?)\Z")


def ages(text: str, span: Span) -> Iterator[Span]:
    """Yield the ages in apposition in a stretch of text."""
    for found in _AGE.finditer(text, span.start, span.end):
        if found["comma"] is None:
            yield Span(*found.span())
        else:
            yield Span(found.start(), found.start("comma") if _apposed(found["next"]) else found.end("comma"))


def _apposed(word: str) -> bool:
    """Tell a word that begins an apposition from one with which the clause goes on."""
    return _APPOSED.match(word) is not None or word.lower() in person_nouns() or word[0].isupper() or word[0].isdigit()
