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

_OWN: Final = ("date", "month", "year")
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
    return distance, None if base is None else _away_from(base, count, unit)


def _own(found: Circumstances, site: Site) -> bool:
    """Tell « deux jours après l'attentat survenu vendredi », "a year after she was elected in 2015": it has its own."""
    dated = (one for one in inside(found.times, site.sentence.span) if one.kind in _OWN and one.away is None)
    days = (site.sentence.token_at(one.span) for one in dated)
    return any(day is not None and day.head == site.token.index and day.index > site.token.index for day in days)


def counted(found: Circumstances, site: Site) -> tuple[TimeExpression, str] | None:
    """Return the distance behind which something has its own time, and when it was that far from it.

    « a démissionné deux ans après avoir été élue en 2015 » · "resigned a week before X was arrested on July 19"
    """
    sentence, verb = site.sentence, site.support or site.token
    for distance in inside(found.times, sentence.span):
        if distance.away is None:
            continue
        count, unit = distance.away
        below = _behind(sentence, verb, distance)
        base = _only_time(found, sentence, below, distance) if below is not None else None
        value = None if base is None else _away_from(base, -count, unit)
        if value is not None:
            return distance, value
    return None


def _away_from(base: str, count: int, unit: str) -> str | None:
    """Return the time that lies so many units from another; None where that is not exact enough to count from."""
    start = calendar.first_day(base) if len(base) >= _EXACT.get(unit, 4) else None
    day = None if start is None else calendar.shift(start, count, unit)
    return None if day is None else calendar.period(day, unit)


def _behind(sentence: Sentence, verb: Token, distance: TimeExpression) -> Token | None:
    """Return what the last word of a distance (« après », "before") puts beside a verb or beside its day."""
    beside = [*sentence.children(verb, "advcl", "obl", "ccomp")]
    inner = (t for day in beside if distance.span.contains(day.span) for t in sentence.children(day, "nmod", "acl"))
    for below in (*beside, *inner):
        links = sentence.children(below, *_LINKS)
        if any(link.span.start < distance.span.end <= link.span.end for link in links):
            return below
    return None


def _only_time(found: Circumstances, sentence: Sentence, below: Token, distance: TimeExpression) -> str | None:
    """Return the only time of a clause or noun; that of « après le 3 mai » is read with its preposition."""
    spans = [token.span for token in sentence.subtree(below)]
    times = [one for one in inside(found.times, sentence.span) if one.away is None]
    times = [one for one in times if one.kind in _OWN or one.span.overlaps(distance.span)]
    own = [one.value for one in times if one.value and any(span.overlaps(one.span) for span in spans)]
    bound = own[0].removesuffix("/..").removeprefix("../") if len(own) == 1 else "/"
    return None if "/" in bound else bound


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
