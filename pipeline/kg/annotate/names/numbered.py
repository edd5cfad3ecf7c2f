"""Spots names that open with a number in French texts: « la 21st Century Fox », « le rappeur 50 Cent », « 4chan ».

A number before capitals mostly counts (« 200 Renault », « 20 Français »): it is part of the name behind a noun that
says what one thing is, where it is an English ordinal, and where the letters are joined to it.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.annotate.names.capital_words import PLAIN_CAPITAL, PLAIN_NAME
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import countries
from kg.lexicon.tables import demonyms, lexicon, person_nouns
from kg.model import EntityType, Span

_ORDINAL: Final = re.compile(rf"(?<![\w-])\d{{1,3}}(?:st|nd|rd|th)[ \u00a0]{PLAIN_NAME}")
_GLUED: Final = re.compile(
    r"(?<![\w.,/:-])\d{1,3}(?!(?:èmes?|[ei]e?mes?|heures?|euros?|mètres?|minutes?|kilos?|km\w*|bits?|fois|ans|mois)\b)"
    r"(?:[a-z]{4,}|[a-z]{3,}[A-Z][a-z]+|[A-Z][a-z]{3,})(?![\w-])"
)
_BEHIND_KIND: Final = re.compile(
    r"\b(?:(?:[LlDd]es?|[Ll]a|[Dd]u|[Aa]u|[Ss]on|[Ss]a|[Cc]ette|[Cc]et?|[Uu]ne?)[ \u00a0]|[LlDd]['’])"
    r"(?P<kind>[a-zà-ÿ-]{3,})[ \u00a0](?P<adjective>[a-zà-ÿ-]{4,}[ \u00a0])?"
    rf"(?P<name>\d{{1,3}}(?:e|er|ère|ème|[A-Z])?[ \u00a0]{PLAIN_CAPITAL}(?:[ \u00a0]{PLAIN_CAPITAL})?)"
)


def numbered(text: str) -> Iterator[Candidate]:
    """Yield names that open with a number."""
    for found in _ORDINAL.finditer(text):
        yield firm_name(Span(*found.span()), EntityType.ORGANIZATION, "rule:numbered")
    for found in _GLUED.finditer(text):
        yield firm_name(Span(*found.span()), EntityType.ORGANIZATION, "rule:numbered")
    for found in _BEHIND_KIND.finditer(text):
        kind, name = _kind(found["kind"]), found["name"]
        last = name.rpartition(" ")[2]
        counted = last in demonyms() or last.lower() in countries("fr") or last in known_by_form()
        if kind is not None and not (counted and name not in known_by_form()):
            yield firm_name(Span(*found.span("name")), kind, "rule:numbered")


def _kind(noun: str) -> EntityType | None:
    """Return what a noun in the singular says that the name behind it is."""
    for kind in (EntityType.ORGANIZATION, EntityType.WORK):
        if noun in lexicon()[f"before:{kind.value}"] and not noun.endswith("s"):
            return kind
    return EntityType.PERSON if noun in person_nouns() or noun in lexicon()["before:Person"] else None
