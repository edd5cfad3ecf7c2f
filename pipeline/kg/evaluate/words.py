"""Compares words of the text with words of an annotation."""

from typing import Final

from kg.model.naming import fold

HALF: Final = 0.5
_SHORT: Final = 3  # « de », « la », "of": words of fewer letters tell nothing where there are longer ones


def overlap(left: str, right: str) -> float:
    """Return the share of the shorter text's words that the other holds too (0..1); small words do not count.

    >>> overlap("le retrait … du contingent", "Le retrait des soldats")
    0.5
    """
    a, b = _words(left), _words(right)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def alike(left: str, right: str) -> bool:
    """Tell whether two texts share at least half of their words."""
    return overlap(left, right) >= HALF


def _words(text: str) -> frozenset[str]:
    every = frozenset(fold(text.replace("…", " ").replace("...", " ")).split())
    return frozenset(word for word in every if len(word) >= _SHORT or word.isdigit()) or every
