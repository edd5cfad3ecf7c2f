"""Holds the times and quantities of a document; ties places and quantities to the verb or noun they belong to."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from kg.extract import quantity, time
from kg.extract.coreference.nouns import names_place
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.lexicon.tables import fold
from kg.model import Entity, EntityType, Participant, Span
from kg.model.annotation import Token

IN_PLACE: Final = ("à", "en", "dans", "sur", "près de", "in", "at", "near", "on", "aux", "au", "outside")
_DWELLINGS: Final = frozenset("domicile maison appartement résidence propriété home house flat residence".split())
_HOSPITALS: Final = ("hopital", "clinique", "chu ", "chr ", "chru ", "hospice", "ehpad", "centre hospitalier", "prison")
_ENGLISH_HOSPITALS: Final = (
    " hospital",
    " hospice",
    " clinic",
    " infirmary",
    " prison",
    " medical center",
    " medical centre",
)
_VOTES: Final = ("votes", "voix", "suffrages", "vote")
_PAYING: Final = ("débours", "dépens", "pay", "vers", "mobilis", "spend", "spent", "paid")
_IN_ORDER_TO: Final = ("pour", "afin", "to")
_SUM: Final = 8  # words of a sum
_BEFORE_IT: Final = ("après", "avant", "depuis", "after", "before", "since")  # the numbers of another event
# What stands before and after the date of a dateline.
_PLACE: Final = re.compile(r"\s*(?:[A-ZÀ-Ý][\w .'’/()-]{1,40}[,(–—-]? *)?(?:le |on )?")
_HEADED: Final = re.compile(r"\d{4}(?:\s?\.)?\s[A-ZÀ-Ý]")
_DASH: Final = re.compile(
    r"(?:,\s\d\d?\s?[h:]\s?(?:\d\d)?(?:\s(?:UTC|GMT)(?:\s?[+−-]\s?\d{1,2})?)?|,\s[A-ZÀ-Ý][\w'’-]{2,30})?"
    r"\s*(?:\([^()\n]{1,30}\))?\s*[.,:)]{0,2}\s*(?:[–—]|-\s)"
)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Hold a document's times and quantities, in order; `dateline` is where that of the day of publication ends."""

    times: tuple[time.TimeExpression, ...]
    quantities: tuple[quantity.Quantity, ...]
    published: date | None = None
    dateline: int | None = None


def circumstances(reading: Reading) -> Circumstances:
    """Return the times and quantities of the document."""
    document = reading.annotation.document
    published = date.fromisoformat(document.published) if document.published else None
    times = time.find(document.text, document.language, published)
    quantities = quantity.find(document.text, document.language, times)
    heads = [expression for expression in times if _in_dateline(document.text, expression.span)]
    told = tuple(expression for expression in times if expression not in heads)
    dateline = next((head.span.end for head in heads if head.value == document.published), None)
    return Circumstances(told, quantities, published, dateline)


def _in_dateline(text: str, span: Span) -> bool:
    """Tell a date that heads a paragraph (« 8 janvier 2017. – », "LONDON, March 3 —"): it dates the text."""
    line = text.rfind("\n", 0, span.start) + 1
    first = not text[line : span.start].strip()
    alone = first and text[span.end : span.end + 1] in ("", "\n")
    heads = first and _HEADED.match(text, span.end - 4) is not None  # "May 7, 2015 On Tuesday, …"
    return (
        alone
        or heads
        or (_PLACE.fullmatch(text[line : span.start]) is not None and _DASH.match(text, span.end) is not None)
    )


def where(reading: Reading, site: Site, used: set[str], *, died: bool = False) -> Participant | None:
    """Return the place in which the text puts the event: a place name with a preposition of place on its verb.

    So a hospital or a prison for who `died` there.
    """
    for head in (site.support or site.token, site.token):
        for child in site.sentence.children(head, "obl", "nmod", "advmod"):
            if preposition(site.sentence, child) not in IN_PLACE or _listed(reading, site, child, used):
                continue
            for place in (child, *_inside(reading, site, child)):
                for reference in reading.referents(site.sentence, place):
                    entity = reading.entities[reference.entity]
                    there = entity.type is EntityType.PLACE or (died and _is_hospital(entity))
                    if there and entity.id not in used:
                        return reading.participant(reference, place.span)
    return None


def _is_hospital(body: Entity) -> bool:
    name = fold(body.name)
    return body.type is EntityType.ORGANIZATION and (name.startswith(_HOSPITALS) or name.endswith(_ENGLISH_HOSPITALS))


def _inside(reading: Reading, site: Site, building: Token) -> list[Token]:
    """Return what says where a building is: « dans un hôpital de Rome », « à son domicile de Neuilly »."""
    known = building.lower in _DWELLINGS or names_place(building, reading.language)
    if building.name is not None or building.pos != "NOUN" or not known:
        return []
    return [
        t for t in site.sentence.children(building, "nmod") if preposition(site.sentence, t) in {*IN_PLACE, "de", "of"}
    ]


def _listed(reading: Reading, site: Site, place: Token, used: set[str]) -> bool:
    """Tell a place that is listed with a participant: « a vécu à Lyon et à Nice »."""
    others = site.sentence.children(place, "conj")
    return any(r.entity in used for other in others for r in reading.referents(site.sentence, other))


def quantity_in(
    found: Circumstances, site: Site, kind: str, within: list[Span] | None = None
) -> quantity.Quantity | None:
    """Return the quantity of a kind in the spans, by default in the trigger's clause, the nearest to it."""
    region = _region(site) if within is None else [_with_qualifier(found, span) for span in within]
    kinds = {"count": ("count", "number"), "number": ("count",), "votes": ("count",)}.get(kind, (kind,))
    fitting = [
        q
        for span in region
        for q in _in(found.quantities, span)
        if q.kind in kinds
        and (kind != "votes" or q.amount.unit in _VOTES)
        and (span.contains(q.span) or _figure(site, kind, span, q) or _bare(site, kind, span, q))
    ]
    # « deux adolescents de 12 et 17 ans »: how many they are is said first
    at = site.token.span.start if within is None else 0
    return min(fitting, key=lambda q: (abs(q.span.start - at), q.span.start), default=None)


def _figure(site: Site, kind: str, span: Span, counted: quantity.Quantity) -> bool:
    """Tell « 30 » of « douze personnes ont été tuées et 30 blessées »: what is counted is the word itself."""
    behind = site.token.span
    return kind == "number" and counted.span.end == behind.end and span.end <= behind.start


def _bare(site: Site, kind: str, span: Span, counted: quantity.Quantity) -> bool:
    """Tell « 37 » of "left 37 dead": the unit is what befell them."""
    figure = site.sentence.token_at(span)
    digits = figure is not None and figure.text[:1].isdigit()
    return kind == "number" and digits and counted.span.start == span.start and counted.span.contains(span)


def _in(quantities: Sequence[quantity.Quantity], span: Span) -> Sequence[quantity.Quantity]:
    """Return the quantities that begin in the span."""
    first = bisect_left(quantities, span.start, key=lambda one: one.span.start)
    return quantities[first : bisect_left(quantities, span.end, key=lambda one: one.span.start)]


def _with_qualifier(found: Circumstances, span: Span) -> Span:
    """Return the span with what the parser left before it (« plus de [91 personnes] »)."""
    starts = [q.span.start for q in found.quantities if q.span.overlaps(span) and q.span.end <= span.end]
    return Span(min([span.start, *starts]), span.end)


def _region(site: Site) -> list[Span]:
    """Return the spans of the trigger's dependents, without clauses of their own; after a noun also what follows."""
    spans = [site.token.span]
    for child in site.sentence.children(site.token):
        if child.dep.partition(":")[0] in ("ccomp", "advcl", "parataxis", "conj") and child.pos == "VERB":
            continue
        if preposition(site.sentence, child) in _BEFORE_IT:
            continue
        spans.append(Span.over([t.span for t in site.sentence.subtree(child)]))
    if site.kind == "noun":
        spans.append(Span(site.token.span.start, site.sentence.span.end))
    spans = [Span(min(s.start, site.token.span.start), max(s.end, site.token.span.end)) for s in spans]
    return [*spans, *_spent(site)]


def _spent(site: Site) -> list[Span]:
    """Return the sum of « a déboursé 16 milliards pour racheter X », "paid $16bn to buy X": what it was spent for."""
    paying = site.sentence.head(site.token) if site.token.dep in ("advcl", "xcomp", "acl") else None
    aim = any(t.lower in _IN_ORDER_TO for t in site.sentence.children(site.token, "mark", "case", "aux"))
    if paying is None or not aim or not paying.lower.startswith(_PAYING):
        return []
    sums = site.sentence.children(paying, "obj")
    return [Span.over([t.span for t in site.sentence.subtree(thing) if t is not site.token][:_SUM]) for thing in sums]
