"""Makes the calibration table from judged facts: shares of right ones, smoothed, and precision from a confidence on."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from kg.evaluate.reliability import Judged
from kg.lexicon.calibration import Calibration, Level

PRIOR: Final = 12.0
"""How many facts of the average kind each share is mixed with (a Beta prior): a value seen twice says little."""
ORDER: Final = {"ends": ("name", "description", "words", "pronoun"), "modality": ("asserted", "other")}
"""Values from the surest to the least sure: a share may not rise along the line, whatever a small sample says."""


@dataclass(frozen=True, slots=True)
class Count:
    """Hold how many facts there were, how many were right, and the smoothed share of right ones."""

    facts: int
    right: int
    share: float


Counts = dict[str, dict[str, Count]]


def counted(facts: Sequence[Judged]) -> tuple[Count, Counts]:
    """Return the count of all facts, and those by ground and value."""
    right = sum(fact.right for fact in facts)
    whole = Count(len(facts), right, (right + 1) / (len(facts) + 2))
    made: Counts = {}
    for ground in sorted({name for fact in facts for name, _ in fact.grounds}):
        values = sorted({value for fact in facts for name, value in fact.grounds if name == ground})
        counts = {value: _count(facts, (ground, value), whole.share) for value in values}
        made[ground] = _falling(counts, ORDER.get(ground, ()))
    return whole, made


def _count(facts: Sequence[Judged], ground: tuple[str, str], share: float) -> Count:
    inside = [fact.right for fact in facts if ground in fact.grounds]
    return Count(len(inside), sum(inside), (sum(inside) + PRIOR * share) / (len(inside) + PRIOR))


def _falling(counts: Mapping[str, Count], order: Sequence[str]) -> dict[str, Count]:
    """Return the counts in the order, those that rise against it with the share of all of them together."""
    groups: list[list[str]] = []
    for value in (value for value in order if value in counts):
        groups.append([value])
        while len(groups) > 1 and _together(counts, groups[-2]) < _together(counts, groups[-1]):
            groups[-2:] = [groups[-2] + groups[-1]]
    levelled = {value: replace(counts[value], share=_together(counts, group)) for group in groups for value in group}
    return levelled | {value: count for value, count in counts.items() if value not in levelled}


def _together(counts: Mapping[str, Count], group: Sequence[str]) -> float:
    weights = [counts[value].facts + PRIOR for value in group]
    return sum(counts[v].share * weight for v, weight in zip(group, weights, strict=True)) / sum(weights)


def fitted(facts: Sequence[Judged]) -> Callable[[Judged], Judged]:
    """Return what gives a fact the confidence that these facts teach."""
    whole, counts = counted(facts)
    shares = {ground: {value: count.share for value, count in values.items()} for ground, values in counts.items()}
    table = Calibration(whole.share, shares, ())
    return lambda fact: replace(fact, confidence=table.confidence(dict(fact.grounds)))


def held_out(facts: Sequence[Judged]) -> list[Judged]:
    """Return each fact with the confidence that the other documents teach: what a new document can expect."""
    made = []
    for document in sorted({fact.document for fact in facts}):
        rate = fitted([fact for fact in facts if fact.document != document])
        made += [rate(fact) for fact in facts if fact.document == document]
    return made


def levels(facts: Sequence[Judged]) -> list[Level]:
    """Return for each confidence that occurs, and for 0, the facts at it or above and how many of them are right."""
    made = []
    for confidence in sorted({0.0, *(fact.confidence for fact in facts)}):
        above = [fact.right for fact in facts if fact.confidence >= confidence]
        made.append(Level(confidence, len(above), sum(above)))
    return made
