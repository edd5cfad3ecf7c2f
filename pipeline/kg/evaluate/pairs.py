"""Pairs what is wanted with what was found, one to one."""

from collections.abc import Sequence


def pairs(likes: Sequence[Sequence[int]]) -> dict[int, int]:
    """Return as many pairs (wanted → found) as can be made; `likes` lists for each wanted what fits, the best first.

    >>> pairs([[0, 1], [0]])
    {1: 0, 0: 1}
    """
    taken: dict[int, int] = {}  # found → wanted
    for wanted in range(len(likes)):
        _place(wanted, likes, taken, set())
    return {wanted: found for found, wanted in taken.items()}


def _place(wanted: int, likes: Sequence[Sequence[int]], taken: dict[int, int], tried: set[int]) -> bool:
    """Give the wanted one what it likes, moving others to their next choice where that frees it."""
    for found in likes[wanted]:
        if found in tried:
            continue
        tried.add(found)
        if found not in taken or _place(taken[found], likes, taken, tried):
            taken[found] = wanted
            return True
    return False
