"""Tells a person's name behind a noun that is another's: « le père de sa fille, Luc Petit », « gouvernement Petit »."""

import re
from typing import Final

from kg.extract.coreference.sexes import of_relative, sex_of
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_CALLED_AFTER: Final = frozenset("gouvernement gouvernements cabinet cabinets administration affaire".split())
_NUMBERED: Final = re.compile(r"[IVX]+")


def names_another(reading: Reading, sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell whether a name beside a noun for people is not whom the noun means."""
    who = reading.names.get(name.name) if name.name is not None else None
    if who is None or reading.entities[who].type is not EntityType.PERSON or name.index < noun.index:
        return False
    if of_relative(sentence, noun, reading.language):
        sexes = {sex_of(noun.lower, reading.language), reading.genders.get(who, "")}
        return sexes == {"m", "f"} or _alone_of_many(sentence, noun, name)
    return _of_government(reading, sentence, noun, name)


def _alone_of_many(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell « la ministre des femmes Anne Dubois »: one full name is not what several are called."""
    joined = name.dep == "conj" or any(sentence.children(name, "conj"))
    return noun.plural and name.index == noun.index + 1 and " " in name.text and not joined


def _of_government(reading: Reading, sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell « un ministre du gouvernement Dubois II » from « le porte-parole du gouvernement Luc Petit »."""
    before = sentence.tokens[name.index - 1]
    if reading.language != "fr" or before.index <= noun.index or before.lower not in _CALLED_AFTER:
        return False
    words = name.text.split()
    after = sentence.tokens[name.index + 1 : name.index + 2]
    numbered = any(_NUMBERED.fullmatch(word) for word in (*words[1:], *(t.text for t in after)))
    return len(words) == 1 or numbered
