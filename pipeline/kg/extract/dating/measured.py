"""Works out when what stands behind a distance was: « quatre jours après sa suspension », "a day after the loss"."""

from bisect import bisect_left
from datetime import date
from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.lead import inside, of_main_clause
from kg.extract.frames.site import Site
from kg.extract.time import TimeExpression, calendar
from kg.model.annotation import Sentence, Token

_EXACT: Final = {"day": 10, "week": 10, "weekend": 10, "month": 7}  # how long EDTF must be to count from it
_COMING: Final = frozenset(
    """come comes came follow follows followed intervient interviennent intervenue intervenu survient survenue
    survenu""".split()
)
_LINKS: Final = ("mark", "case", "advmod")
_NEAR: Final = 1500  # code points back to the day of what « l'attaque intervient deux jours après … » speaks of


def measured(found: Circumstances, site: Site) -> tuple[TimeExpression, str | None] | None:
    """Return the distance that stands before the trigger and its time, None where that cannot be known."""
    distance = _distance(found, site)
    if distance is None or distance.away is None or _own(found, site):
        return None
    count, unit = distance.away
    base = _base(found, site, unit)
    if base is None or len(base) < _EXACT.get(unit, 4):
        return distance, None
    start = calendar.first_day(base)
    day = None if start is None else calendar.shift(start, count, unit)
    return distance, None if day is None else calendar.period(day, unit)


def _own(found: Circumstances, site: Site) -> bool:
    """Tell « deux jours après l'attentat survenu vendredi »: what stands behind the distance has its own day."""
    days = (site.sentence.token_at(one.span) for one in inside(found.times, site.sentence.span) if one.kind == "date")
    return any(day is not None and day.head == site.token.index and day.index > site.token.index for day in days)


def _distance(found: Circumstances, site: Site) -> TimeExpression | None:
    """Return the distance whose « après », "before" introduces the trigger, or the event that the trigger tells of.

    « au lendemain d'une attaque qui a fait deux morts »
    """
    above = site.sentence.head(site.token)
    told = site.token.dep.startswith("acl") and above is not None and above.lower in happenings()
    heads = (site.token, site.support, above if told else None)
    links = [c.span for head in heads if head for c in site.sentence.children(head, *_LINKS)]
    away = (one for one in inside(found.times, site.sentence.span) if one.away is not None)
    return next((one for one in away if any(link.start < one.span.end <= link.end for link in links)), None)


def _base(found: Circumstances, site: Site, unit: str) -> str | None:
    """Return the time of what the sentence tells of in the first place."""
    sentence = site.sentence
    own = {token.span for token in sentence.subtree(site.token)}
    known = [one for one in inside(found.times, sentence.span) if one.value is not None and "/" not in one.value]
    known = [one for one in known if not any(span.overlaps(one.span) for span in own)]
    coming = any(token.lower in _COMING and token.span not in own for token in sentence.tokens)
    if len(known) > 1 or coming:
        known = [one for one in known if of_main_clause(sentence, one.span)]
    if known:
        return known[0].value if len(known) == 1 else None
    if coming:
        return _told_before(found, sentence.span.start) or _published(found.published)
    vague = (unit in _EXACT and unit != "month") or _in_passing(sentence, site.token)
    return None if vague else _published(found.published)


def _in_passing(sentence: Sentence, token: Token) -> bool:
    """Tell "those who voted for her, two years after she …": what a relative clause tells is not of today."""
    above = sentence.head(token)
    while above is not None and above.pos not in ("VERB", "AUX"):
        above = sentence.head(above)
    return above is not None and above.dep.startswith("acl")


def _told_before(found: Circumstances, start: int) -> str | None:
    """Return the last day that the text named, not long before."""
    at = bisect_left(found.times, start, key=lambda one: one.span.start)
    days = (t.value for t in reversed(found.times[:at]) if t.kind == "date" and t.span.start > start - _NEAR)
    return next((day for day in days if day), None)


def _published(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
