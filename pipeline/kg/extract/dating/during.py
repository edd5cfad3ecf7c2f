"""Finds what goes on at the same time as a verb's deed: a time behind « pendant une collecte » is the deed's too."""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.dating.sharing import MEANWHILE
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition
from kg.model import Span
from kg.model.annotation import Token

_WHILE: Final = frozenset(MEANWHILE) - {"at"}


def during_from(site: Site) -> Span | None:
    """Return where it is told what goes on at the same time: from « pendant une collecte » on, or a phrase in front."""
    if site.kind != "verb" or _closed(site):
        return None
    sentence, verb = site.sentence, site.token
    first = next((t for t in sentence.children(verb, "obl") if preposition(sentence, t) in _WHILE), None)
    if first is None:
        return None
    own = Span.over([t.span for t in sentence.subtree(first)])
    return Span(first.span.start, own.end if first.index < verb.index else sentence.span.end)


def _closed(site: Site) -> bool:
    """Tell « X, qui a dirigé Y pendant dix ans, a été arrêté lundi »: a comma and the main verb end the clause."""
    if site.token.dep != "acl:relcl":
        return False
    end = max(t.index for t in site.sentence.subtree(site.token)) + 1
    root = next((t.index for t in site.sentence.tokens if t.dep == "ROOT"), 0)
    return root >= end and any(t.text == "," for t in site.sentence.tokens[end - 1 : end + 1])


def of_aside(site: Site, time: Token) -> bool:
    """Tell « la fondatrice de Mayane, invitée vendredi, »: the day is of the aside, not of what somebody is."""
    if site.kind != "noun" or not names_person(site.token.lower, "fr"):
        return False
    at: Token | None = time
    while at is not None and at.index > site.token.index:
        if at.dep == "acl" and at.head == site.token.index:
            return site.sentence.tokens[at.index - 1].text == ","
        at = site.sentence.head(at) if at.head != at.index else None
    return False
