"""Joins a person whose name the text spells in two ways: "Kristin Wilkins", "Kristen Wilkins"."""

from typing import TYPE_CHECKING, Final

from kg.lexicon.tables import first_names
from kg.model import EntityType

if TYPE_CHECKING:
    from kg.extract.entities.cluster import Cluster

_SHORTEST: Final = 5  # letters: "Dean" and "Jean" are two names


def join_misspelt(groups: "dict[str, Cluster]") -> None:
    """Join persons whose names differ in one letter: in one of two names, or in the family name that stands alone."""
    people = [key for key, group in groups.items() if group.type is EntityType.PERSON and not key.startswith("kb:")]
    whole = {word for key in people if " " in key for word in key.split()}
    for short in people:
        lone = " " not in short
        if short not in groups or (lone and short in whole):
            continue
        full = [key for key in people if key != short and key in groups and " " in key and _same(short, key)]
        if len(full) == 1:
            groups[full[0]].names.extend(groups.pop(short).names)


def _same(short: str, full: str) -> bool:
    words, whole = short.split(), full.split()
    if len(words) == 1:  # "Harry" is no Tom Hardy
        return short.capitalize() not in first_names() and _alike(short, whole[-1])
    if len(words) != len(whole):
        return False
    differing = [(a, b) for a, b in zip(words, whole, strict=True) if a != b]
    return len(differing) == 1 and _alike(*differing[0]) and not _two_people(*differing[0])


def _two_people(first: str, second: str) -> bool:
    """Tell "Martin" from "Martina": names of a man and of a woman."""
    genders = {first_names().get(name.capitalize(), "") for name in (first, second)} - {"", "fm"}
    return len(genders) > 1


def _alike(first: str, second: str) -> bool:
    """Tell whether two words of some length that begin alike differ in one letter, put in, left out or changed."""
    if first[:2] != second[:2] or min(len(first), len(second)) < _SHORTEST:
        return False
    while first and second and first[0] == second[0]:
        first, second = first[1:], second[1:]
    swapped = first[1:2] + first[:1] + first[2:] == second
    return swapped or first[1:] == second[1:] or first[1:] == second or first == second[1:]
