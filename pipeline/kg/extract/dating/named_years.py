"""Tells a year that belongs to the name of an event, not to what is told of it: "the victims of the 1972 massacre"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.dating.ahead import not_yet
from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.lead import inside
from kg.extract.dating.sharing import MEANWHILE
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition
from kg.extract.time import TimeExpression
from kg.model import Fact, Modality
from kg.model.annotation import Sentence, Token

_YEAR: Final = 4  # figures
_THERE: Final = frozenset((*MEANWHILE, "in", "à"))
_POLLS: Final = frozenset("olympics cup primaries primary caucuses coupe jeux législatives présidentielle".split())
_RUNNING: Final = ("présent", "annonc", "déclar", "particip", "prépar", "renonc")  # who runs does so before
_WON: Final = ("won", "win", "lost", "lose", "contest", "remport", "gagn", "perd", "disput")
_POLLED: Final = ("elected", "defeated")
_CALLED: Final = re.compile(r" ((?:19|20)\d\d)$")  # « Coupe du monde 2018 »


def names_event(site: Site, token: Token) -> bool:
    """Tell the year of "the victims of the 1972 Munich massacre": it dates that massacre, nothing above it."""
    noun = site.sentence.head(token)
    year = token.dep == "nummod" and token.text.isdigit() and len(token.text) == _YEAR
    if not year or noun is None or noun.index < token.index or noun is site.token or noun.name is not None:
        return False
    return noun.lower in happenings() and noun.dep.startswith("nmod") and noun.head != site.token.index


def of_occasion(found: Circumstances, site: Site, expression: TimeExpression, token: Token) -> bool:
    """Tell the time of "beat X in the 2016 election", « lors des législatives de juin 2017 »: it was there and then.

    An event of the year of publication is still told of; its days are nearer than its name.
    """
    verb = site.support or site.token
    when = expression.value or ""
    if found.published is None or not when or "/" in when or when.startswith(found.published.isoformat()[:_YEAR]):
        return False
    noun, above = _occasion(site.sentence, token)
    won = noun.dep in ("obj", "nsubj:pass") and verb.lower.startswith(_WON)
    at = preposition(site.sentence, noun)
    runs = at == "à" and (site.kind == "noun" or verb.lower.startswith(_RUNNING))
    there = won or (noun.dep not in ("obj", "nsubj:pass") and at in _THERE and not runs)
    return there and above is verb and any(word in happenings() or word in _POLLS for word in noun.lower.split())


def _occasion(sentence: Sentence, name: Token) -> tuple[Token, Token | None]:
    """Return the noun that an event's name stands for or belongs to, and the verb of which it is a circumstance.

    "in the 2018 World Cup final" · "elected president in the 2016 election", where it hangs from the office
    """
    head = sentence.head(name)
    noun = head if name.dep == "compound" and head is not None else name
    above = sentence.head(noun)
    if above is not None and above.dep == "xcomp" and noun.dep == "nmod":
        return noun, sentence.head(above)
    return noun, above if noun.dep.startswith(("obl", "obj", "nsubj:pass")) else None


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
