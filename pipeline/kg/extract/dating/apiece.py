"""Gives each of several its own time: « le prix Goncourt en 1998, ainsi que le prix Nadal en 2003 »."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from kg.extract.drafts.draft import Draft
from kg.extract.time import TimeExpression
from kg.model import Participant, Span

_BLANK: Final = 5  # code points from a name to the time right behind it: « A en 2014 », « A (2014) »
Dated = tuple[int, str | None, TimeExpression]


def told_of(draft: Draft, pair: tuple[Participant | None, Participant | None]) -> tuple[Span, ...]:
    """Return where the one of several stands that a fact is of, and behind it where the next one does."""
    for role, one in zip(("object", "subject"), reversed(pair), strict=True):
        spans = sorted(p.span for p in draft.roles.get(role, ()) if p.span is not None)
        if one is not None and one.span is not None and len(spans) > 1:
            end = draft.site.sentence.span.end
            regions = [Span(a.end, max(a.end, b.start)) for a, b in pairwise([*spans, Span(end, end)])]
            first = spans.index(one.span)
            return (*regions[first:], *regions[:first])
    return ()


def apiece(dated: Sequence[Dated], regions: Sequence[Span]) -> list[Dated]:
    """Return the times behind the first of these, else behind the next one; all where they have not each their own."""
    behind = [[one for one in dated if region.contains(one[2].span)] for region in regions]
    told = [times for times in behind if times]
    return told[0] if len(told) > 1 else [*dated]


def right_behind(times: Sequence[TimeExpression], regions: Sequence[Span]) -> TimeExpression | None:
    """Return the time right behind the first of these where others have theirs so: « A en 2014, B en 2015 »."""
    own = [next((t for t in times if region.contains(t.span) and _near(t, region)), None) for region in regions]
    return own[0] if sum(time is not None for time in own) > 1 else None


def _near(time: TimeExpression, region: Span) -> bool:
    return time.span.start - region.start <= _BLANK
