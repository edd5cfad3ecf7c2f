"""Ties times, places and quantities to the verb or noun that they belong to."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Final

from kg.extract import quantity, time
from kg.extract.coreference.nouns import happenings
from kg.extract.frames.site import Site
from kg.extract.grammar import preposition
from kg.extract.reading import Reading
from kg.model import EntityType, Modality, Participant, Span
from kg.model.annotation import Sentence, Token

DATED: Final = frozenset("date month year week weekend quarter season decade century interval".split())
IN_PLACE: Final = ("à", "en", "dans", "sur", "près de", "in", "at", "near", "on", "aux", "au", "outside")
# What stands before and after the date of a dateline.
_PLACE: Final = re.compile(r"\s*(?:[A-ZÀ-Ý][\w .'’/()-]{1,40}[,(–—-]? *)?(?:le |on )?")
_LIKENED: Final = ("comme", "as", "unlike", "like")
_IN_TIME: Final = ("en", "in", "on", "au", "lors", "during")
_WHEN: Final = ("quand", "lorsque", "lorsqu'", "when", "as")
_DAYS: Final = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_DASH: Final = re.compile(r"\s*(?:\([^()\n]{1,30}\))?\s*[.,:)]{0,2}\s*(?:[–—]|-\s)")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """Hold a document's times and quantities, in order."""

    times: tuple[time.TimeExpression, ...]
    quantities: tuple[quantity.Quantity, ...]
    published: date | None = None


def circumstances(reading: Reading) -> Circumstances:
    """Return the times and quantities of the document."""
    document = reading.annotation.document
    published = date.fromisoformat(document.published) if document.published else None
    times = time.find(document.text, document.language, published)
    quantities = quantity.find(document.text, document.language, times)
    told = tuple(expression for expression in times if not _in_dateline(document.text, expression.span))
    return Circumstances(told, quantities, published)


def _in_dateline(text: str, span: Span) -> bool:
    """Tell a date that heads a paragraph (« 8 janvier 2017. – », "LONDON, March 3 —"): it dates the text."""
    line = text.rfind("\n", 0, span.start) + 1
    alone = not text[line : span.start].strip() and text[span.end : span.end + 1] in ("", "\n")
    return alone or (_PLACE.fullmatch(text[line : span.start]) is not None and _DASH.match(text, span.end) is not None)


def when(
    found: Circumstances, site: Site, modality: Modality, *, lasts: bool = False
) -> tuple[str | None, Span | None]:
    """Return the EDTF value and the span of the time that belongs to the trigger; (None, None) without one.

    Only what `lasts`, such as an office, can be since or until a time.
    """
    best: tuple[int, time.TimeExpression] | None = None
    during = _during(site)
    for expression in found.times:
        open_ended = expression.value is not None and ".." in expression.value
        token = _dated(site.sentence, expression, bounds=lasts and open_ended)
        if token is None or (open_ended and not lasts) or _of_another(site, expression, token):
            continue
        distance = _distance(site, token)
        if distance is None and during is not None and expression.span.start > during:
            distance = 9
        if distance is not None and (best is None or distance < best[0]):
            best = (distance, expression)
    if best is None:
        return None, None
    expression = best[1]
    if modality is Modality.PLANNED and expression.future_value:
        return expression.future_value, expression.span
    words = {t.lower for t in site.sentence.tokens if t.span.overlaps(expression.span)}
    this_day = bool(words & {"ce", "this"}) and not any(word.isdigit() for word in words)
    told = this_day and modality is not Modality.PLANNED
    value = _in_the_past(expression.value, found.published) if told else expression.value
    return value, expression.span if value else None


def _in_the_past(value: str | None, published: date | None) -> str | None:
    """Return « ce lundi », "this weekend" a week before, where it lies ahead although it is told of as past."""
    if value is None or published is None or not _DAYS.fullmatch(value):
        return value
    days = [date.fromisoformat(day) for day in value.split("/")]
    ahead = 0 < (days[0] - published).days < 7
    return "/".join((day - timedelta(days=7)).isoformat() for day in days) if ahead else value


def _of_another(site: Site, expression: time.TimeExpression, token: Token) -> bool:
    """Tell a day or month that hangs from a title's holder and dates what they do: "sacked by President Lee in May"."""
    return (
        site.kind == "noun"
        and expression.kind in ("date", "month", "week")
        and token.head != site.token.index
        and (_titles(site))
    )


def _titles(site: Site) -> bool:
    """Tell whether the trigger names a person who stands beside it."""
    return any(child.name is not None for child in site.sentence.children(site.token, "appos", "flat"))


def _dated(sentence: Sentence, expression: time.TimeExpression, *, bounds: bool = False) -> Token | None:
    """Return the token of a time of this sentence that can date its events, or None; one that `bounds` may do so."""
    if expression.kind not in DATED or not sentence.span.contains(expression.span):
        return None
    if any(t.quote is not None and t.span.contains(expression.span) for t in sentence.tokens):
        return None  # said inside a quotation: not the time of saying it
    if _compared(sentence, expression.span):
        return None
    token = sentence.token_at(expression.span)
    return None if token is None or (not bounds and _bounds(sentence, token)) else token


def _compared(sentence: Sentence, span: Span) -> bool:
    """Tell a time that what is told is only likened to: « comme en 2013 », "as in 2013"."""
    before = [t.lower for t in sentence.tokens if t.span.end <= span.start][-2:]
    inside = next((t.lower for t in sentence.tokens if t.span.start >= span.start), "")
    words = [*before, inside]
    return any(first in _LIKENED and second in _IN_TIME for first, second in pairwise(words))


def _bounds(sentence: Sentence, token: Token) -> bool:
    """Tell a time that only bounds what is told: « jusqu'à l'élection de mai 2017 », "until Friday"."""
    at: Token | None = token
    while at is not None and at.pos not in ("VERB", "AUX"):
        if (
            preposition(sentence, at).startswith(("jusqu", "until", "d'ici", "by"))
            and preposition(sentence, at) != "by"
        ):
            return True
        if any(child.lower.startswith(("jusqu", "until")) for child in sentence.children(at, "case", "advmod", "mark")):
            return True
        if any(t.lower.startswith("jusqu") for t in sentence.tokens[max(0, at.index - 4) : at.index]):
            return True
        at = sentence.head(at)
    return False


def _during(site: Site) -> int | None:
    """Return where a phrase begins that tells of something going on at the same time (« pendant une collecte … »)."""
    if site.kind != "verb":
        return None
    starts = [
        child.span.start
        for child in site.sentence.children(site.token, "obl")
        if preposition(site.sentence, child) in ("pendant", "lors de", "durant", "au cours de", "during")
    ]
    return min(starts, default=None)


def _distance(site: Site, start: Token) -> int | None:
    """Return how many steps up from a time expression the trigger stands; None where another clause is between."""
    steps = 0
    token: Token | None = start
    while token is not None:
        if token.index == site.token.index or (site.support is not None and token.index == site.support.index):
            return steps
        if token.pos in ("VERB", "AUX") and token.dep not in ("aux", "aux:pass", "aux:tense", "cop") and steps > 0:
            if token.index in {word.index for word in site.words}:
                return steps
            return _through(site, token, steps, start)
        token, steps = site.sentence.head(token), steps + 1
        if steps > 12:
            return None
    return None


def _through(site: Site, verb: Token, steps: int, start: Token) -> int | None:
    """Let a time that hangs from a neighbouring verb reach the trigger where the two happen at once.

    An infinitive or gerund shares its governor's time (« s'écrase lundi, tuant … »), a conjunct one that stands before
    the first verb (« Lundi, A a … et B a … ») or that of its own subject's other deed, an event that of the clause
    which describes it (« l'attaque commise mardi »), and two clauses joined by « quand » share theirs.
    """
    sentence, trigger = site.sentence, site.support or site.token
    head = sentence.head(trigger)
    if head is not None and head.index == verb.index and trigger.pos in ("VERB", "AUX"):
        gerund = trigger.dep == "advcl" and "VerbForm=Fin" not in trigger.morph
        own = any(sentence.children(trigger, "nsubj"))
        joined = trigger.dep == "conj" and (start.index < verb.index or (not own and start.index < trigger.index))
        if trigger.dep == "xcomp" or (gerund and start.index < trigger.index) or joined or _at_once(sentence, trigger):
            return steps + 5
    if _at_once(sentence, verb) and sentence.head(verb) in (trigger, head if trigger.dep == "conj" else trigger):
        return steps + 5
    event = sentence.head(verb) if verb.dep.startswith("acl") else None
    if event is not None and event.lower in happenings() and sentence.head(event) is trigger:
        return steps + 6
    return None


def _at_once(sentence: Sentence, clause: Token) -> bool:
    """Tell a clause of what happens at the same time: « lorsque le train a déraillé », "when the ferry capsized"."""
    marks = (c.lower for c in sentence.children(clause, "mark", "advmod"))
    return clause.dep == "advcl" and any(mark in _WHEN for mark in marks)


def where(reading: Reading, site: Site, used: set[str]) -> Participant | None:
    """Return the place in which the text puts the event: a place name with a preposition of place on its verb."""
    for head in (site.support or site.token, site.token):
        for child in site.sentence.children(head, "obl", "nmod", "advmod"):
            if preposition(site.sentence, child) not in IN_PLACE:
                continue
            for reference in reading.referents(site.sentence, child):
                entity = reading.entities[reference.entity]
                if entity.type is EntityType.PLACE and entity.id not in used:
                    return reading.participant(reference, child.span)
    return None


def quantity_in(
    found: Circumstances, site: Site, kind: str, within: list[Span] | None = None
) -> quantity.Quantity | None:
    """Return the quantity of a kind in the spans, by default in the trigger's clause, the nearest to it."""
    region = _region(site) if within is None else [_with_qualifier(found, span) for span in within]
    kinds = {"count": ("count", "number"), "number": ("count",)}.get(kind, (kind,))
    fitting = [q for span in region for q in _in(found.quantities, span) if q.kind in kinds and span.contains(q.span)]
    at = site.token.span.start
    return min(fitting, key=lambda q: (abs(q.span.start - at), q.span.start), default=None)


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
        indices = [t.span for t in site.sentence.subtree(child)]
        spans.append(Span(min(s.start for s in indices), max(s.end for s in indices)))
    if site.kind == "noun":
        spans.append(Span(site.token.span.start, site.sentence.span.end))
    return [Span(min(s.start, site.token.span.start), max(s.end, site.token.span.end)) for s in spans]
