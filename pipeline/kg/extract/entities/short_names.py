"""Tells a short form of a person's name from others: a family name, a first name, an initial."""

import re
from typing import Final

from kg.lexicon.tables import first_names, fold

SENIOR: Final = re.compile(r",? (?:jr|sr|ii|iii)\.?$")  # "Ferdinand Marcos Jr."
_JUNIOR: Final = re.compile(r",? (?:jr|ii|iii)\.?$")
_INITIALS: Final = re.compile(r"^(?:[a-z]{1,2} )+")


def begins(short: str, full: str) -> bool:
    """Tell "Jagan" of "YS Jagan Mohan Reddy": the first name, behind initials too."""
    return full.startswith(f"{short} ") or _INITIALS.sub("", full).startswith(f"{short} ")


def paternal(short: str, full: str) -> bool:
    """Tell "Rosselló" of "Ricardo Rosselló Nevares": a family name before another one, no second first name."""
    parts = full.split()
    return len(parts) in (3, 4) and parts[-2] == short and short not in {fold(name) for name in first_names()}


def middle(short: str, full: str) -> bool:
    """Tell "Richard K. Moss" of "Richard Kenneth Moss": the second first name by its initial."""
    parts, whole = short.split(), full.split()
    if len(parts) != 3 or len(whole) != 3 or parts[0] != whole[0] or parts[2] != whole[2]:
        return False
    return len(parts[1]) == 1 < len(whole[1]) and whole[1].startswith(parts[1])


def inner(short: str, full: str) -> bool:
    """Tell whether the short name is the first word or initial and the last word of the full one."""
    parts, whole = short.split(), SENIOR.sub("", full).split()
    if len(parts) == 2 and len(parts[0]) == 1:
        return whole[0].startswith(parts[0]) and whole[-1] == parts[-1] and whole != parts
    return len(parts) == 2 and len(whole) > 2 and parts[0] == whole[0] and parts[-1] == whole[-1]


def without_sons(short: str, full: list[str], first: dict[str, int]) -> list[str]:
    """Leave out "Donald Trump Jr." where the text has named "Donald Trump" before: they are father and son.

    `first` says where each name stands first.
    """
    named = {short, *full}
    fathers = {key: SENIOR.sub("", key) for key in full if _JUNIOR.search(key) is not None}
    apart = {k for k, father in fathers.items() if father in named and first.get(father, first[k]) < first[k]}
    return [key for key in full if key not in apart]
