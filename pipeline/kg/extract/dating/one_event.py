"""Gives claims and tolls the day of the one event that an article tells of, however far back it told of it.

« Un homme a tué deux passantes lundi. […] Daesh a revendiqué l’attentat. » · « Le bilan est lourd : un enfant tué »
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.lead import DAYS, inside
from kg.extract.dating.tenses import BEFORE
from kg.extract.grammar.voice import auxiliaries
from kg.extract.reading import Reading
from kg.model import Fact, Modality
from kg.model.annotation import Sentence, Token

_VIOLENT: Final = frozenset("killed injured attacked died struck".split())
_CLAIMS: Final = ("revendi", "claim")
_TOLLS: Final = frozenset("bilan toll".split())
_TOLD: Final = (Modality.ASSERTED, Modality.REPORTED)


def of_one_event(reading: Reading, facts: tuple[Fact, ...], found: Circumstances) -> tuple[Fact, ...]:
    """Return the facts, claims and tolls without a time dated by the only day on which anybody was hurt before."""
    known = [f for f in facts if f.relation in _VIOLENT and f.time and f.modality in _TOLD]
    return tuple(_dated(reading, fact, known, found) for fact in facts) if known else facts


def _dated(reading: Reading, fact: Fact, known: Iterable[Fact], found: Circumstances) -> Fact:
    if fact.time is not None or fact.relation not in _VIOLENT or fact.modality not in _TOLD:
        return fact
    sentence = reading.sentence_of(fact)
    word = None if sentence is None else sentence.token_at(fact.trigger)
    if sentence is None or word is None or any(one.kind == "date" for one in inside(found.times, sentence.span)):
        return fact
    days = {one.time for one in known if one.sentence.end <= fact.sentence.start}
    day = days.pop() if len(days) == 1 else None
    if day is None or not DAYS.fullmatch(day) or not (_claims(sentence, fact, word) or _sums_up(sentence, word)):
        return fact
    return replace(fact, time=day, steps=(*fact.steps, f"the article tells of one event, on {day}"))


def _claims(sentence: Sentence, fact: Fact, word: Token) -> bool:
    """Tell « Daesh a revendiqué l'attentat », not « avait revendiqué » nor « l'attentat de Nice »."""
    claim = next((t for t in (word, sentence.head(word)) if t is not None and t.lower.startswith(_CLAIMS)), None)
    named = fact.object is not None and fact.object.id is not None
    return claim is not None and not named and not any(t.lower in BEFORE for t in auxiliaries(sentence, claim))


def _sums_up(sentence: Sentence, word: Token) -> bool:
    """Tell « Le bilan humain est lourd : un enfant est mort », "The toll stands at 12 dead"."""
    before = any(t.lower in BEFORE for t in auxiliaries(sentence, word))
    return not before and any(t.lower in _TOLLS and t.dep.startswith("nsubj") for t in sentence.tokens)
