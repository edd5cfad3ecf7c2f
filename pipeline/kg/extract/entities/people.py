"""Guesses the gender of a person from first name and title; nothing where neither tells."""

import re
from typing import Final

from kg.extract.reading import Reading
from kg.lexicon.tables import first_names
from kg.model import EntityType

FEMALE: Final = re.compile(r"\b(?:Mme|Mmes|Mlle|madame|mademoiselle|Mrs|Ms|Miss|Lady|la)\.? ?$", re.IGNORECASE)
MALE: Final = re.compile(r"\b(?:M|MM|monsieur|Mr|Sir|Lord|le)\.? ?$", re.IGNORECASE)


def genders(reading: Reading) -> dict[str, str]:
    """Return `m` or `f` of each person whose first name or title tells it."""
    found: dict[str, str] = {}
    for entity in reading.of_type(EntityType.PERSON):
        gender = first_names().get(entity.name.split()[0].split("-")[0], "") if " " in entity.name else ""
        found[entity.id] = gender if len(gender) == 1 else ""
    for index, identifier in reading.names.items():
        if found.get(identifier) == "":
            start = reading.annotation.names[index].span.start
            before = reading.text[max(0, start - 12) : start]
            if FEMALE.search(before) or _feminine_role(before):
                found[identifier] = "f"
            elif MALE.search(before):
                found[identifier] = "m"
    return found


def _feminine_role(before: str) -> bool:
    return bool(re.search(r"\b(?:présidente|chancelière|sénatrice|députée|actrice|ministre française)\s$", before))
