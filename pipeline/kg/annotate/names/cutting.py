"""Cuts what somebody takes for a name down to the name: no article, no row of two names, no address of a page."""

import re
from collections.abc import Iterable
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.annotate.names.common import common
from kg.annotate.names.holders import without_charge
from kg.annotate.names.looks import introduced, looks_like_name
from kg.annotate.names.ministries import charged
from kg.annotate.names.party_ends import without_body
from kg.annotate.names.trim import behind_home, trim
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import countries
from kg.lexicon.tables import places
from kg.model import EntityType, Span

_ADDRESS: Final = re.compile(r"https?://\S+|\b(?:pic\.twitter\.com|t\.co|bit\.ly|ow\.ly|youtu\.be)/\S+")
_SMALL_INSIDE: Final = re.compile(r"[ \u00a0]([a-zà-ÿ]{5,})[ \u00a0](?=[A-ZÀ-Þ])")
_JOINED_ON: Final = re.compile(r"[ \u00a0](?:et|ou|puis|mais)[ \u00a0](?=[a-zà-ÿ])")  # « Zverev et s'offre le titre »
# « saisie par A et Georgios par Vincent Crase »: two people
_BETWEEN: Final = re.compile(
    r"[ \u00a0](?:par|pour|avec|contre|chez|dans|sur|selon|dont|qui|comme|vers)[ \u00a0](?=[A-ZÀ-Þ])"
)
_OWNED: Final = re.compile(r"[ \u00a0](?:d[eu]s?[ \u00a0]|d['’])(?:la[ \u00a0]|l['’])?[a-zà-ÿ]")
_WITH_SMALL: Final = (EntityType.ORGANIZATION, EntityType.WORK, EntityType.EVENT)
_INSIDE: Final = frozenset(
    "della dalla delle degli santa saint sainte frère frères sœur alias mac junior père fils".split()
)
# « a demandé à la Commission électorale d'interdire … »: what it is asked to do is none of its name
_TO_DO: Final = re.compile(
    r"[ \u00a0]d(?:e[ \u00a0]|['’])(?:l[ae]s?[ \u00a0]|l['’]|[yn]['’ ])?"
    r"(?!\w*[^f]ier\b|(?:canc|hiv|enf|étrang|dang|boulang|berg|verg|bouch|lead|report)er\b)"
    r"(?:[a-zà-ÿ]{3,}er|(?:inter)?dire|\w*prendre|\w*mettre|rendre|(?:re)?faire|\w+duire|suspendre|\w*pondre|vendre"
    r"|défendre|(?:main|re|ob|sou)tenir|(?:inter|re|pré)venir|ouvrir|saisir|agir|punir|garantir|réunir|fournir)\b"
)
_CAPITAL_BEHIND: Final = re.compile(r" ([A-Z][a-z]+)")


def outside_addresses(text: str, candidates: Iterable[Candidate]) -> Iterable[Candidate]:
    """Return the candidates that are no part of the address of a page ("https://…/Article/E2-summit")."""
    addresses = [Span(*found.span()) for found in _ADDRESS.finditer(text)]
    return [c for c in candidates if not any(a.contains(c.span) for a in addresses)] if addresses else candidates


def trimmed(text: str, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Return the candidates whose spans hold a name, each cut down to it."""
    kept = []
    cut: dict[tuple[Span, bool, bool], Span | None] = {}  # of one span several models, tables and rules speak
    for candidate in candidates:
        key = (candidate.span, candidate.firm, candidate.by.startswith("known:"))
        if key not in cut:
            cut[key] = _cut(text, candidate.span, firm=candidate.firm, known=key[2])
        span = cut[key]
        if span is not None and candidate.by.startswith("model:"):
            span = _of_platform(text, span)
        if span is not None and candidate.type not in _WITH_SMALL and candidate.by.startswith("model:"):
            span = _before_small(text, span, person=candidate.type is EntityType.PERSON)
        if span is not None:
            person = span != candidate.span and span == without_body(text, candidate.span)
            kind = EntityType.PERSON if person and candidate.type is not None else candidate.type
            kept.append(Candidate(span, kind, candidate.weight, candidate.by, candidate.firm))
    return kept


def _cut(text: str, taken: Span, *, firm: bool, known: bool) -> Span | None:
    """Return the name within the span that somebody takes for one, or None where there is none."""
    asked = None if firm or known else _TO_DO.search(text, taken.start, taken.end)
    taken = taken if asked is None else Span(taken.start, asked.start())
    spelt = introduced(text, taken.of(text))
    listed = firm or known or spelt
    whole = behind_home(text, _from_digits(text, taken))
    span = whole if listed else trim(text, whole)
    if span is None or (not is_place(span.of(text)) and charged(text, span)):
        return None
    span = span if listed else without_charge(text, span)  # "Kenyan Health Minister Jane Miller"
    if span is None or text[max(0, span.start - 6) : span.start].lower() == "outre-":
        return None
    if not listed and (_two_names(text, span.of(text)) or _half_a_people(text, span)):
        return None
    if not firm and not spelt and common(text, span):
        return None
    return span if listed or looks_like_name(span.of(text)) else None


def _before_small(text: str, span: Span, *, person: bool) -> Span:
    """Return « Edward » of « Edward entraîne Anderlecht »: a long word in small letters is none of a person's name."""
    if " " not in text[span.start : span.end]:
        return span
    joined = _JOINED_ON.search(text, span.start, span.end)
    if joined is not None:
        return Span(span.start, joined.start())
    joint = _BETWEEN.search(text, span.start, span.end) if person else None
    if joint is not None:
        return Span(span.start, joint.start())
    small = _SMALL_INSIDE.search(text, span.start, span.end) if person else None
    return span if small is None or small[1] in _INSIDE else Span(span.start, small.start())


def _of_platform(text: str, span: Span) -> Span:
    """Return « Threads » of « le compte Threads de l'adjoint au maire »: whose account it is is none of its name."""
    first = span.of(text).partition(" ")[0]
    known = known_by_form().get(first)
    owned = known is not None and known.kind == "platform" and _OWNED.match(text, span.start + len(first))
    return Span(span.start, span.start + len(first)) if owned else span


def _from_digits(text: str, span: Span) -> Span:
    """Return the whole of "8K Expeditions": no name begins within a word."""
    start = span.start
    while start and text[start - 1].isdigit() and text[start].isalnum():
        start -= 1
    return Span(start, span.end)


def _half_a_people(text: str, span: Span) -> bool:
    """Tell "Sri" of "the Sri Lankan minister"."""
    behind = _CAPITAL_BEHIND.match(text, span.end)
    land = countries("en").get(behind[1].lower(), "") if behind is not None else ""
    return land.startswith(f"{span.of(text)} ")


def _two_names(text: str, name: str) -> bool:
    """Tell "Nigeria and Barcelona", "Bosch and Gazelle", of which a model makes one name: the text parts them."""
    left, joint, right = name.partition(" and ")
    if not joint or " " in left or " " in right:
        return bool(joint) and left in places() and (right in places() or right in known_by_form())
    return any(
        is_land(half) or half in known_by_form() or text.count(half) > text.count(name) for half in (left, right)
    )


def is_place(name: str) -> bool:
    """Tell a country, a region or another place that is hardly ever something else."""
    return places().get(name, 0.0) >= 1.0


def is_land(name: str) -> bool:
    """Tell a name that a table knows as a place's."""
    known = known_by_form().get(name)
    return name in places() or (known is not None and known.type is EntityType.PLACE)
