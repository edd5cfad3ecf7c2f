"""Tells what the words of a name say of its sort: "the agency" of the FDA, "the union" of a Pilots Association."""

from typing import Final

from kg.extract.coreference.nouns import alike, noun_classes
from kg.extract.reading import Reading
from kg.lexicon.tables import fold, places
from kg.model import EntityType
from kg.model.annotation import Token

_OF_KINDS: Final = {
    "club": ("club",),
    "union": ("syndicat", "centrale"),
    "regulator": ("régulateur", "autorité", "gendarme", "regulator", "watchdog"),
}
# "Air Line Pilots Association"; "Royal College of Nursing" says nothing of it
_OF_WORKERS: Final = frozenset(
    """pilots nurses teachers workers employees officers players musicians firefighters physicians doctors educators
    attendants machinists dockers longshoremen drivers actors writers steelworkers teamsters""".split()
)
# "Food and Drug Administration", "Bureau of Prisons", "Centers for Disease Control"
_AGENCIES: Final = frozenset("administration bureau agency service centers directorate".split())
_OF: Final = ("de", "du", "des")
_ENGLISH_OF: Final = frozenset("of for on to in against without at from".split())
_HEADED: Final = (EntityType.ORGANIZATION, EntityType.EVENT)
_LEADING: Final = frozenset("operation mission project flight".split())


def by_kind(reading: Reading, noun: str, identifier: str) -> bool:
    """Tell « le club » for Stade rennais, « le syndicat » for a union that the gazetteer knows, "the agency"."""
    if noun == "agency" and reading.language == "en" and reading.entities[identifier].type is EntityType.ORGANIZATION:
        words = fold(reading.entities[identifier].name).split()
        return not _AGENCIES.isdisjoint((words[0], words[-1]))
    if noun == "union" and reading.language == "en" and reading.entities[identifier].type is EntityType.ORGANIZATION:
        return not _OF_WORKERS.isdisjoint(fold(reading.entities[identifier].name).split())
    return noun in _OF_KINDS.get(reading.kinds.get(identifier, ""), ())


def in_name(reading: Reading, token: Token, identifier: str) -> bool:
    """Tell whether the entity's name holds the noun: « la coupe », not « le monde », of « Coupe du monde »."""
    words = fold(reading.entities[identifier].name).split()
    if reading.language == "fr" and reading.entities[identifier].type is not EntityType.PERSON:
        of = (at for at, word in enumerate(words) if at and (word in _OF or word.startswith(("d'", "d’"))))
        words = words[: next(of, len(words))]
    kind = noun_classes(reading.language).get(token.lower)
    if kind is not None and kind.name == "place" and reading.entities[identifier].type is EntityType.ORGANIZATION:
        return fold(token.lower) == words[-1]  # "the city" is no City University
    if reading.language == "en" and kind is None and reading.entities[identifier].type in _HEADED:
        words = _head(words)  # "the world" is no World Health Organization and no World Cup
    elif reading.language == "en" and reading.entities[identifier].type is EntityType.ORGANIZATION:
        words = words[-1:] if kind is not None and kind.type is EntityType.WORK else words  # "the drug" of the FDA
    if reading.entities[identifier].type is EntityType.WORK and token.lower not in noun_classes(reading.language):
        first = reading.language == "fr" or words[0] in _LEADING  # "Operation Gold"
        words = words[:1] if first else words[-1:]  # « la vie » is no film that is called after it
    return fold(token.lower) in words


def akin(reading: Reading, token: Token, identifier: str) -> bool:
    """Tell whether the entity's name or what the text calls it is a word for the same kind of thing or person."""
    words = alike().get(fold(token.lower), frozenset())
    if not words:
        return False
    entity = reading.entities[identifier]
    named = fold(entity.name).split() if entity.type is not EntityType.PERSON else []
    if reading.language == "en" and entity.type is EntityType.ORGANIZATION:
        kind = noun_classes("en").get(token.lower)
        if kind is not None and kind.type is EntityType.WORK:  # "the drug" of the FDA
            named = [word for word in named[:-1] if word != fold(token.lower)] + named[-1:]
    roles = (fold(role).replace(" ", "-") for role in reading.roles.get(identifier, ()))  # "prime-minister"
    return bool(words & {*named, *roles})


def _head(words: list[str]) -> list[str]:
    """Return the word that says what an English name is of: "world health [organization]", "[bank] of america"."""
    of = next((at for at, word in enumerate(words) if at and word in _ENGLISH_OF), len(words))
    while of > 1 and (words[of - 1].title() in places() or not words[of - 1].isalpha()):
        of -= 1  # "Fan [Expo] Canada"
    return words[of - 1 : of]
