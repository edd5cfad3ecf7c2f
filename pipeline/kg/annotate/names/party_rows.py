"""Parts an American party's word from the chamber or land it is written beside: "Senate Republican leader Miller"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.lexicon.tables import regions
from kg.model import EntityType, Span

_PARTISAN: Final = re.compile(r"\b(?:Republicans?|Democrats?|Democratic|GOP)\b")
_CHAMBER: Final = re.compile(
    r"(?:U\.?S\.? |State )?(?:House of (?:Representatives|Delegates)|Senate|House|Congress|State Assembly)\b"
)
_LAND: Final = re.compile(r"(?:U\.S\.|US)(?!\w)")
_SEAT: Final = re.compile(r"(?:Presidential|Vice Presidential|Congressional|Gubernatorial)\b")
_BODY: Final = re.compile(
    r" (?:Party|Caucus|Conference|National|Governors|Attorneys|Mayors|Study|Convention|Club|Coalition|Committee"
    r"|Campaign|Women|Jewish|Policy|Main Street|Unionist)\b"
)
_OF_MEMBERS: Final = re.compile(
    r"\b(?:(?:[A-Z][a-z]+ ){0,2}(?:U\.?S\.? )?(?:House|Senate|Assembly|Congressional) )?(?:Republican|Democratic|GOP) "
    r"(?:(?:Study|Campaign|Steering|Policy|Congressional Campaign|Senatorial Campaign) Committee|Caucus|Conference)\b"
)
# "the Law and Justice Party": two aims, neither a name
_OF_AIMS: Final = re.compile(
    r"\b(?:Law|Justice|Peace|Truth|Freedom|Unity|Liberty|Solidarity|Hope|Work|Land|Equality|Welfare|Development|Progress"
    r"|Reform|Democracy|Faith|Order) (?:and|&) [A-Z][a-z]+ Party\b"
)
_ARTICLE: Final = "The "
_BLANK: Final = " "
_SURE: Final = 50.0  # whatever the words around it say


def party_bodies(text: str) -> Iterator[Candidate]:
    """Yield the bodies that a party's members make, "the Ohio House Republican Caucus", and parties of two aims."""
    for match in _OF_MEMBERS.finditer(text):
        span = Span(_past_article(match.group(), match.start()), match.end())
        yield firm_name(span, EntityType.ORGANIZATION, "rule:party-body")

    for match in _OF_AIMS.finditer(text):
        yield firm_name(Span(*match.span()), EntityType.ORGANIZATION, "rule:party-body")


def is_partisan(form: str) -> bool:
    """Tell "Republicans", which models take for a land in "Republicans control the chamber"."""
    return _PARTISAN.fullmatch(form) is not None


def party_row(text: str, span: Span) -> list[Candidate]:
    """Return the names in a row of party, chamber and land alone, or nothing where the row is more or less than that.

    "Senate Republican" is a chamber and a party, "U.S. Democratic" a land and one; "the Alabama Republican Party" and
    "the Republican National Committee" are bodies. Members of a party in a chamber are one group: "House Democrats".
    """
    if _PARTISAN.search(text, span.start, span.end) is None or _BODY.match(text, span.end):
        return []
    found: list[Candidate] = []
    at, partisans = _past_article(span.of(text), span.start), 0
    while at < span.end:
        if text[at] == _BLANK:
            at += 1
            continue
        read = _piece(text, at, span.end)
        if read is None:
            return []
        kind, end = read
        if kind is not None:
            found.append(Candidate(Span(at, end), kind, 3.0, "rule:party-row", firm=True))
        partisans += kind is EntityType.GROUP
        at = end
    if partisans != 1 or at == found[0].span.end == span.end:
        return []
    return _members(text, found)


def _past_article(form: str, start: int) -> int:
    return start + len(_ARTICLE) * form.startswith(_ARTICLE)


def _piece(text: str, at: int, end: int) -> tuple[EntityType | None, int] | None:
    """Return what the row's next words name, and where they end; None where they are of another kind."""
    for pattern, kind in (
        (_PARTISAN, EntityType.GROUP),
        (_CHAMBER, EntityType.ORGANIZATION),
        (_LAND, EntityType.PLACE),
        (_SEAT, None),
    ):
        match = pattern.match(text, at, end)
        if match is not None:
            return kind, match.end()
    words = list(re.finditer(r"\S+", text[at:end]))[:3]
    lands = (at + word.end() for word in reversed(words))
    return next(((EntityType.PLACE, stop) for stop in lands if text[at:stop] in regions()), None)


def _members(text: str, found: list[Candidate]) -> list[Candidate]:
    """Return the chamber's members of a party as one name: "Senate Republicans"."""
    last = found[-1].span
    if len(found) < 2 or not last.of(text).endswith("s") or found[-2].type is not EntityType.ORGANIZATION:
        return found
    whole = Span(found[-2].span.start, last.end)
    return [*found[:-2], Candidate(whole, EntityType.GROUP, _SURE, "rule:party-row", firm=True)]
