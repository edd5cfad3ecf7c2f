"""Spots English bodies and groups whose head is written small: "the Baptist church", "the Miller campaign".

The word with a capital is no name of the body by itself: it says of what faith, of which people or whose it is.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.lexicon.tables import demonyms, first_names, places
from kg.model import EntityType, Span

_FAITH: Final = (
    r"(?:(?:Roman|Greek|Russian|Eastern|Southern|Free|Old) )?(?:Baptist|Catholic|Anglican|Methodist|Lutheran"
    r"|Presbyterian|Mormon|Orthodox|Coptic|Pentecostal|Episcopal|Episcopalian|Evangelical|Protestant|Adventist|Quaker|Unitarian"
    r"|Moravian|Mennonite|Maronite|Calvinist)"
)
_CHURCH: Final = re.compile(rf"(?<![\w-]){_FAITH} church(?![\w-])")
_FAITHFUL: Final = frozenset(
    """Jewish Muslim Islamic Hindu Sikh Christian Buddhist Catholic Protestant Evangelical Mormon Orthodox Bahá'í Baha'i
    Shia Shiite Sunni Alawite Ahmadi Druze Yazidi Yezidi Zoroastrian Amish Mennonite Coptic Jain Parsi Roma Romani
    Traveller Aboriginal Indigenous Native Latino Latina Hispanic LGBT LGBTQ LGBTI LGBTQIA Asian Black Kurdish
    Tamil""".split()
)
_COMMUNITY: Final = re.compile(
    r"(?<=\b[Tt]he )(?:[A-Z][\w'-]+ ){0,2}?(?P<people>[A-Z][\w'-]+) (?:community|communities|diaspora)(?![\w-])"
)
_SIBLINGS: Final = re.compile(
    r"(?<=\b[Tt]he )(?P<family>[A-Z][a-z]{2,}) (?:brothers|sisters|siblings|twins)(?![\w-]| [A-Z])"
)
# "the Miller campaign said", not "the Miller campaign manager"
_CAMPAIGN: Final = re.compile(
    r"(?<=\b[Tt]he )(?P<whose>[A-Z][\w’'-]+) (?:campaign|transition team)"
    r"(?=['’]s\b|[.,;:)\"”]|\n|$| (?:and|or|has|had|have|is|was|were|are|will|would|could|may|might|did|does|to|in|on"
    r"|of|for|at|by|that|which|who|also|itself|over|about|after|before|said|says|[a-z]+ed|calls|claims|argues|plans|denies"
    r"|believes|hopes|needs|wants|seeks|insists|began|spent|put|sent|paid|took|made|told)\b)"
)
_IN_FULL: Final = re.compile(
    r"(?<![\w-])(?P<first>[A-Z][a-z]+) (?:[A-Z]\. )?(?=(?P<family>[A-Z](?:[\w-]|['’](?!s\b))+))"
)
_SIDES: Final = frozenset("Leave Remain Yes No".split())
_PLAIN: Final = re.compile(r"[A-Z][a-z]+(?:an|ese|ish|ic)")


def small_headed(text: str) -> Iterator[Candidate]:
    """Yield such names, firm: nothing shorter inside them is a name of its own."""
    for match in _CHURCH.finditer(text):
        yield firm_name(Span(*match.span()), EntityType.ORGANIZATION, "rule:small-head")
    for match in _COMMUNITY.finditer(text):
        people = match["people"]
        if people in _FAITHFUL or people in demonyms() or (_PLAIN.fullmatch(people) and people not in places()):
            yield firm_name(Span(match.start("people"), match.end()), EntityType.GROUP, "rule:small-head")
    for match in _SIBLINGS.finditer(text):
        if match["family"] not in places():
            yield firm_name(Span(*match.span()), EntityType.GROUP, "rule:small-head")
    yield from _campaigns(text)


def _campaigns(text: str) -> Iterator[Candidate]:
    """Yield the campaign of somebody whom the text names in full, or of one side of a vote."""
    found = [*_CAMPAIGN.finditer(text)]
    families = _SIDES | _families(text) if found else _SIDES
    for match in found:
        if match["whose"] in families:
            yield firm_name(Span(*match.span()), EntityType.ORGANIZATION, "rule:small-head")


def _families(text: str) -> set[str]:
    """Return what may be the family names of those whom the text names in full."""
    return {name["family"] for name in _IN_FULL.finditer(text) if name["first"] in first_names()}
