"""Gives what a dispatch tells in the present the day of its dateline: « 15 juillet 2016 – X remporte l'étape ».

Only its headline and its first sentence tell news; where a day beside that of the dateline is named there, they may
tell of that one.
"""

import re
from dataclasses import replace
from typing import Final

from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.lead import DAYS, inside, lead_of
from kg.extract.grammar.voice import reflexive, with_etre
from kg.extract.reading import Reading
from kg.model import Fact, Modality, Span
from kg.model.annotation import Sentence, Token

_TOLLS: Final = ("died", "injured", "killed")
_AT: Final = re.compile(
    r"(?:\bà|\bvers|\bat|\baround|\bavant|\baprès)\s$", re.IGNORECASE
)  # « vers 10 h », « à 0 h 30 »


def told_today(
    reading: Reading, facts: tuple[Fact, ...], found: Circumstances, events: frozenset[str], title: int
) -> tuple[Fact, ...]:
    """Return the facts, those of `events` that the news of a dispatch tells of in the present dated to its day.

    `title` is where the headline ends.
    """
    lead = None if found.dateline is None else lead_of(reading, found.dateline)
    if lead is None or found.published is None or _another_day(found, lead.span.end):
        return facts
    clocked = any(_AT.search(reading.text, 0, one.span.start) for one in inside(found.times, lead.span) if one.clock)
    news = {s.span: s for s in reading.annotation.sentences if s is lead or s.span.end <= title}
    tolls = news | {s.span: s for s in _right_behind(reading, found, lead)} if clocked else news
    today = found.published.isoformat()
    step = "news of a dispatch"
    return tuple(
        replace(f, time=today, steps=(*f.steps, step))
        if f.time is None
        and f.relation in events
        and _now(f, (tolls if f.relation in _TOLLS else news).get(f.sentence), clocked=clocked)
        else f
        for f in facts
    )


def _right_behind(reading: Reading, found: Circumstances, lead: Sentence) -> list[Sentence]:
    """Return the sentence behind « Un car a été percuté à 7 heures », if it names no time: « Trois sont blessés »."""
    paragraph = [s for s in reading.narrated() if s.paragraph == lead.paragraph and s.span.start > lead.span.start]
    return [s for s in paragraph[:1] if not [*inside(found.times, s.span)]]


def _now(fact: Fact, sentence: Sentence | None, *, clocked: bool) -> bool:
    """Tell an event of the news, told in the present or with the time of the day."""
    verb = None if sentence is None else sentence.token_at(fact.trigger)
    if sentence is None or verb is None or fact.modality is not Modality.ASSERTED:
        return False
    return clocked or at_present(sentence, verb) or _undergone(sentence, verb)


def _another_day(found: Circumstances, end: int) -> bool:
    """Tell whether the news names another day."""
    days = (one.value for one in inside(found.times, Span(0, end)) if one.value and DAYS.fullmatch(one.value))
    return found.published is not None and any(day != found.published.isoformat() for day in days)


def at_present(_: Sentence, verb: Token) -> bool:
    """Tell the present in which a story is told: « un homme s'introduit … et tue … Il fait 25 blessés »."""
    return verb.pos == "VERB" and "Tense=Pres" in verb.morph and "VerbForm=Fin" in verb.morph


def _undergone(sentence: Sentence, verb: Token) -> bool:
    """Tell a passive in the present: « le prix est attribué à X »."""
    helpers = [helper.lower for helper in sentence.children(verb, "aux")]
    passive = bool(helpers) and set(helpers) <= {"est", "sont", "is", "are"} and verb.pos == "VERB"
    return passive and not with_etre(verb) and not reflexive(sentence, verb)
