"""Learns beforehand what the text calls each entity: « Tabby, une étoile », « X est un groupe », « le navire X »."""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.behind import office
from kg.extract.coreference.nouns import feminine_nouns, noun_classes
from kg.extract.grammar import preposition
from kg.extract.reading import Reading
from kg.lexicon.tables import fold
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_FEMININE: Final = re.compile(r"\b(?:la|une|cette)\s$", re.IGNORECASE)
_MASCULINE: Final = re.compile(r"\b(?:le|un|du|au|ce)\s$", re.IGNORECASE)


def learn_names(reading: Reading) -> None:
    """Note the nouns that the text gives to each name as apposition or predicate, and the gender of things."""
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            identifier = reading.names.get(token.name) if token.name is not None else None
            if identifier is not None:
                for noun in _nouns(sentence, token):
                    reading.roles.setdefault(identifier, set()).add(office(sentence, noun))
    if reading.language == "fr":
        _learn_genders(reading)


def _nouns(sentence: Sentence, name: Token) -> Iterator[Token]:
    """Yield the nouns that stand beside a name, or that it is said to be."""
    for child in sentence.children(name, "appos"):
        if child.pos == "NOUN" and child.name is None and not preposition(sentence, child):
            yield child
    head = sentence.head(name)
    if head is None or head.pos != "NOUN" or head.name is not None or head.quote is not None:
        return
    if name.dep in ("appos", "flat") and not preposition(sentence, name):
        yield head
    if name.dep.startswith("nsubj") and any(sentence.children(head, "cop")):
        yield head


def _learn_genders(reading: Reading) -> None:
    """Note the grammatical gender of what is no person: by the article before a name, or the first noun of it."""
    for index, identifier in reading.names.items():
        entity = reading.entities[identifier]
        if entity.type is EntityType.PERSON or reading.genders.get(identifier):
            continue
        if entity.type is EntityType.ONLINE_ACCOUNT:
            reading.genders[identifier] = "m"  # « le compte »
            continue
        start = reading.annotation.names[index].span.start
        before = reading.text[max(0, start - 8) : start]
        article = "f" if _FEMININE.search(before) else "m" if _MASCULINE.search(before) else ""
        reading.genders[identifier] = article or _of_its_noun(entity.name)


def _of_its_noun(name: str) -> str:
    first = fold(name).split()[0] if fold(name).split() else ""
    known = {fold(noun): "f" for noun in feminine_nouns()}
    if first in known:
        return "f"
    return "m" if any(fold(noun) == first for noun in noun_classes("fr")) else ""
