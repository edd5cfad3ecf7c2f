"""Floors below which figures may not fall."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from kg.errors import InputError
from kg.evaluate.tally import Score, Tally

FIGURES: Final = ("precision", "recall", "f1")
Floors = dict[str, dict[str, float]]


def read_floors(path: Path) -> Floors:
    """Return the floors of a file, `{"fr-dev": {"facts.precision": 0.8}}`: by set, then by part and figure.

    Raises InputError where the file holds something else.
    """
    hint = 'write {"fr-dev": {"facts.precision": 0.8}}: a set, then a part with precision, recall or f1'
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        floors = {str(name): {str(part): float(floor) for part, floor in parts.items()} for name, parts in raw.items()}
    except (OSError, ValueError, TypeError, AttributeError) as error:
        raise InputError(f"{path} holds no floors: {error}", hint) from error
    for part in (part for parts in floors.values() for part in parts):
        if part.rpartition(".")[2] not in FIGURES:
            raise InputError(f"{path}: {part} is no figure", hint)
    return floors


def missed(floors: Floors, scores: Mapping[str, Score]) -> Iterator[str]:
    """Yield a line for each figure below its floor; of a set that was not measured nothing is said."""
    for name in sorted(floors.keys() & scores.keys()):
        for figure, floor in sorted(floors[name].items()):
            part, _, which = figure.rpartition(".")
            value = float(getattr(scores[name].tallies.get(part, Tally()), which))
            if value < floor:
                yield f"{name}: {figure} is {value:.3f}, below its floor {floor}"
