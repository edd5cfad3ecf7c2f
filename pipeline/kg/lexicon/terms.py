"""Knows who has been head of state or of government, and when, as every reader of a paper does."""

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
def terms() -> dict[str, tuple[Term, ...]]:
    """Return the terms of each name."""
    found: dict[str, tuple[Term, ...]] = {}
    for line in ontology().joinpath("gazetteer", "terms.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        names, office, people, years = line.split("\t")
        first, last = map(int, years.split("-"))
        for name in names.split(" = "):
            found[name] = (*found.get(name, ()), Term(office, people, first, last))
    return found
