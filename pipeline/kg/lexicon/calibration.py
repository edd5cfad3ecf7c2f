"""Turns what a fact rests on into how likely it is right, by the table `ontology/calibration.yaml`.

`make calibrate` writes the table from the gold annotations that are not kept for testing.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from math import exp
from typing import Final

from kg.lexicon.tables import load_yaml

FEWEST: Final = 20  # facts below which a share is luck: no threshold rests on them
# No fact is certainly wrong or certainly right.
_LEAST: Final = 0.01
_MOST: Final = 0.99


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
    """Hold what each ground and value adds to the log-odds of being right, beside those of all facts (`base`).

    `levels` were measured on documents that the weights they rest on had not seen, by rising confidence.
    """

    base: float
    weights: Mapping[str, Mapping[str, float]]
    levels: tuple[Level, ...]

    def confidence(self, grounds: Iterable[tuple[str, str]]) -> float:
        """Return how likely a fact with these grounds is right (0..1, two digits); unknown grounds add nothing."""
        odds = self.base + sum(self.weights.get(ground, {}).get(value, 0.0) for ground, value in grounds)
        return round(min(max(1 / (1 + exp(-odds)), _LEAST), _MOST), 2)

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
    weights = {
        str(ground): {str(value): float(weight) for value, weight in values.items()}
        for ground, values in raw["weights"].items()
    }
    return Calibration(float(raw["base"]), weights, tuple(Level(**level) for level in raw["levels"]))
