"""Compares what confidence promises with what is right: of the facts at 0.8, about 80 % should be."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from kg.evaluate.facts import paired
from kg.evaluate.match import Matcher
from kg.model import Fact

SURVEYED: Final = frozenset(("rule", "ends", "object", "modality", "language"))
BOUNDS: Final = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)


@dataclass(frozen=True, slots=True)
class Judged:
    """Hold the confidence of a fact, what it rests on, and whether it is right."""

    document: str
    confidence: float
    right: bool
    grounds: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Bin:
    """Hold facts that are looked at together: how many, their mean confidence, and the share of right ones."""

    name: str
    facts: int
    confidence: float
    right: float


def judged(matcher: Matcher) -> Iterator[tuple[Fact, bool]]:
    """Yield each fact with whether it is right; one that only an optional annotation says is neither."""
    told, unsaid = paired(matcher)
    yield from ((fact, True) for _, fact in told if fact is not None)
    yield from ((fact, False) for fact in unsaid)


def by_confidence(facts: Sequence[Judged]) -> list[Bin]:
    """Return the facts in bins of confidence, without the empty ones."""
    made = []
    for low, high in pairwise(BOUNDS):
        inside = [fact for fact in facts if low <= fact.confidence < high or fact.confidence == high == 1]
        made += [_bin(f"{low:.1f}–{high:.1f}", inside)] if inside else []
    return made


def by_ground(facts: Sequence[Judged]) -> list[Bin]:
    """Return the facts by what they rest on, as far as a person can survey: `rule:verb`, `ends:pronoun` …, by name."""
    names = sorted({ground for fact in facts for ground in fact.grounds if ground[0] in SURVEYED})
    return [_bin(":".join(name), [fact for fact in facts if name in fact.grounds]) for name in names]


def gap(facts: Sequence[Judged]) -> float:
    """Return how far confidence and share of right ones lie apart: the mean over bins, weighted by facts (0..1)."""
    apart = sum(one.facts * abs(one.confidence - one.right) for one in by_confidence(facts))
    return apart / len(facts) if facts else 0.0


def _bin(name: str, facts: Iterable[Judged]) -> Bin:
    inside = list(facts)
    right = sum(fact.right for fact in inside)
    return Bin(name, len(inside), sum(fact.confidence for fact in inside) / len(inside), right / len(inside))
