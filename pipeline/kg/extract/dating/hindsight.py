"""Reads the future tense of biographies as past, « mort lundi, il sera ministre en 1988 », what lies ahead as planned.

French tells a life in the future tense. What was to come before the news was written has come, and so has whatever
the text tells of somebody whose death it reports.
"""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from kg.extract.dating.ahead import not_yet
from kg.extract.dating.circumstances import Circumstances
from kg.model import Fact, Modality

_YEAR: Final = re.compile(r"(?<![\d-])\d{4}(?=$|[-/])")
_COUNTED: Final = re.compile(r"\b(?:plus tard|après|(?:sur)?lendemain|later|after|following)\b", re.IGNORECASE)
_OPENS: Final = 12  # characters from the begin of a sentence to the year that dates its clause: « Dès 1988, »
_JOURNEYS: Final = frozenset({"visited"})
_DEATHS: Final = {"died": "subject", "killed": "object"}


def in_hindsight(text: str, facts: Iterable[Fact], found: Circumstances, events: frozenset[str]) -> list[Fact]:
    """Return the facts, those that only the future tense makes planned asserted where they lie in the past.

    An event (relations `events`) dated behind publication is planned, whatever its clause says: "missed the hearing in
    Leeds on 12 June". Not so other facts (« X, député, est convoqué le 15 mars », « a annoncé une grève le 15 mars »)
    and days counted from others (« cinq jours plus tard »).
    """
    counted = {t.value for t in found.times if _COUNTED.search(t.span.of(text))}
    listed = [_coming(f, found) if f.relation in events | _JOURNEYS and f.time not in counted else f for f in facts]
    told = [fact for fact in listed if fact.modality is Modality.PLANNED and fact.steps == ("future",)]
    if not told:
        return listed
    dead = _dead(listed)
    past = {f.id for f in told if (f.time is None and _id(f, "subject") in dead) or _over(f, found)}
    step = "future of what is past"
    return [replace(f, modality=Modality.ASSERTED, steps=(step,)) if f.id in past else f for f in listed]


def _coming(fact: Fact, found: Circumstances) -> Fact:
    ahead = fact.modality is Modality.ASSERTED and fact.time is not None and not_yet(found, fact.time)
    return replace(fact, modality=Modality.PLANNED, steps=(*fact.steps, "dated ahead")) if ahead else fact


def _dead(facts: Iterable[Fact]) -> set[str]:
    ends = {_id(f, _DEATHS[f.relation]) for f in facts if f.relation in _DEATHS and f.modality is Modality.ASSERTED}
    return {end for end in ends if end is not None}


def _id(fact: Fact, end: str) -> str | None:
    participant = getattr(fact, end)
    return participant.id if participant is not None else None


def _over(fact: Fact, found: Circumstances) -> bool:
    """Tell what lies in a year before that of the news: its own time, or the one that opens its sentence."""
    if found.published is None:
        return False
    opening = (t.value for t in found.times if 0 <= t.span.start - fact.sentence.start <= _OPENS)
    told = fact.time or next(opening, None) or ""
    years = [int(year) for year in _YEAR.findall(told)]
    return bool(years) and max(years) < found.published.year
