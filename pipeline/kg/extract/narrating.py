"""Gives an event without a time the time of what the text told right before, and a headline that of its article.

« L'attaque a eu lieu lundi à Nice. Trois personnes ont été tuées. » · « Attentat à Nice : trois morts »: news tells
of one event in several sentences and says once when it was.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from typing import Final

from kg.extract import time
from kg.extract.dating import DATED
from kg.extract.grammar import auxiliaries, with_etre
from kg.extract.reading import Reading
from kg.model import Extraction, Fact, Modality, Span
from kg.model.annotation import Sentence, Token

_TOLD: Final = (Modality.ASSERTED, Modality.REPORTED)
_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")
_NEAR: Final = 2  # sentences back to the one that says when
_MOST: Final = 40  # facts of these sentences
_BEFORE: Final = frozenset("had avait avaient".split())
_PERFECT: Final = frozenset("a ont ai avons eu été was were has have been".split())
_ELSEWHERE: Final = re.compile(
    r"\b(?:déjà|auparavant|précédemment|depuis|jusqu|ensuite|un an|autre (?:attaque|attentat|accident)|already|earlier"
    r"|previous\w*|since|until|later|ago|once|never|jamais|toujours|années?|years?|months?|mois|semaines?|weeks?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class _Story:
    """Hold the events of a document in order, its sentences by their spans, and its times."""

    text: str
    sentences: dict[Span, Sentence]
    times: tuple[time.TimeExpression, ...]
    events: list[Fact]


def with_times(
    reading: Reading, extraction: Extraction, times: tuple[time.TimeExpression, ...], events: frozenset[str]
) -> Extraction:
    """Return the extraction with the times that events take over from what is told before them."""
    known = sorted((f for f in extraction.facts if f.relation in events), key=lambda f: (f.sentence, f.evidence, f.id))
    story = _Story(reading.text, {s.span: s for s in reading.annotation.sentences}, times, known)
    title = _headline(reading)
    given: dict[str, Fact] = {}
    for at, fact in enumerate(known):
        if fact.time is not None or fact.modality not in _TOLD:
            continue
        told = _below(fact, known) if fact.evidence.end <= title else _before(story, at)
        if told is not None:
            given[fact.id] = story.events[at] = replace(fact, time=told, steps=(*fact.steps, f"told of {told}"))
    facts = tuple(given.get(fact.id, fact) for fact in extraction.facts)
    return replace(extraction, facts=facts) if given else extraction


def _headline(reading: Reading) -> int:
    """Return where the headline ends: the first line, where it ends without a full stop and more follows."""
    first, _, rest = reading.text.partition("\n")
    return len(first) if rest.strip() and first.strip() and first.rstrip()[-1] not in '.!?»"”' else 0


def _below(headline: Fact, known: list[Fact]) -> str | None:
    """Return when the article says that what its headline tells of was."""
    same = [f for f in known if f.evidence > headline.evidence and f.time is not None and _DAY.fullmatch(f.time)]
    alike = {f.time for f in same if f.relation == headline.relation and f.modality in _TOLD and _meet(f, headline)}
    return next(iter(alike)) if len(alike) == 1 else None


def _meet(one: Fact, other: Fact) -> bool:
    ends = [{p.id for p in (f.subject, f.object) if p is not None and p.id} for f in (one, other)]
    return bool(ends[0] & ends[1]) or not ends[0] or not ends[1]


def _before(story: _Story, at: int) -> str | None:
    """Return the day of the event told right before, where the sentence of this one says nothing of time."""
    fact = story.events[at]
    sentence = story.sentences.get(fact.sentence)
    if sentence is None or sentence.inside is not None or not _past(sentence, fact):
        return None
    if _timed(story.times, sentence.span) or _ELSEWHERE.search(sentence.span.of(story.text)):
        return None
    near = takewhile(lambda f: _back(story, f, sentence) <= _NEAR, reversed(story.events[max(0, at - _MOST) : at]))
    earlier = (f for f in near if f.sentence != fact.sentence)
    for span, told in groupby(earlier, key=lambda f: f.sentence):
        days = {f.time for f in told if f.time is not None and f.modality in _TOLD}
        if days or _timed(story.times, span):
            day = next(iter(days)) if len(days) == 1 else None
            return day if day is not None and _DAY.fullmatch(day) else None
    return None


def _back(story: _Story, fact: Fact, sentence: Sentence) -> int:
    """Return how many sentences back a fact stands."""
    other = story.sentences.get(fact.sentence)
    return _NEAR + 1 if other is None else sentence.index - other.index


def _past(sentence: Sentence, fact: Fact) -> bool:
    """Tell whether the trigger is told of as past: no present (« est poursuivi »), no past before that ("had been")."""
    verb = sentence.token_at(fact.trigger)
    if verb is None or verb.pos != "VERB":
        return False
    helpers = auxiliaries(sentence, verb)
    if any(h.lower in _BEFORE or "Tense=Imp" in h.morph for h in helpers):
        return False
    perfect = any(h.lower in _PERFECT for h in helpers) or with_etre(verb)
    simple = "Tense=Past" in verb.morph and "VerbForm=Fin" in verb.morph
    return perfect or simple or _beside(sentence, verb)


def _beside(sentence: Sentence, verb: Token) -> bool:
    """Tell a gerund or second participle of a verb that is past itself."""
    head = sentence.head(verb)
    if head is None or head.pos != "VERB" or not verb.dep.startswith(("advcl", "conj")) or "VerbForm=Fin" in verb.morph:
        return False
    return any(h.lower in _PERFECT for h in auxiliaries(sentence, head)) or "Tense=Past" in head.morph


def _timed(times: tuple[time.TimeExpression, ...], span: Span) -> bool:
    """Tell whether a sentence says when, since when or how long ago anything was."""
    first = bisect_left(times, span.start, key=lambda one: one.span.start)
    inside = takewhile(lambda t: span.contains(t.span), times[first:])
    return any(t.kind in DATED or t.kind == "relative" for t in inside)
