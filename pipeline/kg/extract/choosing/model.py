"""Holds the learnt weights and chooses by them."""

import json
from functools import cache
from math import exp
from typing import Final

from kg.extract.choosing.candidates import candidates
from kg.extract.choosing.features import Choice, features, nobody
from kg.extract.frames.load import Frame
from kg.extract.reading import Reading
from kg.model.annotation import Token
from kg.resources import ontology

SURE: Final = 0.65  # probability from which on a mention is taken (0..1)


def choose(reading: Reading, frame: Frame, choice: Choice) -> Token | None:
    """Return the mention that most likely fills the role, or None where none is likely enough.

    A log-linear ranking over the mentions and nobody (Denis and Baldridge 2008 rank antecedents so).
    """
    among = candidates(reading, choice.site, frame, choice.role)
    if not among:
        return None
    shares = probabilities(reading, choice, among)
    best = max(range(len(among)), key=lambda index: (shares[index], -index))
    return among[best] if shares[best] >= SURE else None


def probabilities(reading: Reading, choice: Choice, among: list[Token]) -> list[float]:
    """Return how likely each mention fills the role (0..1); the last one is nobody."""
    weights = load_weights(reading.language)
    scores = [sum(weights.get(f, 0.0) for f in seen) for seen in features(reading, choice, among)]
    scores.append(sum(weights.get(f, 0.0) for f in nobody(choice, among)))
    highest = max(scores)
    odds = [exp(score - highest) for score in scores]
    return [value / sum(odds) for value in odds]


@cache
def load_weights(language: str) -> dict[str, float]:
    """Return the weight of each feature."""
    text = ontology().joinpath("models", f"choosing-{language}.json").read_text(encoding="utf-8")
    made = json.loads(text)
    assert isinstance(made, dict)
    return {str(name): float(weight) for name, weight in made.items()}
