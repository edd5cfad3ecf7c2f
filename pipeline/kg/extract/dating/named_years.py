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
    for fact in facts:
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
