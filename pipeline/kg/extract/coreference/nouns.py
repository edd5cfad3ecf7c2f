"""What a common noun can stand for."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from kg.extract.frames.load import load_frames
from kg.lexicon.forms import noun_table
from kg.lexicon.tables import fold, load_yaml, person_nouns
from kg.model import EntityType
from kg.model.annotation import Token

TYPES = {
    "organization": EntityType.ORGANIZATION,
    "platform": EntityType.ORGANIZATION,
    "media": EntityType.ORGANIZATION,
    "party": EntityType.ORGANIZATION,
    "company": EntityType.ORGANIZATION,
    "account": EntityType.ONLINE_ACCOUNT,
    "place": EntityType.PLACE,
    "site": EntityType.PLACE,
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
    "company",
    "organization",
    "place",
    "site",
    "person_descriptive",
    "person_role",
    "event",
    "vehicle",
    "work",
)


# Ends of French nouns for who does something: a person's name beside one says who.
DOERS = ("eur", "euse", "trice", "iste", "ien", "ienne", "logue", "graphe")
# « le légendaire Paul Martin », « l'inusable Anne Dubois »: adjectives that an article makes nouns of
PRAISING = ("able", "ible", "eux")
PRAISED = frozenset(
    """légendaire controversé controversée regretté regrettée célèbre emblématique charismatique truculent truculente
    bouillant bouillante fantasque expérimenté expérimentée omniprésent omniprésente revenant revenante""".split()
)


# What is one and many: it says « nous », and « ils » takes it up
BODIES: Final = (EntityType.ORGANIZATION, EntityType.GROUP)
# What has parts and offices: « la direction de Novatel », « le maire de Lyon »
WITH_OFFICES: Final = (EntityType.ORGANIZATION, EntityType.PLACE)
RUNNING: Final = ("direct", "présid", "vice-présid", "secrétaire", "trésor", "pdg", "cofonda", "rédact")
# Whom a person can have too: an athlete's coach.
OF_PEOPLE: Final = frozenset("coach coaches manager managers captain captains superintendent".split())
# Nouns for what somebody is to somebody else: they seldom take up whoever was spoken of.
KIN: Final = frozenset(
    """père mère frère sœur soeur fils fille épouse époux mari conjoint compagne compagnon veuve veuf cousin cousine
    oncle tante neveu nièce beau-frère belle-sœur beau-père belle-mère gendre father mother brother sister son daughter
    wife husband widow widower cousin uncle aunt nephew niece""".split()
)
PREFIX: Final = re.compile(r"^(?:ex|co|vice|sous|great|step|half)-")  # « vice-procureure », "ex-minister"

_THINGS: Final = ("media", "site", "vehicle")
# What the lists of people hold for another language or another word: « la carrière », « le champ »
_THINGS_ONLY: Final = frozenset(
    """temps tout carrière champ champs retard retards sous-marin sous-marins classique médecine roue relative divers
    belle final""".split()
)
# English nouns for whoever works in a science, too many for a list: "biomechanicist", "palaeoclimatologist"
_SCIENCES: Final = re.compile(r"[a-z-]{3,}(?:ologist|icist|iatrist|iatrician|ographer|ematician)")


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
def alike() -> dict[str, frozenset[str]]:
    """Return the folded words of both languages that name the same kind of thing as a folded one, or a narrower kind.

    « Le navire » takes up a ferry and a ferry « le navire »; « le bâtiment » a church, never the other way round.
    """
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    made: dict[str, set[str]] = {}
    for group in raw["alike"]:
        words = set(map(fold, str(group).split()))
        for word in words:
            made.setdefault(word, set()).update(words)
    for general, narrower in raw["above"].items():
        for word in map(fold, str(general).split()):
            made.setdefault(word, {word}).update(map(fold, str(narrower).split()))
    return {word: frozenset(words) for word, words in made.items()}


@cache
def sorted_words() -> frozenset[str]:
    """Return the folded words that say of what sort somebody or something is: « banque », not « groupe »."""
    classes = (name for name, kind in TYPES.items() if kind is EntityType.ORGANIZATION)
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    bodies = {fold(word) for name in classes for language in ("fr", "en") for word in str(raw[language][name]).split()}
    return frozenset(bodies.union(*alike().values())) - sortless()


@cache
def sortless() -> frozenset[str]:
    """Return the folded nouns that say nothing of the sort: « groupe », « organisation »."""
    return frozenset(map(fold, _listed("sortless")))


@cache
def feminine_nouns() -> frozenset[str]:
    """Return French nouns of feminine gender among the classes."""
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    return frozenset(str(raw["feminine_fr"]).split())


@lru_cache(1 << 14)
def names_person(noun: str, language: str) -> bool:
    """Tell whether a noun can name a person."""
    noun = PREFIX.sub("", noun)
    noun = noun.removeprefix("ex-")
    if language == "fr" and noun in _THINGS_ONLY:
        return False
    known = noun_classes(language).get(noun)
    if known is not None and known.name in _THINGS:
        return False  # « la radio », « le glacier »: seldom who works there
    listed = noun in person_nouns() or noun in _people()
    plural = noun.removesuffix("s") in person_nouns()
    listed = listed or (language == "en" and _SCIENCES.fullmatch(noun) is not None)
    return listed or plural or (known is not None and known.type is EntityType.PERSON) or noun in _posts(language)[0]


def plain(noun: str, language: str) -> str:
    """Return the noun that says what something is: « procureur » of « vice-procureur », « député » of « député-maire ».

    All English words for scientists are as one of them.
    The head of a French compound comes first; « chef-lieu » and « garde-côte » are nobody, though « chef » is.
    """
    bare = PREFIX.sub("", noun)
    if language == "en" and _SCIENCES.fullmatch(bare):
        return "chemist"
    first, hyphen, last = bare.partition("-")
    if not hyphen or language != "fr":
        return bare
    people = names_person(last, language), names_person(first, language)
    return first if people[0] or not people[1] else bare


def may_name_person(noun: str, language: str) -> bool:
    """Tell whether a noun says who somebody is beside a name, also one for bodies: « rival », "safety"."""
    return names_person(noun, language) or noun in _posts(language)[1]


def may_name_body(noun: str, language: str) -> bool:
    """Tell whether a noun says what a body is beside its name: "backer", "owner", « filiale »."""
    return noun in _posts(language)[2]


@cache
def _posts(language: str) -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Return the nouns that fill a role themselves that only a person can fill, a person too, a body too."""
    frames = load_frames(language)
    only: set[str] = set()
    too: set[str] = set()
    bodies: set[str] = set()
    for noun, triggers in frames.nouns.items():
        for trigger in triggers:
            selves = [role for role, functions in trigger.roles if functions == ("self",) and not trigger.rest]
            types = [frames.frames[trigger.relation].types.get(role, frozenset()) for role in selves]
            only.update({noun} if any(kinds == {EntityType.PERSON.value} for kinds in types) else ())
            too.update({noun} if any(EntityType.PERSON.value in kinds for kinds in types) else ())
            bodies.update({noun} if any(EntityType.ORGANIZATION.value in kinds for kinds in types) else ())
    return frozenset(only), frozenset(too), frozenset(bodies)


def names_office(noun: str, language: str) -> bool:
    """Tell a noun for a post, which nobody young holds: « président », "minister"."""
    triggers = load_frames(language).nouns.get(noun, ())
    return any(t.relation == "holdsPosition" for t in triggers if not t.rest) and names_person(noun, language)


@cache
def offices_of_bodies(language: str) -> frozenset[str]:
    """Return the nouns for who runs a body, whose possessive is no person's: « son directeur », "its chairman"."""
    found: set[str] = set()
    for noun, triggers in load_frames(language).nouns.items():
        served = any("Person" in t.serves and not t.rest for t in triggers)  # « son porte-parole »
        owned = [f for t in triggers if not served for _, f in t.roles if "poss" in f]
        runs = noun.startswith(RUNNING) if language == "fr" else any("implied" in f for f in owned)
        found.update({noun} if owned and runs else ())
    return frozenset(found) - OF_PEOPLE


def speaks(token: Token, language: str) -> bool:
    """Tell whether a noun names somebody who can act and speak: a person, a body."""
    return token.pos in ("NOUN", "PROPN", "ADJ", "PRON") and names_speaker(token.lower, language)


def names_speaker(noun: str, language: str) -> bool:
    """Tell whether a word is a noun for a person or a body."""
    known = noun_classes(language).get(noun) or noun_classes(language).get(noun.removesuffix("s"))
    body = (known is not None and known.name in ("organization", "company", "media", "party")) or noun in _collectives()
    return body or names_person(noun, language)


def holds(token: Token) -> bool:
    """Tell whether a French noun can name a body, a place or a person that has offices: « groupe », « pays »."""
    known = noun_classes("fr").get(token.lower)
    kinds = (EntityType.ORGANIZATION, EntityType.PLACE)
    return token.pos == "NOUN" and known is not None and known.type in kinds


@cache
def deeds() -> frozenset[str]:
    """Return the nouns for violence that is somebody's deed, in all forms and both languages."""
    return frozenset(_listed("deeds"))


@cache
def troops() -> frozenset[str]:
    """Return the nouns for what a body at war has, people and things, in all forms and both languages."""
    return frozenset(_listed("troops"))


@cache
def broadcasters() -> frozenset[str]:
    """Return the names of channels and stations, which print nothing."""
    return frozenset(name.strip() for name in " ".join(_listed("broadcasters")).split(","))


@cache
def happenings() -> frozenset[str]:
    """Return the nouns for what happens at a place, and for vehicles, in all forms and both languages."""
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    return frozenset(str(raw["happenings"]).split())


@cache
def had(by: str) -> frozenset[str]:
    """Return the nouns for what only persons, bodies, lands or works have, or what begins one that is made."""
    return frozenset(_listed(f"had_by_{by}"))


@cache
def declared() -> frozenset[str]:
    """Return the nouns for what is done by announcing it, in all forms and both languages."""
    raw = load_yaml("lexicon", "nominals.yaml")
    assert isinstance(raw, dict)
    return frozenset(str(raw["declared"]).split())


def names_place(token: Token, language: str) -> bool:
    """Tell whether a noun names a place or a building that can be meant without a name: « un village », "a school"."""
    known = noun_classes(language).get(token.lower)
    counted = token.pos == "NUM" and ":" not in token.text  # "at 20:08" is no place
    built = token.lower in _buildings() or token.lower.removesuffix("s") in _buildings()
    return counted or built or (known is not None and known.name == "place")


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
