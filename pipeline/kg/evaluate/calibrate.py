"""Learns confidence from judged facts: logistic regression over their grounds, and precision from a confidence on."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

import numpy as np

from kg.evaluate.reliability import Judged
from kg.lexicon.calibration import Calibration, Level

PRIOR: Final = 10.0
"""How strongly weights are held at nothing (a Gaussian prior, its precision); chosen on articles that did not teach."""
RARE: Final = 4
"""Facts below which a value says nothing at all."""
FOLDS: Final = 10
_STEPS: Final = 25  # of Newton's method; it converges in less than ten


def learnt(facts: Sequence[Judged]) -> Calibration:
    """Return the table that facts teach: what each ground and value adds to the log-odds of being right.

    Logistic regression with a Gaussian prior, fitted by Newton's method; the order of the facts does not matter.
    """
    counted = Counter(ground for fact in facts for ground in fact.grounds)
    known = sorted(ground for ground, times in counted.items() if times >= RARE)
    index = {ground: number for number, ground in enumerate(known)}
    seen = np.zeros((len(facts), len(known) + 1))
    seen[:, -1] = 1
    for row, fact in enumerate(facts):
        seen[row, [index[ground] for ground in fact.grounds if ground in index]] = 1
    found = _newton(seen, np.array([fact.right for fact in facts], dtype=float))
    weights: dict[str, dict[str, float]] = {}
    for (ground, value), number in index.items():
        weights.setdefault(ground, {})[value] = round(float(found[number]), 3)
    return Calibration(round(float(found[-1]), 3), weights, ())


def _newton(seen: np.ndarray, right: np.ndarray) -> np.ndarray:
    """Return the weights of the columns that make the outcomes most likely; the last one stands for all facts."""
    held = np.full(seen.shape[1], PRIOR)
    held[-1] = 0.01
    weights = np.zeros(seen.shape[1])
    for _ in range(_STEPS):
        share = 1 / (1 + np.exp(-(seen @ weights)))
        slope = seen.T @ (right - share) - held * weights
        curve = (seen * (share * (1 - share))[:, None]).T @ seen + np.diag(held)
        weights += np.linalg.solve(curve, slope)
    return weights


def fitted(facts: Sequence[Judged]) -> Callable[[Judged], Judged]:
    """Return what gives a fact the confidence that these facts teach."""
    table = learnt(facts)
    return lambda fact: replace(fact, confidence=table.confidence(fact.grounds))


def held_out(facts: Sequence[Judged]) -> list[Judged]:
    """Return each fact with the confidence that other documents teach: what a new document can expect."""
    documents = sorted({fact.document for fact in facts})
    made = []
    for fold in range(min(FOLDS, len(documents))):
        inside = set(documents[fold::FOLDS])
        rate = fitted([fact for fact in facts if fact.document not in inside])
        made += [rate(fact) for fact in facts if fact.document in inside]
    return made


def levels(facts: Sequence[Judged]) -> list[Level]:
    """Return for each confidence that occurs, and for 0, the facts at it or above and how many of them are right."""
    made = []
    for confidence in sorted({0.0, *(fact.confidence for fact in facts)}):
        above = [fact.right for fact in facts if fact.confidence >= confidence]
        made.append(Level(confidence, len(above), sum(above)))
    return made
