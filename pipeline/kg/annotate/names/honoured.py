"""Spots whom English verbs of giving honour, and with what: "awarded Miller the Saltire Medal", "won her the Booker".

The two names stand side by side, so that they look like one.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.capital_words import CAPITAL
from kg.lexicon.tables import listed, places
from kg.model import EntityType, Span

_HONOUR: Final = (
    r"(?:Prize|Medal|Award|Cross|Trophy|Fellowship|Scholarship|Order|Oscar|Bear|Lion|Leopard|Globe|Palm|Star|Honou?r)"
)
_GIVEN: Final = re.compile(
    r"\b(?:award(?:s|ed|ing)?|g(?:ave|ives?|iving)|hand(?:s|ed|ing)?|present(?:s|ed|ing)?|w[io]ns?|winning"
    rf"|earn(?:s|ed|ing)?|bring(?:s|ing)?|brought) (?P<who>{CAPITAL}(?: {CAPITAL}){{0,2}})"
    rf" (?:the|an?) (?P<what>(?:Palme|Ballon) d['’]Or|(?:{CAPITAL} ){{1,4}}{_HONOUR}"
    rf"(?: (?:of|for) (?:the )?{CAPITAL}(?: {CAPITAL})?)?)(?![\w-])"
)
_NOBODY: Final = frozenset("the a an he she it they who this that".split())


def honoured(text: str) -> Iterator[Candidate]:
    """Yield both names: a person, and a work."""
    for match in _GIVEN.finditer(text):
        words = {word.lower() for word in match["who"].split()}
        body = words & listed("organization_words", "place_words", "event_words", "work_words", "common_capitals")
        if body or words & _NOBODY or match["who"] in places():
            continue
        yield firm_name(Span(*match.span("who")), EntityType.PERSON, "rule:honoured")
        yield firm_name(Span(*match.span("what")), EntityType.WORK, "rule:honoured")
