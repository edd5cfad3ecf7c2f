"""Dates a saying by the rest of its sentence: what its speaker does there on a day, what he says has happened today.

« X est revenu lundi sur la réforme : « … », a-t-il déclaré » · « affirme que Y a été arrêté ce matin »
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.extract.attribution.quoted import HOSTS
from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.lead import DAYS, inside
from kg.extract.grammar.climbing import verb_above
from kg.extract.grammar.subjects import surface_subject
from kg.extract.grammar.voice import auxiliaries
from kg.extract.reading import Reading
from kg.model import Fact, Modality, Span
from kg.model.annotation import Sentence, Token

_HE: Final = ("il", "elle", "t-il", "t-elle", "-il", "-elle", "-t-il", "-t-elle", "he", "she")
_DONE: Final = frozenset("a ont est sont ai avons has have was were had avait avaient".split())
_HIGHEST: Final = 6


def spoken_on(reading: Reading, facts: tuple[Fact, ...], found: Circumstances) -> tuple[Fact, ...]:
    """Return the facts, sayings without a time dated by the day that their sentence tells."""
    if found.published is None:
        return facts
    return tuple(_dated(reading, fact, found, found.published.isoformat()) for fact in facts)


def _dated(reading: Reading, fact: Fact, found: Circumstances, published: str) -> Fact:
    sentence = reading.sentence_of(fact)
    said = None if sentence is None else sentence.token_at(fact.trigger)
    open_ = fact.time is None and fact.relation in HOSTS and fact.modality is Modality.ASSERTED
    if not open_ or sentence is None or said is None:
        return fact
    days = {*_of_speaker(reading, sentence, fact, said, found)} or {*_of_content(sentence, fact, found, published)}
    day = days.pop() if len(days) == 1 else None
    if day is None or day > published:
        return fact
    return replace(fact, time=day, steps=(*fact.steps, f"said on {day}, as the sentence tells"))


def _of_speaker(reading: Reading, sentence: Sentence, fact: Fact, said: Token, found: Circumstances) -> Iterator[str]:
    """Yield the days of what who « a-t-il déclaré » stands for does in front of what is quoted."""
    quotes = [t for t in sentence.tokens[: said.index] if t.quote is not None]
    who = fact.subject
    pronoun = None if who is None or who.span is None else sentence.token_at(who.span)
    if not quotes or who is None or who.id is None or pronoun is None or pronoun.lower not in _HE:
        return
    for day in inside(found.times, Span(sentence.span.start, quotes[0].span.start)):
        at = sentence.token_at(day.span) if day.kind == "date" and DAYS.fullmatch(day.value or "") else None
        if at is not None and day.value and who.id in _actors(reading, sentence, at):
            yield day.value


def _actors(reading: Reading, sentence: Sentence, day: Token) -> set[str]:
    """Return who does what a day is told of: the subjects of the first verb above it that has one."""
    at: Token | None = day
    for _ in range(_HIGHEST):
        at = sentence.head(at) if at is not None else None
        if at is None or at.dep.startswith(("acl", "ccomp")):
            return set()
        subjects = surface_subject(sentence, at) if at.pos in ("VERB", "AUX") else []
        if subjects:
            return {r.entity for t in subjects for r in reading.referents(sentence, t)}
    return set()


def _of_content(sentence: Sentence, fact: Fact, found: Circumstances, published: str) -> Iterator[str]:
    """Yield the day of publication where what is said is told to have happened on it: the saying came after that."""
    content = fact.object.span if fact.object is not None and fact.object.id is None else None
    if content is None or fact.quote is not None:
        return
    for day in inside(found.times, content):
        at = sentence.token_at(day.span) if day.kind == "date" and day.value == published else None
        verb = None if at is None else verb_above(sentence, at)
        if verb is not None and any(word.lower in _DONE for word in (verb, *auxiliaries(sentence, verb))):
            yield published
