"""Counts of what is right, wrong and missing, by part."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Literal

Outcome = Literal["right", "wrong", "missing"]


@dataclass(slots=True)
class Tally:
    """Count; of what can only be right or not (`modality` …) what is not right counts as wrong and missing."""

    right: int = 0
    wrong: int = 0
    missing: int = 0

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right (0..1)."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what is annotated that was found (0..1)."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall (0..1)."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Hold the tallies by part (`facts`, `facts:acquired`, `entities:Person`, `time` …) and the errors in words."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Add the counts and errors of another document."""
        for name, tally in other.tallies.items():
            mine = self.tallies[name]
            mine.right += tally.right
            mine.wrong += tally.wrong
            mine.missing += tally.missing
        self.errors += other.errors

    def count(self, outcome: Outcome, *parts: str) -> None:
        """Count one more right, wrong or missing thing in each part."""
        for part in parts:
            tally = self.tallies[part]
            setattr(tally, outcome, getattr(tally, outcome) + 1)

    def fault(self, outcome: Outcome, told: str, evidence: str = "") -> None:
        """Note an error in words, with the text that shows it."""
        self.errors.append(f"{outcome} {told}" + (f" << {' '.join(evidence.split())[:160]}" if evidence else ""))
