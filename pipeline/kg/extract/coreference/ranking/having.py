"""Says who can have what a possessive stands before: no place has a wife, no person a population."""

from typing import Final

from kg.extract.coreference.nouns import KIN, WITH_OFFICES, had, offices_of_bodies
from kg.extract.coreference.ranking.sought import Anaphor
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Token

ENGLISH_PERSONS: Final = frozenset("he she him her his hers himself herself".split())
# Offices of places too: « sa présidente », "its mayor".
RULING: Final = (
    "présid", "vice-présid", "secrétaire", "deput", "head", "chief", "mayor", "city", "cities", "sheriff", "lord",
    "police",
)  # fmt: skip
# Those of a festival or a race as well: « son fondateur », "its director".
_OF_EVENTS: Final = ("found", "fond", "director", "direct", "organi", "host")
_COUNSEL: Final = ("avocat", "avocate", "avocats")
_MAGISTRATES: Final = frozenset(
    "procureur procureure juge magistrat magistrate substitut vice-procureur vice-procureure avocat-général".split()
)
_BOSSES: Final = ("patron", "patronne")
_SINCE: Final = frozenset(("depuis", "dès", "lors de", "après", "avant"))
_RIVALS: Final = frozenset("concurrent concurrente rival rivale partenaire".split())
PEOPLE: Final = (EntityType.PERSON, EntityType.GROUP)


def having(reading: Reading, sought: Anaphor, fitting: list[str]) -> list[str]:
    """Keep what can have what the possessive stands before: a director is no person's, a wife no place's."""
    noun = sought.sentence.head(sought.token)
    if sought.form not in ("own", "its", "many own") or noun is None or sought.token.lower in ENGLISH_PERSONS:
        return fitting  # "her deputy" is a person's
    fitting = _of_sort(reading, sought, noun, fitting)
    if noun.lower in KIN:
        return [i for i in fitting if reading.entities[i].type in PEOPLE]
    if noun.lower in _COUNSEL:
        fitting = [i for i in fitting if not _MAGISTRATES & {w for r in reading.roles.get(i, ()) for w in r.split()}]
    cabinet = any(c.lower == "cabinet" for c in sought.sentence.children(noun, "nmod"))  # a minister's
    if cabinet:
        return []
    boss = noun.lower in _BOSSES and sought.token.index == 0  # « Son patron, Jean Dubois, »: not of an employee
    if noun.lower not in offices_of_bodies(reading.language) and not boss:
        return fitting
    ruling = noun.lower.startswith(RULING)
    kinds: tuple[EntityType, ...] = WITH_OFFICES if ruling else (EntityType.ORGANIZATION,)
    kinds += (EntityType.EVENT,) * noun.lower.startswith(_OF_EVENTS)
    return [i for i in fitting if reading.entities[i].type in kinds and (ruling or not _state(reading, i))]


def _named_beside(reading: Reading, sought: Anaphor, noun: Token) -> list[str]:
    beside = sought.sentence.children(noun, "appos", "flat")
    return [reading.names[t.name] for t in beside if t.name is not None and t.name in reading.names]


def _state(reading: Reading, identifier: str) -> bool:
    """Tell a government: it has ministers and a chief, no « directeur général »."""
    return bool({"gouvernement", "government"} & {*reading.entities[identifier].name.lower().split()})


def _of_sort(reading: Reading, sought: Anaphor, noun: Token, fitting: list[str]) -> list[str]:
    """Keep persons for « son hospitalisation », lands for « sa population », works for "its plot", if there are any.

    Whoever is no person for « son actionnariat », « depuis sa création ».
    """
    for by, kind in (("lands", EntityType.PLACE), ("works", EntityType.WORK)):
        if noun.lower in had(by):
            having_it = [i for i in fitting if reading.entities[i].type is kind or _state(reading, i)]
            fitting = having_it or fitting
    rivals = (
        {reading.entities[i].type for i in _named_beside(reading, sought, noun)} if noun.lower in _RIVALS else set()
    )
    if rivals == {EntityType.ORGANIZATION}:  # « son concurrent Boeing »
        fitting = [i for i in fitting if reading.entities[i].type is EntityType.ORGANIZATION]
    if reading.language != "fr":
        return fitting
    if noun.lower in had("persons"):
        return [i for i in fitting if reading.entities[i].type in PEOPLE]
    made = noun.lower in had("made") and preposition(sought.sentence, noun) in _SINCE
    bodies = made or noun.lower in had("bodies")
    bodies = bodies or noun.lower in had("things")  # « son montant »
    return [i for i in fitting if not bodies or reading.entities[i].type is not EntityType.PERSON]
