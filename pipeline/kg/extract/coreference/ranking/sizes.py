"""Says whether a place is of the size that a noun says: no country is a town, no building a region."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Final

from kg.extract.coreference.nouns import noun_classes
from kg.extract.reading import Reading
from kg.lexicon.capitals import capitals
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import PLACE_WEIGHT, fold, places, regions
from kg.model import EntityType
from kg.model.annotation import Token

BOTH: Final = frozenset(
    ("New York", "Washington", "Singapore", "Singapour", "Monaco", "Luxembourg", "Djibouti")
)  # town and state
# Nations within a state, that « le pays » takes up as well.
NATIONS: Final = frozenset(
    "Écosse Angleterre Scotland Wales England Greenland Groenland Catalogne Catalonia Kurdistan Québec".split()
) | {"Pays de Galles", "Irlande du Nord", "Northern Ireland", "Nouvelle-Calédonie", "New Caledonia"}
ISLANDS: Final = frozenset(
    map(
        fold,
        """Cuba Haïti Haiti Jamaïque Jamaica Taïwan Taiwan Chypre Cyprus Malte Malta Islande Iceland Irlande Ireland
        Madagascar Maurice Mauritius Bahreïn Bahrain Grenade Grenada Dominique Dominica Barbade Barbados Nauru Niue
        Australie Australia Groenland Greenland Singapour Singapore Anjouan Martinique Guadeloupe Réunion Mayotte
        Saint-Martin Saint-Barthélemy Guam Aruba Curaçao Bermudes Bermuda Zanzibar Jersey Guernesey Guernsey Montserrat
        Anguilla""".split(),
    )
) | {
    "sri lanka",
    "grande-bretagne",
    "great britain",
    "sainte-lucie",
    "saint lucia",
    "porto rico",
    "puerto rico",
    "la reunion",
}
HEAVENLY: Final = frozenset(
    map(
        fold,
        """Mercure Mercury Vénus Venus Terre Earth Mars Jupiter Saturne Saturn Uranus Neptune Pluton Pluto Lune Moon
        Soleil Sun Titan Encelade Enceladus Europe Europa""".split(),
    )
) - {"europe"}
CONTINENTS: Final = frozenset(
    map(fold, "Europe Afrique Africa Asie Asia Amérique America Océanie Oceania Antarctique Antarctica".split())
) | {"amerique latine", "amerique du sud", "amerique du nord", "latin america", "south america", "north america"}
COUNTRIES: Final = frozenset("pays nation country".split())
PARTS: Final = frozenset("région province département comté canton oblast region province county".split())
TOWNS: Final = frozenset(
    """ville cité capitale métropole agglomération commune municipalité city capital metropolis municipality town
    bourg""".split()
)
# No capital and no known city is called so.
SMALL: Final = frozenset(
    """village quartier localité bourgade hameau faubourg village neighbourhood neighborhood suburb hamlet
    borough""".split()
)
STREETS: Final = frozenset(
    "avenue rue boulevard place quai impasse chemin route autoroute cours street road lane highway square".split()
)
STATES: Final = frozenset("royaume république état etat state kingdom".split())
LANDS: Final = COUNTRIES | STATES
ISLAND: Final = frozenset("île îlot atoll island islet".split())
_REST: Final = frozenset("territory archipelago village".split())
# What lies in a country or belongs to one: no country is called so, but one that not all take for one.
_OF_COUNTRIES: Final = frozenset("territory territoire peninsula péninsule enclave area zone".split())
_DISPUTED: Final = frozenset(
    """taiwan kosovo palestine gaza gibraltar abkhazia abkhazie macao guam bermuda bermudes""".split()
) | {"western sahara", "sahara occidental", "hong kong", "puerto rico", "porto rico", "gaza strip", "bande de gaza"}
_TOWN_NAME: Final = re.compile(r"^Sainte?-[A-ZÀ-Þ]|^[\w'’-]+-(?:sur|sous|lès|les|en|aux?)-[\w'’-]+$")
_WHERE: Final = re.compile(r"\b(?:in|from|of|with|across) $")
SIZES: Final = (LANDS, PARTS, ISLAND, TOWNS | SMALL)


# What lands lie in, and are called after: "the Caribbean nation", "the Pacific state".
_AROUND: Final = frozenset(
    """Caribbean Pacific Atlantic Baltic Balkan Balkans Gulf Mediterranean Arctic Adriatic Sahel Himalayan Himalayas
    Scandinavia Nordic Benelux Maghreb Levant Caucasus""".split()
)


_BUILT: Final = frozenset(
    """church school hospital museum hotel prison jail factory plant stadium cemetery mosque temple synagogue theater
    theatre restaurant nightclub courthouse warehouse refinery bar pub cinema venue facility building park""".split()
)


def named_as_town(name: str) -> bool:
    """Tell a French town by its hyphens: « Saint-Brévin », « Sainte-Luce », « Villers-sur-Mer »."""
    return _TOWN_NAME.search(name) is not None


def lies_in(reading: Reading, noun: Token, name: Token) -> bool:
    """Tell a name before an English noun of places that says where the place lies: "the U.S. territory"."""
    form = reading.annotation.names[name.name].form if name.name is not None else ""
    if reading.language == "en" and name.index < noun.index and noun.lower in _BUILT:
        return form in places()  # "a Detroit church"
    if reading.language != "en" or name.index > noun.index or noun.lower not in LANDS | PARTS | ISLAND | TOWNS | _REST:
        return False
    country = _weight(form) == PLACE_WEIGHT["country"] and form not in BOTH
    return form in _AROUND or fold(form) in CONTINENTS or (country and noun.lower not in COUNTRIES | ISLAND)


def noun_of_land(noun: Token) -> bool:
    """Tell a noun for what a land has, and is with the name of its people: « le territoire »."""
    return noun.lower in ("territory", "territoire")


def is_land(name: str) -> bool:
    """Tell a country that the gazetteers list, or a nation within one: no town, no continent."""
    return (_weight(name) == PLACE_WEIGHT["country"] and fold(name) not in CONTINENTS) or name in NATIONS


def sized(reading: Reading, noun: str, among: Iterable[str]) -> list[str]:
    """Return the places that are of the size which a noun says; a country is one that is listed as such."""
    found = [i for i in among if of_size(reading, noun, i)]
    return [i for i in found if is_land(reading.entities[i].name)] if noun in COUNTRIES else found


def of_size(reading: Reading, noun: str, identifier: str) -> bool:
    """Tell whether a place is of the size that a noun says, as far as name and gazetteer tell it."""
    name = reading.entities[identifier].name
    weight = _weight(name)
    if fold(name) in HEAVENLY or _said_otherwise(reading, noun, identifier):
        return False
    if name in BOTH:
        return noun not in COUNTRIES or name not in ("New York", "Washington")
    if weight is None:
        return not _unlisted_otherwise(reading, noun, identifier)
    country = weight == PLACE_WEIGHT["country"]
    if noun in COUNTRIES or (noun in _OF_COUNTRIES and country):
        return is_land(name) if noun in COUNTRIES else name in NATIONS or fold(name) in _DISPUTED
    if noun in _OF_COUNTRIES and weight == PLACE_WEIGHT["city"] and fold(name) not in _DISPUTED:
        return False  # « l'ensemble du territoire » is more than Paris
    if noun in ISLAND:
        return fold(name) in ISLANDS if country else weight != PLACE_WEIGHT["city"] or fold(name) not in capitals()
    return _of_part(noun, name, weight)


def _unlisted_otherwise(reading: Reading, noun: str, identifier: str) -> bool:
    """Tell whether the text says by its prepositions that a place in no list is of another size."""
    placed, name = reading.placed.get(identifier), reading.entities[identifier].name
    if placed == "town" and noun in PARTS | COUNTRIES:
        return True
    gendered = bool(reading.genders.get(identifier)) or placed == "land"
    roles = {role.split()[-1] for role in reading.roles.get(identifier, ()) if role}
    if noun in PARTS and reading.language == "fr" and placed is None and not gendered and noun not in roles:
        return True  # « habitait Susville »: French regions have an article or « en »
    other = noun in TOWNS and gendered  # « la Reina », « en Mauricie » are no towns
    return other or _built(name) or (noun in COUNTRIES and _no_land(reading, identifier))


def _no_land(reading: Reading, identifier: str) -> bool:
    """Tell a place that no list of lands has and the text does not call so: « en Méditerranée »."""
    roles = {role.split()[-1] for role in reading.roles.get(identifier, ()) if role}
    words = {*map(fold, reading.entities[identifier].name.split())}
    if roles & LANDS or words & {*map(fold, STATES)}:
        return False
    named = any(is_land(e.name) for e in reading.of_type(EntityType.PLACE))
    return named or reading.language == "fr" or not _lain_in(reading, identifier)


def _lain_in(reading: Reading, identifier: str) -> bool:
    """Tell a place that the text says something is in, comes from or goes to."""
    starts = (span.start for span in reading.named(identifier))
    return any(_WHERE.search(reading.text, max(0, start - 12), start) for start in starts)


def _said_otherwise(reading: Reading, noun: str, identifier: str) -> bool:
    """Tell what the text calls by nouns of another size only: what is a province is no island."""
    called = {role.split()[-1] for role in reading.roles.get(identifier, ()) if role}
    sizes = [group for group in SIZES if called & group]
    return bool(sizes) and any(noun in group for group in SIZES) and not any(noun in group for group in sizes)


def _weight(name: str) -> float | None:
    """Return how much a place weighs that one of the gazetteers lists."""
    known = known_by_form().get(name)  # "US"
    name = known.name if known is not None and name not in places() and name not in regions() else name
    region = PLACE_WEIGHT["region"] if name in regions() else None
    town = PLACE_WEIGHT["city"] if fold(name) in capitals() else None
    return places().get(name) or region or town or _unaccented().get(name)


@cache
def _unaccented() -> dict[str, float]:
    """Return the weights of the lands that begin with an accent, by their names without it: « Egypte »."""
    lands = {name: weight for name, weight in places().items() if name[:1] in "ÉÎ"}
    return {fold(name[:1]).upper() + name[1:]: weight for name, weight in lands.items()}


def _of_part(noun: str, name: str, weight: float) -> bool:
    """Tell whether a place is as large as a part of a country that a noun names: a region, a town, a village."""
    if noun in PARTS:
        return weight == PLACE_WEIGHT["region"]
    if noun in STATES:
        return weight != PLACE_WEIGHT["city"]
    if noun in SMALL:
        return weight < PLACE_WEIGHT["region"] and fold(name) not in capitals()
    return noun not in TOWNS or weight < PLACE_WEIGHT["region"]


def _built(name: str) -> bool:
    """Tell a building, a river or a hill by its name's noun: « mosquée de la Paix », "Tower Bridge"."""
    words = name.split()
    sites = (noun_classes("fr").get(words[0].lower()), noun_classes("en").get(words[-1].lower()))
    street = words[0].lower() in STREETS or words[-1].lower() in STREETS
    return len(words) > 1 and (street or any(one is not None and one.name == "site" for one in sites))
