"""Turns what a fact rests on into the share of such facts that are right, by the table `ontology/calibration.yaml`.

`make calibrate` writes the table from the development half of the gold annotations.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from math import exp, log
from typing import Final

from kg.lexicon.tables import load_yaml

FEWEST: Final = 20  # facts below which a share is luck: no threshold rests on them
_SURE: Final = (0.01, 0.99)  # no fact is certainly wrong or certainly right


@dataclass(frozen=True, slots=True)
class Level:
    """Hold how many facts at this confidence or above were there in the development half, and how many were right."""

    confidence: float
    facts: int
    right: int

    @property
    def precision(self) -> float:
        """Return the share of right ones (0..1)."""
        return self.right / self.facts


@dataclass(frozen=True, slots=True)
class Calibration:
    """Hold the share of right facts: of all, by ground (`rule`, `ends` …) and value, and of the surest.

    `levels` were measured on documents that the shares they rest on had not seen, by rising confidence.
    """

    share: float
    shares: Mapping[str, Mapping[str, float]]
    levels: tuple[Level, ...]

    def confidence(self, grounds: Mapping[str, str]) -> float:
        """Return the share of right ones among facts with these grounds (0..1, two digits).

        Each ground multiplies the odds of all facts by what its value does to them, where the table knows it.
        """
        whole = _logit(self.share)
        known = (self.shares.get(ground, {}).get(value, self.share) for ground, value in grounds.items())
        odds = whole + sum(_logit(share) - whole for share in known)
        low, high = _SURE
        return round(min(max(1 / (1 + exp(-odds)), low), high), 2)

    def reaching(self, precision: float) -> Level | None:
        """Return the level of the lowest confidence from which on facts reach the precision; None where none does."""
        return next((level for level in self._firm if level.precision >= precision), None)

    @property
    def best(self) -> Level:
        """Return the level of the highest precision."""
        return max(self._firm, key=lambda level: level.precision)

    @property
    def _firm(self) -> list[Level]:
        return [level for level in self.levels if level.facts >= FEWEST]


@cache
def load_calibration() -> Calibration:
    """Return the table that comes with the package."""
    raw = load_yaml("calibration.yaml")
    assert isinstance(raw, dict)
    shares = {
        ground: {value: float(counted["share"]) for value, counted in values.items()}
        for ground, values in raw["grounds"].items()
    }
    return Calibration(float(raw["all"]["share"]), shares, tuple(Level(**level) for level in raw["levels"]))


def _logit(share: float) -> float:
    return log(share / (1 - share))
