"""Finds the ontology folder: inside the installed package, or beside the sources in a checkout."""

from functools import cache
from pathlib import Path


@cache
def ontology() -> Path:
    """Return the folder of the ontology, its frames, lexicons and gazetteers."""
    inside = Path(__file__).parent / "ontology"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "ontology"
