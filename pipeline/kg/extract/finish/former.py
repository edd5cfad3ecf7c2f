"""Says of an office or a tie that it is over: « l'ancien maire de Lyon », "an ex-employee of Novatel", « ex-PS »."""

import re
from dataclasses import replace
from typing import Final

from kg.extract.finish.titles_told import title_of, title_span
from kg.model import Fact, RoleValue, Span

STATUS: Final = ("status", "former")
_TIES: Final = frozenset("holdsPosition memberOf employedBy represents spouseOf".split())
# « l'ancien éphémère ministre », not « l'ancien et actuel maire », « la présidente de l'ancienne région »
_BEFORE: Final = re.compile(
    r"\b(?:anciens?|anciennes?|ex|former|one-time|erstwhile)[ \u00a0-]"
    r"(?:(?:tout|très|premi(?:er|ère)|vice|grande?|célèbre|éphémère|puissante?|emblématique|brève?|deputy|longtime)"
    r"[ \u00a0-]){0,2}[«\"“]?$",
    re.IGNORECASE,
)
_OVER: Final = re.compile(
    r"(?:ex[- ]|former\b|ancien(?:ne)?s?\b|transfuges?\b|défecteurs?\b|defectors?\b)", re.IGNORECASE
)
_EX: Final = re.compile(r"\b(?:ex[- ]|anciennement |formerly )$", re.IGNORECASE)  # « la sénatrice ex-PS »
_FAR: Final = 40  # characters


def with_status(facts: list[Fact], text: str) -> list[Fact]:
    """Return the facts, with the role `status` "former" on each office or tie that the text says is over."""
    return [_over(fact) if fact.relation in _TIES and _is_over(fact, text) else fact for fact in facts]


def _over(fact: Fact) -> Fact:
    roles: list[tuple[str, RoleValue]] = [*fact.roles, STATUS]
    return replace(fact, roles=tuple(sorted(roles, key=lambda role: role[0])))


def _is_over(fact: Fact, text: str) -> bool:
    words = (title_span(fact, text) if title_of(fact) else None) or fact.trigger
    ended = _OVER.match(text, words.start) or _OVER.match(text, fact.trigger.start)
    party = fact.object.span if fact.relation == "memberOf" and fact.object is not None else None
    return bool(ended or _told_before(words, text) or (party is not None and _EX.search(_before(party, text))))


def _told_before(words: Span, text: str) -> bool:
    return _BEFORE.search(_before(words, text)) is not None


def _before(words: Span, text: str) -> str:
    return text[max(0, words.start - _FAR) : words.start]
