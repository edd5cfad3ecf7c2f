"""Guesses the gender of a person from first name and title; nothing where neither tells."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.nouns import DOERS, names_person
from kg.extract.coreference.sexes import FEMALE_KIN, MALE_KIN, MEN, WOMEN, of_relative
from kg.extract.entities.kindred import addressed
from kg.extract.reading import Reading
from kg.lexicon.peoples import countries
from kg.lexicon.tables import first_names
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_PLAIN: Final = str.maketrans("ÉÈÊÀÂÎÔÇ", "EEEAAIOC")
FEMALE: Final = re.compile(r"\b(?:Mme|Mmes|Mlle|madame|mademoiselle|Mrs|Ms|Miss|Lady|la)\.? ?$", re.IGNORECASE)
MALE: Final = re.compile(r"\b(?:M|MM|monsieur|Mr|Sir|Lord|le)\.? ?$", re.IGNORECASE)

# « Moon Jae-in », « Kim Jong-un »: the family's name comes first.
_KOREAN: Final = re.compile(r"^[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+$")
_FEMININE: Final = frozenset("la une ancienne nouvelle première actuelle seule".split())
# Nouns of one gender for women and men.
_OF_EITHER: Final = frozenset(
    "tête victime personne star vedette figure personnalité recrue légende idole membre".split()
)
_FEMININE_ENDS: Final = ("ée", "trice", "euse", "ière", "enne", "ente", "ante")
_BE: Final = frozenset("est était sera serait fut soit été".split())


def genders(reading: Reading) -> dict[str, str]:
    """Return `m` or `f` of each person whose first name, title, noun or participle tells it."""
    found: dict[str, str] = {}
    for entity in reading.of_type(EntityType.PERSON):
        first = " " in entity.name and not _KOREAN.search(entity.name)
        found[entity.id] = _of_first_name(entity.name.split()[0]) if first else ""
    for index, identifier in reading.names.items():
        if identifier in found:
            start = reading.annotation.names[index].span.start
            before = reading.text[max(0, start - 12) : start]
            told = addressed(before)  # « M. Kim Yong-ju » is a man, whatever his first name is elsewhere
            found[identifier] = told or found[identifier] or _titled(before)
    if reading.language == "fr":
        for identifier, gender in _agreeing(reading):
            if found.get(identifier) == "":
                found[identifier] = gender
        found.update(dict.fromkeys(_women(reading), "f"))
        found.update(dict.fromkeys(_men(reading), "m"))
    found.update(_called(reading))
    return found


def _called(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield the persons that a noun beside their name calls a woman or a man: "their mother, Anwar", « le père »."""
    women, men = (WOMEN, MEN) if reading.language == "en" else (FEMALE_KIN, MALE_KIN)
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            identifier = reading.names.get(token.name) if token.name is not None else None
            if identifier is None or reading.entities[identifier].type is not EntityType.PERSON:
                continue
            head = sentence.head(token)
            beside = [head] if head is not None and token.dep in ("appos", "flat") else []
            beside = [t for t in beside if not of_relative(sentence, t, reading.language)]
            nouns = {t.lower for t in (*beside, *sentence.children(token, "appos")) if t.name is None}
            if bool(nouns & women) != bool(nouns & men):
                yield identifier, "f" if nouns & women else "m"


def _of_first_name(name: str) -> str:
    """Return the gender of a first name; « Marie » alone does not tell it, « Marie-Amélie » does."""
    plain = name.translate(_PLAIN)  # « Édith » stands in tables without its accent
    told = (first_names().get(part, "") for part in (name, plain, *name.split("-")))
    return next((gender for gender in told if len(gender) == 1), "")


def _women(reading: Reading) -> Iterator[str]:
    """Yield whom a feminine noun says more of than the first name: « George Langevin, l'ancienne ministre »."""
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            identifier = reading.names.get(token.name) if token.name is not None else None
            if identifier is None or reading.entities[identifier].type is not EntityType.PERSON:
                continue
            if _apposed_woman(sentence, token) or _titled_woman(sentence, token):
                yield identifier


def _apposed_woman(sentence: Sentence, name: Token) -> bool:
    """Tell « Jo Martin, l'ancienne ministre »."""
    for noun in sentence.children(name, "appos"):
        words = {c.lower for c in sentence.children(noun, "det", "amod") if c.index < noun.index}
        if noun.pos == "NOUN" and _tells_gender(noun) and words & _FEMININE:
            return True
    return False


def _titled_woman(sentence: Sentence, name: Token) -> bool:
    """Tell « la députée Jo Martin »."""
    head = sentence.head(name) if name.dep in ("appos", "flat") else None
    feminine = head is not None and head.lower.endswith(_FEMININE_ENDS) and _article(sentence, head) == "f"
    return feminine and head is not None and _tells_gender(head)


def _tells_gender(noun: Token) -> bool:
    """Tell a noun for people whose gender is theirs, not « la star », « la recrue »."""
    return noun.lower not in _OF_EITHER and names_person(noun.lower, "fr")


def _men(reading: Reading) -> Iterator[str]:
    """Yield of whom a masculine adjective of a people says more than the first name: « ministre camerounais »."""
    masculine = {word for word in countries("fr") if not word.endswith("e")}
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            identifier = reading.names.get(token.name) if token.name is not None else None
            head = sentence.head(token)
            if identifier is None or head is None or reading.entities[identifier].type is not EntityType.PERSON:
                continue
            titles = [head] if token.dep in ("appos", "flat") else []
            for noun in (*titles, *sentence.children(token, "appos")):
                words = {child.lower for child in sentence.children(noun, "amod")}
                if noun.pos == "NOUN" and noun.name is None and noun.lower not in _OF_EITHER and words & masculine:
                    yield identifier


def _titled(before: str) -> str:
    """Return the gender that the title before a name tells."""
    if FEMALE.search(before) or _feminine_role(before):
        return "f"
    return "m" if MALE.search(before) else ""


def _agreeing(reading: Reading) -> Iterator[tuple[str, str]]:
    """Yield the persons with the gender that French words show: « Dubois est née », « la sabreuse Dubois »."""
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            identifier = reading.names.get(token.name) if token.name is not None else None
            head = sentence.head(token)
            if identifier is None or head is None:
                continue
            if token.dep.startswith("nsubj") and _with_be(sentence, head):
                gender = _of_predicate(sentence, head) if head.pos == "NOUN" else head.gender
            elif token.dep in ("appos", "flat") and head.pos == "NOUN" and head.name is None:
                gender = "" if head.lower in _OF_EITHER or _a_thing(head) else _article(sentence, head)
            else:
                gender = _article(sentence, token)
            if gender:
                yield identifier, gender


def _of_predicate(sentence: Sentence, noun: Token) -> str:
    """Return what « est une ancienne députée », « est le porte-parole » tells; « a été ministre » is of either."""
    feminine = noun.gender == "f" and _tells_gender(noun)
    return _article(sentence, noun) or ("f" if feminine and noun.lower.endswith(_FEMININE_ENDS) else "")


def _a_thing(noun: Token) -> bool:
    """Tell « la Foudre », « l'affaire », nouns for no people, whose gender is their own."""
    return not (names_person(noun.lower, "fr") or noun.lower.endswith(DOERS))


def _with_be(sentence: Sentence, verb: Token) -> bool:
    """Tell whether a participle stands with « être », so that it agrees with its subject."""
    helpers = {child.lower for child in sentence.children(verb, "aux", "cop")}
    reflexive = any(child.lower in ("se", "s'") for child in sentence.children(verb))
    return bool(helpers & _BE) and not reflexive and not verb.plural


def _article(sentence: Sentence, token: Token) -> str:
    words = {child.lower for child in sentence.children(token, "det")}
    return "f" if words & {"la", "une"} else "m" if words & {"le", "un"} else ""


def _feminine_role(before: str) -> bool:
    return bool(re.search(r"\b(?:présidente|chancelière|sénatrice|députée|actrice|ministre française)\s$", before))
