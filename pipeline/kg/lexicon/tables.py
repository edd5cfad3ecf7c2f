"""Loads the tables about names: known organisations, places, first names, words that tell a type."""

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

import yaml

from kg.model import EntityType
from kg.resources import ontology

PLACE_WEIGHT: Final = {"country": 2.0, "continent": 2.0, "region": 1.0, "city": 0.8}


@dataclass(frozen=True, slots=True)
class Known:
    """Hold a known entity: `context` are the words one of which must stand in the text for a name of `only`."""

    key: str
    name: str
    aliases: tuple[str, ...]
    type: EntityType
    kind: str | None
    wikidata: str | None
    only: frozenset[str]
    context: tuple[str, ...]


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
    """Return the word lists of `lexicon/names.yaml`; the nested ones as `before:Type`."""
    raw = load_yaml("lexicon", "names.yaml")
    assert isinstance(raw, dict)
    lists = {name: frozenset(value.split()) for name, value in raw.items() if isinstance(value, str)}
    for kind, value in raw["nouns_before"].items():
        lists[f"before:{kind}"] = frozenset(value.split())
    return lists


@cache
def known_entities() -> tuple[Known, ...]:
    """Return the entities of `gazetteer/known.yaml` and `gazetteer/world.yaml`."""
    found: list[Known] = []
    for name in ("known.yaml", "world.yaml"):
        raw = load_yaml("gazetteer", name)
        assert isinstance(raw, list)
        found.extend(map(_known, raw))
    return tuple(found)


def _known(item: dict[str, object]) -> Known:
    def strings(name: str) -> tuple[str, ...]:
        value = item.get(name, ())
        return tuple(map(str, value)) if isinstance(value, (list, tuple)) else ()

    wikidata, kind = item.get("wd"), item.get("kind")
    return Known(
        key=str(item["key"]),
        name=str(item["name"]),
        aliases=strings("aliases"),
        type=EntityType(str(item["type"])),
        kind=str(kind) if kind else None,
        wikidata=str(wikidata) if wikidata else None,
        only=frozenset(strings("only")),
        context=strings("context"),
    )


@cache
def known_by_form() -> dict[str, Known]:
    """Return the known entity of each name, as written, with either apostrophe."""
    forms = ((form, known) for known in known_entities() for form in (known.name, *known.aliases))
    return {written: known for form, known in forms for written in (form, form.replace("'", "’"))}


@cache
def known_by_key() -> dict[str, Known]:
    """Return the known entity of each key."""
    return {known.key: known for known in known_entities()}


@cache
def places() -> dict[str, float]:
    """Return how strongly a name that stands in the table of places speaks for a place, by name as written."""
    return {name: PLACE_WEIGHT[kind] for name, kind in _rows("places.txt")}


@cache
def first_names() -> dict[str, str]:
    """Return the genders (`f`, `m`, `fm`) of first names."""
    return dict(_rows("first-names.txt"))


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


@cache
def known_pattern() -> re.Pattern[str]:
    """Return the expression that finds any known name as a whole word, longest first."""
    forms = sorted(known_by_form(), key=lambda form: (-len(form), form))
    return re.compile(r"(?<![\w@#-])(?:" + "|".join(map(re.escape, forms)) + r")(?![\w$-]|\.\w)")
