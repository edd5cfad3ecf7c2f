"""Tells who is a child by the text: « la petite Zoé », and who is none by age or address."""

import re
from typing import Final

from kg.extract.reading import Reading
from kg.lexicon.closed import POSSESSIVES

YOUNG: Final = frozenset(
    """teenager teen boy girl youth youngster toddler baby child infant newborn kid adolescent adolescente garçon
    fillette enfant bébé ado nourrisson garçonnet""".split()
)
# Whoever has one of these, or is called one that has children or is married, is no child himself
_OWN: Final = frozenset(
    """wife husband daughter daughters son sons child children baby twins femme mari épouse époux fille filles fils
    enfant enfants bébé jumeaux jumelles""".split()
)
_BORN: Final = frozenset("daughter son child fille fils enfant bébé baby".split())
_GROWN: Final = frozenset("wife husband mother father parent femme mari épouse époux mère père veuve widow".split())
_ADDRESSED: Final = re.compile(r"\b(?:M|MM|Mme|Me|Mgr|Mr|Mrs|Ms|Lord|Sir|Dr)\b\.? $")
_LITTLE: Final = ("la petite ", "le petit ", "little ", "fillette ", "garçonnet ")
_AGED: Final = re.compile(r"(?:, (?:aged )?| \()[2-9]\d(?:,|\)| ans)")


def grown(reading: Reading, identifier: str) -> bool:
    """Tell somebody whose age the text gives behind a name, twenty or more, or who is addressed as "Mr": no child."""
    text, spans = reading.text, reading.named(identifier)
    return any(_AGED.match(text, s.end) or _ADDRESSED.search(text, max(0, s.start - 6), s.start) for s in spans)


def of_family(reading: Reading, identifier: str) -> bool:
    """Tell a wife, a father, and whose wife or daughter the text has spoken of: « Paul Martin et sa fille »."""
    if any(_GROWN.intersection(role.split()) for role in reading.roles.get(identifier, ())):
        return True
    for (number, index), found in reading.references.items():
        if any(r.entity == identifier for r in found):
            sentence = reading.annotation.sentences[number]
            word = sentence.tokens[index]
            noun = sentence.head(word) if word.lower in POSSESSIVES else None
            if noun is not None and noun.lower in _OWN:
                return True
    return False


def born_to(reading: Reading, identifier: str) -> bool:
    """Tell whom the text calls somebody's daughter or son."""
    return any(_BORN.intersection(role.split()) for role in reading.roles.get(identifier, ()))


def little(reading: Reading, identifier: str) -> bool:
    """Tell a child by « la petite » before the name."""
    first = reading.first_named(identifier)
    return first is not None and reading.text.endswith(_LITTLE, max(0, first.start - 12), first.start)
