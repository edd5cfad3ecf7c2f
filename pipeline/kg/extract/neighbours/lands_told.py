"""Finds the lands, towns and countries that adjectives and words for people tell of: « français », "South Korean"."""

from typing import Final

from kg.extract.coreference.compatriots import NOUNS, some_of_people
from kg.extract.entities.cluster import WIKIDATA
from kg.extract.entities.keys import name_key
from kg.extract.reading import Reading
from kg.lexicon.known import known_by_form
from kg.lexicon.peoples import adjectives, both_countries, countries, country_adjective, townspeople
from kg.lexicon.tables import COUNTRY, fold, places
from kg.model import Entity, EntityType
from kg.model.annotation import Sentence, Token
from kg.model.ids import entity_id

_BRITISH: Final = ("Great Britain", "Britain")  # the people's word leads to the United Kingdom
AS_ADJECTIVES: Final = ("US", "U.S.", "UK", "U.K.")
_CHURCHES: Final = ("Orthodox", "Catholic", "Apostolic", "Evangelical", "Lutheran", "Reformed")
_SIDES_OF: Final = ("west", "east", "north", "south", "central", "latin")


def town_of(reading: Reading, word: Token) -> str | None:
    """Return the town or region of a French adjective: « le groupe lyonnais Novatel »."""
    return townspeople().get(word.lower) if reading.language == "fr" and word.name is None else None


def people_of(reading: Reading, sentence: Sentence, word: Token) -> str | None:
    """Return the country of an adjective, also of two words: "Turkish", "South Korean"."""
    table = countries(reading.language)
    before = sentence.tokens[word.index - 1].lower if word.index else ""
    many = word.lower.removesuffix("s") if reading.language == "fr" else word.lower  # « britanniques »
    both = both_countries(word.lower) if reading.language == "fr" else None
    two = table.get(f"{before} {word.lower}")
    told = two or table.get(word.lower) or table.get(many) or (both[1] if both else None)
    if told is None or any(t.text in _CHURCHES for t in sentence.tokens[word.index + 1 : word.index + 2]):
        return None  # "a Greek Orthodox church": a confession, wherever it stands
    # "the West Australian premier"
    return None if before in _SIDES_OF and reading.language == "en" and two is None else told


def lands_told(reading: Reading, word: Token, place: Entity) -> list[Entity]:
    """Return the place that a word tells of, and the first country of « franco-américain »."""
    both = both_countries(word.lower) if reading.language == "fr" and word.name is None else None
    return [place] if both is None else [country_of(reading, both[0]), place]


def is_country(name: str) -> bool:
    """Tell the name or adjective of a country from that of a town: "US", "French"."""
    return places().get(name, 0.0) >= COUNTRY or fold(name) in adjectives() or name in {*_BRITISH, *AS_ADJECTIVES}


def country_of(reading: Reading, name: str) -> Entity:
    """Return the country's entity: the one that the text names, else a new one."""
    known = known_by_form().get(name)
    key = f"kb:{known.key}" if known is not None else name_key(name, EntityType.PLACE)
    identifier = entity_id(EntityType.PLACE.value, key, known.name if known is not None else name)
    same_as = (WIKIDATA + known.wikidata,) if known is not None and known.wikidata else ()
    return reading.entities.setdefault(identifier, Entity(identifier, EntityType.PLACE, name, key, (), same_as))


def own_country(reading: Reading, sentence: Sentence, word: Token) -> Entity | None:
    """Return the country of « le Belge », « deux Belges, A et B », where it is known who that is."""
    country = country_adjective(word.lower)
    who = [reading.entities[r.entity] for r in reading.referents(sentence, word)]
    known = len(who) == 1 or some_of_people(reading, sentence, word)
    known = known and all(entity.type is EntityType.PERSON for entity in who)
    return country_of(reading, country) if country is not None and known else None


def land_of(reading: Reading, sentence: Sentence, word: Token) -> Entity | None:
    """Return the country, or the town, that a word for people tells of."""
    country = people_of(reading, sentence, word) or countries("en").get(NOUNS.get(word.lower, ""))
    country = country or town_of(reading, word)
    return country_of(reading, country) if country is not None else None
