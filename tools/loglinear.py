"""Fit a log-linear ranking: which of several things, each with its features, is the right one."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Case = tuple[list[list[str]], list[int]]  # features of each thing; which are right
Numbers = NDArray[np.float64]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class _Table:
    """Hold all things of all cases, one below the other: a row a thing, a pair of row and feature for each it has."""

    rows: Places
    features: Places
    case_of: Places  # the case of each row
    starts: Places  # the first row of each case
    right: Numbers  # 1 for the right ones


def fit(made: list[Case], *, fewest: int, prior: float, rounds: int) -> dict[str, float]:
    """Return the weights that make the right choices most likely.

    Gradient ascent with steps by AdaGrad (Duchi, Hazan and Singer 2011) and a quadratic prior; features seen fewer than
    `fewest` times have no weight. No random numbers: the same cases give the same weights.
    """
    counted = Counter(f for listed, _ in made for one in listed for f in one)
    index = {f: i for i, f in enumerate(sorted(f for f, n in counted.items() if n >= fewest))}
    table = _table(made, index)
    weights, squares = np.zeros(len(index)), np.full(len(index), 1e-6)
    for _ in range(rounds):
        slope = _slope(table, weights) - prior * weights
        squares += slope**2
        weights += 0.3 * slope / np.sqrt(squares)
    return {f: round(float(weights[i]), 3) for f, i in index.items() if abs(weights[i]) >= 0.01}


def _table(made: list[Case], index: dict[str, int]) -> _Table:
    things = [(case, one, at in right) for case, (listed, right) in enumerate(made) for at, one in enumerate(listed)]
    pairs = [(row, index[f]) for row, (_, one, _) in enumerate(things) for f in one if f in index]
    case_of = np.array([case for case, _, _ in things])
    rows, features = np.array(pairs).T
    starts = np.searchsorted(case_of, np.arange(len(made)))
    return _Table(rows, features, case_of, starts, np.array([float(well) for _, _, well in things]))


def _slope(table: _Table, weights: Numbers) -> Numbers:
    """Return how much each weight would raise the likelihood."""
    scores = np.bincount(table.rows, weights=weights[table.features], minlength=len(table.case_of))
    odds = np.exp(scores - np.maximum.reduceat(scores, table.starts)[table.case_of])
    share = odds / np.add.reduceat(odds, table.starts)[table.case_of]
    fitting = share * table.right
    target = fitting / np.maximum(np.add.reduceat(fitting, table.starts), 1e-300)[table.case_of]
    raised = (target - share)[table.rows]
    return np.asarray(np.bincount(table.features, weights=raised, minlength=len(weights)), dtype=np.float64)
