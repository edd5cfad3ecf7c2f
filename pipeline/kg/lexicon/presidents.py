"""Holds who has been president or vice-president of a country, and when."""

from functools import cache
from typing import NamedTuple

from kg.resources import ontology


class Term(NamedTuple):
    """Hold one office of somebody: the French noun, the people it is of, the years in which it began and ended."""

    office: str
    people: str
    first: int
    last: int


@cache
def presidents() -> dict[str, tuple[Term, ...]]:
    """Return the terms of each name."""
    found: dict[str, tuple[Term, ...]] = {}
    for line in ontology().joinpath("gazetteer", "presidents.txt").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, office, people, years = line.split("\t")
            first, last = map(int, years.split("-"))
            found[name] = (*found.get(name, ()), Term(office, people, first, last))
    return found
