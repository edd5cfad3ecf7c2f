"""Knows who once was president or prime minister, as every reader of a paper does."""

from functools import cache

from kg.resources import ontology


@cache
def held() -> dict[str, dict[str, int]]:
    """Return, by what papers call the office, the names of those who held it and the year in which they left it."""
    text = ontology().joinpath("gazetteer", "held.txt").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {office: _years(names) for offices, names in lines for office in offices.split(" = ")}


def _years(names: str) -> dict[str, int]:
    parted = (one.rpartition(" ") for one in names.split(" ; "))
    return {name: int(year) for name, _, year in parted}
