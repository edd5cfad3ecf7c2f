"""Tells a year that belongs to the name of an event, not to what is told of it: "the victims of the 1972 massacre"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.dating.ahead import not_yet
from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.lead import inside
from kg.extract.frames.site import Site
from kg.model import Fact, Modality
from kg.model.annotation import Token

_YEAR: Final = 4  # figures
_POLLED: Final = ("elected", "defeated")
_CALLED: Final = re.compile(r" ((?:19|20)\d\d)$")  # « Coupe du monde 2018 »


def names_event(site: Site, token: Token) -> bool:
    """Tell the year of "the victims of the 1972 Munich massacre": it dates that massacre, nothing above it."""
    noun = site.sentence.head(token)
    year = token.dep == "nummod" and token.text.isdigit() and len(token.text) == _YEAR
    if not year or noun is None or noun.index < token.index or noun is site.token or noun.name is not None:
        return False
    return noun.lower in happenings() and noun.dep.startswith("nmod") and noun.head != site.token.index


def dated_by_name(facts: Iterable[Fact], found: Circumstances) -> Iterator[Fact]:
    """Yield the facts, those of an event somewhere with the day or year of its name: « l'attaque du 3 mai à Lyon »."""
    told = list(facts)
    for fact in told:
        polled = _of_poll(fact, told)
        if polled is not None:
            yield replace(fact, time=polled)
            continue
        named = fact.subject.span if fact.relation == "occurredIn" and fact.time is None and fact.subject else None
        times = [one.value for one in inside(found.times, named)] if named is not None else []
        year = _CALLED.search(fact.subject.name) if named is not None and fact.subject is not None else None
        day = times[0] if len(times) == 1 else year[1] if year is not None and not times else None
        if day is None:
            yield fact
        elif not_yet(found, day) and fact.modality is Modality.ASSERTED:
            yield replace(fact, time=day, modality=Modality.PLANNED, steps=(*fact.steps, "dated ahead"))
        else:
            yield replace(fact, time=day)


def _of_poll(fact: Fact, facts: list[Fact]) -> str | None:
    """Return the year of « battu par Dubois aux législatives de 2017 », in which both took part."""
    if fact.time is not None or fact.relation not in _POLLED:
        return None
    ends = {p.id for p in (fact.subject, fact.object) if p is not None and p.id}
    here = (f for f in facts if f.relation == "participatedIn" and f.sentence == fact.sentence and f.object is not None)
    named = (f.object.name for f in here if f.object is not None and f.subject is not None and f.subject.id in ends)
    years = {year[1] for name in named if (year := _CALLED.search(name)) is not None}
    return min(years) if len(years) == 1 else None
