"""Fit a log-linear ranking: which of several things, each with its features, is the right one."""

from collections import Counter

import numpy as np

Case = tuple[list[list[str]], list[int]]  # features of each thing; which are right


def fit(made: list[Case], *, fewest: int, prior: float, rounds: int) -> dict[str, float]:
    """Return the weights that make the right choices most likely.

    Gradient ascent with steps by AdaGrad (Duchi, Hazan and Singer 2011) and a quadratic prior; features seen fewer than
    `fewest` times have no weight. No random numbers: the same cases give the same weights.
    """
    counted = Counter(f for listed, _ in made for one in listed for f in one)
    index = {f: i for i, f in enumerate(sorted(f for f, n in counted.items() if n >= fewest))}
    data = [
        ([np.array([index[f] for f in one if f in index], dtype=int) for one in listed], right)
        for listed, right in made
    ]
    weights, squares = np.zeros(len(index)), np.full(len(index), 1e-6)
    for _ in range(rounds):
        slope = -prior * weights
        for listed, right in data:
            scores = np.array([weights[one].sum() for one in listed])
            share = np.exp(scores - scores.max())
            share /= share.sum()
            target = np.zeros(len(listed))
            target[right] = share[right] / share[right].sum()
            for one, difference in zip(listed, target - share, strict=True):
                np.add.at(slope, one, difference)
        squares += slope**2
        weights += 0.3 * slope / np.sqrt(squares)
    return {f: round(float(weights[i]), 3) for f, i in index.items() if abs(weights[i]) >= 0.01}
