"""What a common noun can stand for."""

from dataclasses import dataclass
from functools import cache

from kg.lexicon.forms import noun_table
from kg.lexicon.tables import load_yaml, person_nouns
from kg.model import EntityType
from kg.model.annotation import Token

TYPES = {
    "organization": EntityType.ORGANIZATION,
    "platform": EntityType.ORGANIZATION,
    "media": EntityType.ORGANIZATION,
    "party": EntityType.ORGANIZATION,
    "account": EntityType.ONLINE_ACCOUNT,
    "place": EntityType.PLACE,
    "event": EntityType.EVENT,
    "work": EntityType.WORK,
    "vehicle": EntityType.WORK,
    "person_descriptive": EntityType.PERSON,
    "person_role": EntityType.PERSON,
}
SPECIFIC = (
    "account",
    "platform",
    "media",
    "party",
    "organization",
    "place",
    "person_descriptive",
    "person_role",
    "event",
    "vehicle",
    "work",
)


# Ends of French nouns for who does something: a person's name beside one says who.
DOERS = ("eur", "euse", "trice", "iste", "ien", "ienne", "logue", "graphe")


@dataclass(frozen=True, slots=True)
class NounClass:
    """Hold what a noun can name: the class (platform, account …) and the entity type."""

    name: str
    type: EntityType


@cache
def noun_classes(language: str) -> dict[str, NounClass]:
    """Return the class of each noun form, singular or plural; the more specific class wins."""
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    table: dict[str, NounClass] = {}
    for name in reversed(SPECIFIC):
        words = str(raw[language][name]).split()
        for form in noun_table(words, language) if language == "en" else _plain(words):
            table[form] = NounClass(name, TYPES[name])
    return table


def _plain(words: list[str]) -> set[str]:
    """Return French nouns with their plurals; the feminine stands in the list where there is one."""
    forms = set(words)
    for word in words:
        forms.add(word if word[-1] in "sx" else word + ("x" if word.endswith("eau") else "s"))
    return forms


@cache
def feminine_nouns() -> frozenset[str]:
    """Return French nouns of feminine gender among the classes."""
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    return frozenset(str(raw["feminine_fr"]).split())


def names_person(noun: str, language: str) -> bool:
    """Tell whether a noun can name a person."""
    noun = noun.removeprefix("ex-")
    known = noun_classes(language).get(noun)
    listed = noun in person_nouns() or noun in _people()
    return listed or noun.removesuffix("s") in person_nouns() or (known is not None and known.type is EntityType.PERSON)


def speaks(token: Token, language: str) -> bool:
    """Tell whether a noun names somebody who can act and speak: a person, a body."""
    known = noun_classes(language).get(token.lower) or noun_classes(language).get(token.lower.removesuffix("s"))
    body = (known is not None and known.name in ("organization", "media", "party")) or token.lower in _collectives()
    return token.pos in ("NOUN", "PROPN", "ADJ", "PRON") and (body or names_person(token.lower, language))


@cache
def happenings() -> frozenset[str]:
    """Return the nouns for what happens at a place, and for vehicles, in all forms and both languages."""
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    return frozenset(str(raw["happenings"]).split())


def names_place(token: Token, language: str) -> bool:
    """Tell whether a noun names a place or a building that can be meant without a name: « un village », "a school"."""
    known = noun_classes(language).get(token.lower)
    return token.pos == "NUM" or (known is not None and known.name == "place") or token.lower in _buildings()


@cache
def _collectives() -> frozenset[str]:
    return frozenset(_listed("collectives"))


@cache
def _buildings() -> frozenset[str]:
    return frozenset(_listed("buildings"))


def _listed(key: str) -> list[str]:
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    return str(raw[key]).split()


@cache
def _people() -> frozenset[str]:
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    return frozenset(str(raw["people"]).split())
