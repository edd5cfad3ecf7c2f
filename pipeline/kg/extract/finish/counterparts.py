"""Gives a counterpart the office of the other: « la ministre Anne Dubois et son homologue italien, Paul Rossi »."""

from dataclasses import replace
from typing import Final

from kg.extract.finish.titles_told import GOVERNMENT, OF, STATE, title_of
from kg.model import Fact

_ALIKE: Final = ("homologue", "counterpart")
_REACH: Final = 400  # code points between the two triggers: a sentence or two


def with_counterparts(facts: list[Fact]) -> list[Fact]:
    """Return the facts with the title of the other, told last before, where one is said to hold the same office.

    Where the text does not say which it is, none is told: "counterpart" is no title.
    """
    if not any(_alike(fact) for fact in facts):
        return facts
    offices = sorted((f for f in facts if title_of(f) and not _alike(f)), key=lambda f: f.trigger)
    return [_untitled(_same_office(fact, offices)) if _alike(fact) else fact for fact in facts]


def _untitled(fact: Fact) -> Fact:
    roles = tuple((role, filler) for role, filler in fact.roles if role != "title")
    return replace(fact, roles=roles) if _alike(fact) else fact


def _alike(fact: Fact) -> bool:
    return title_of(fact).startswith(_ALIKE)


def _same_office(fact: Fact, offices: list[Fact]) -> Fact:
    before = [
        other
        for other in offices
        if 0 < fact.trigger.start - other.trigger.start < _REACH
        and other.relation == fact.relation
        and other.subject is not None
        and fact.subject is not None
        and other.subject.id != fact.subject.id
    ]
    if not before:
        return fact
    title = _office(str(dict(before[-1].roles)["title"]))
    return replace(fact, roles=tuple((role, title if role == "title" else filler) for role, filler in fact.roles))


def _office(title: str) -> str:
    """Return « premier ministre » of « premier ministre de l'île »: what one leads is no part of another's office."""
    leads = {*title.lower().split()[:1]} & (STATE | GOVERNMENT)
    return OF.split(title, maxsplit=1)[0] if leads else title
