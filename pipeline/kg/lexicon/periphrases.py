"""Holds what firms are called by: « la firme de Cupertino », « le constructeur au losange »."""

from functools import cache

from kg.resources import ontology


@cache
def periphrases() -> dict[str, frozenset[str]]:
    """Return the names of the firms that a complement speaks of, by its words as written."""
    text = ontology().joinpath("gazetteer", "periphrases.txt").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {words: frozenset(names.split(" = ")) for words, names in lines}


@cache
def giants() -> frozenset[str]:
    """Return the names of all those firms, none of which is a start-up."""
    return frozenset(name for names in periphrases().values() for name in names)
