"""Loads the tables about names: places, first names, words that tell a type."""

import re
import unicodedata
from functools import cache, lru_cache
from typing import Final

import yaml

from kg.resources import ontology

PLACE_WEIGHT: Final = {"country": 2.0, "continent": 2.0, "region": 1.0, "city": 0.8}
COUNTRY: Final = PLACE_WEIGHT["country"]


@lru_cache(1 << 16)
def fold(text: str) -> str:
    """Return the text without case, accents and odd apostrophes or hyphens, for comparing names."""
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‐", "-"))
    return "".join(char for char in plain if not unicodedata.combining(char)).casefold()


def load_yaml(*parts: str) -> object:
    """Return the value of a YAML file of the ontology folder."""
    text = ontology().joinpath(*parts).read_text(encoding="utf-8")
    return yaml.load(text, Loader=_LOADER)  # noqa: S506  # the safe loader, in C where there is one


_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def lexicon() -> dict[str, frozenset[str]]:
    """Return the word lists of `lexicon/names.yaml`; the nested ones as `before:Type`.

    `beside:Type` are the nouns that a comma may part from the name: « une bière, la Pêchette », not « la bière X ».
    """
    raw = load_yaml("lexicon", "names.yaml")
    assert isinstance(raw, dict)
    lists = {name: frozenset(value.split()) for name, value in raw.items() if isinstance(value, str)}
    for kind, value in raw["nouns_before"].items():
        lists[f"before:{kind}"] = frozenset(value.split())
        lists[f"beside:{kind}"] = lists[f"before:{kind}"] | lists.get(f"beside_{kind.lower()}", frozenset())
    return lists


@cache
def listed(*names: str) -> frozenset[str]:
    """Return the words of several lists of `lexicon/names.yaml` together."""
    return frozenset().union(*(lexicon()[name] for name in names))


def kinds() -> frozenset[str]:
    """Return the nouns that say what a thing is whose name stands beside them; people have titles instead."""
    return listed("before:Organization", "before:Work", "before:Event", "before:Place")


def holds(words: list[str], *names: str) -> bool:
    """Tell whether one of the words, without its capital, stands in one of the lists."""
    return any(word.lower() in lexicon()[name] for word in words for name in names)


@cache
def places() -> dict[str, float]:
    """Return how strongly a name that stands in the table of places speaks for a place, by name as written."""
    listed_there = {name: PLACE_WEIGHT[kind] for name, kind in _rows("places.txt")}
    lines = ontology().joinpath("gazetteer", "capitals.txt").read_text(encoding="utf-8").splitlines()
    french = (name for line in lines if not line.startswith("#") for name in line.split("\t")[1:])
    return dict.fromkeys(french, PLACE_WEIGHT["city"]) | listed_there


@cache
def regions() -> dict[str, frozenset[str]]:
    """Return the names of the countries that a region lies in, by name of the region as written."""
    found: dict[str, frozenset[str]] = {}
    for line in ontology().joinpath("gazetteer", "regions.txt").read_text(encoding="utf-8").splitlines():
        countries, _, listed = line.partition(": ")
        for region in re.split(" [;=] ", listed) if not line.startswith("#") else ():
            found[region] = found.get(region, frozenset()) | {*countries.split(" = ")}
    return found


@cache
def lands() -> frozenset[str]:
    """Return the names of the countries that have such regions, also the short ones that no table gives."""
    return frozenset().union(*regions().values())


@cache
def first_names() -> dict[str, str]:
    """Return the genders (`f`, `m`, `fm`) of first names: those of a public table, and what it lacks."""
    return {**dict(_rows("more-names.txt")), **dict(_rows("first-names.txt"))}


@cache
def family_names() -> frozenset[str]:
    """Return family names that are hardly ever another word."""
    return frozenset(ontology().joinpath("gazetteer", "family-names.txt").read_text(encoding="utf-8").split())


@cache
def demonyms() -> frozenset[str]:
    """Return names of peoples (« Français », « Americans »), as written."""
    return frozenset(ontology().joinpath("gazetteer", "demonyms.txt").read_text(encoding="utf-8").split())


@cache
def person_nouns() -> frozenset[str]:
    """Return the French and English nouns for people, in lower case."""
    listed = {noun for noun, _ in _rows("person-nouns.txt")}
    nominals = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(nominals, dict)
    roles = (str(nominals[language]["person_role"]) for language in ("fr", "en"))
    return frozenset(listed | {noun for words in roles for noun in words.split()})


def _rows(name: str) -> list[tuple[str, str]]:
    lines = ontology().joinpath("gazetteer", name).read_text(encoding="utf-8").splitlines()
    return [(left, right) for left, _, right in (line.partition("\t") for line in lines)]
