"""Holds the learnt weights and chooses by them."""

import json
from collections.abc import Callable
from functools import cache
from math import exp
from typing import Final

from kg.extract.coreference.ranking.candidates import candidates
from kg.extract.coreference.ranking.features import Scene, called_alone, features, nobody, scene
from kg.extract.coreference.ranking.sought import Anaphor
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading
from kg.resources import ontology

# Probability from which on an entity is taken (0..1), of descriptions and of pronouns: below it about as many are wrong
# as right, when learnt from others.
SURE: Final = {"fr": {True: 0.45, False: 0.45}, "en": {True: 0.35, False: 0.45}}
Judge = Callable[[Reading, Anaphor, Salience], str | None]


def judged(reading: Reading, sought: Anaphor, salience: Salience) -> str | None:
    """Return whom the word most likely stands for, also a stranger, or None where nobody is likely enough."""
    among = candidates(reading, sought, salience)
    if not among:
        return None
    seen = scene(reading, sought, salience, among)
    alone = called_alone(reading, seen)
    if alone is not None:
        return alone
    shares = likeliest(reading, seen)
    best = max(range(len(among)), key=lambda index: (shares[index], -index))
    sure = shares[best] >= SURE[reading.language][sought.noun] or (
        among[best] in salience.strangers and shares[best] > shares[-1]
    )
    return among[best] if sure else None


def likeliest(reading: Reading, seen: Scene) -> list[float]:
    """Return how likely the word stands for each candidate (0..1); the last one is nobody."""
    weights = load_weights()
    scores = [sum(weights.get(f, 0.0) for f in features(reading, seen, one)) for one in seen.among]
    scores.append(sum(weights.get(f, 0.0) for f in nobody(reading, seen)))
    highest = max(scores)
    odds = [exp(score - highest) for score in scores]
    return [value / sum(odds) for value in odds]


@cache
def load_weights() -> dict[str, float]:
    """Return the weight of each feature; both languages share them."""
    text = ontology().joinpath("models", "coreference.json").read_text(encoding="utf-8")
    made = json.loads(text)
    assert isinstance(made, dict)
    return {str(name): float(weight) for name, weight in made.items()}
