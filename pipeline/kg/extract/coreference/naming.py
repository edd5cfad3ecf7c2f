"""Learns beforehand what the text calls each entity: « Tabby, une étoile », « X est un groupe », « le navire X »."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from kg.extract.coreference.behind import note_description
from kg.extract.coreference.fighters import OF_BODY
from kg.extract.coreference.nouns import feminine_nouns, happenings, names_person, noun_classes
from kg.extract.coreference.unfit import parted
from kg.extract.grammar.prepositions import ACCORDING, preposition
from kg.extract.reading import Reading
from kg.lexicon.tables import fold
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_FEMININE: Final = re.compile(r"\b(?:la|une|cette)\s$", re.IGNORECASE)
_TITLED: Final = {"Me": ("avocat", "avocate"), "Dr": ("médecin", "docteur"), "Mgr": ("évêque", "prélat")}
_TITLE: Final = re.compile(r"\b(Me|Dr|Mgr)\.?\s$")
_LATE: Final = re.compile(r"\b(?:(?:[Tt]he|his|her|their|our) late|feue?|défunte?|regrettée?) (?:[\w.’'-]+ ){0,4}$")
_WHERE: Final = re.compile(r"\b(à|en|au|aux|dans (?:le|la|les|l[’']))\s?$", re.IGNORECASE)
_SIZES: Final = {"à": "town", "en": "land"}  # « au » may be « à Le »: « au Mans »
_NAMING: Final = (
    "nommé", "prénommé", "baptisé", "rebaptisé", "appelé", "dénommé", "surnommé", "intitulé", "named", "called",
    "dubbed", "titled", "entitled", "christened", "renamed", "nicknamed",
)  # fmt: skip
_ONE: Final = re.compile(r"(?:^|[\s'’])(?:le|la|du|au) $|[ld]['’]$")
_MASCULINE: Final = re.compile(r"\b(?:le|un|du|au|ce)\s$", re.IGNORECASE)


def learn_names(reading: Reading) -> None:
    """Note the nouns that the text gives to each name as apposition or predicate, and the gender of things."""
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            identifier = reading.names.get(token.name) if token.name is not None else None
            if identifier is not None:
                _learn_descriptions(reading, sentence, token, identifier)
                if _LATE.search(reading.text, max(0, token.span.start - 50), token.span.start):
                    reading.late.add(identifier)
    _learn_plurals(reading)
    if reading.language == "fr":
        _learn_titles(reading)
        _learn_genders(reading)
        _learn_places(reading)
    else:
        _learn_fighters(reading)


def _learn_descriptions(reading: Reading, sentence: Sentence, name: Token, identifier: str) -> None:
    kind = reading.entities[identifier].type
    place = kind is EntityType.PLACE
    bracketed = place and sentence.tokens[name.index - 1].text == "("  # « la commune de Lyon (Rhône) »
    for noun in _nouns(sentence, name, reading.language) if not bracketed else ():
        if not place or not _happens(reading, noun):
            note_description(reading, sentence, noun, identifier)
    if kind is EntityType.PERSON:  # « la Française Anne Dubois »
        people = {(child.lower, frozenset({child.lower})) for child in sentence.children(name, "amod")}
        reading.described.setdefault(identifier, set()).update(people)


def _happens(reading: Reading, noun: Token) -> bool:
    """Tell what happens at a place from what the place is: « l'attentat de Stockholm », « le carnaval de Nice »."""
    known = noun_classes(reading.language).get(noun.lower)
    return noun.lower in happenings() or (known is not None and known.type is EntityType.EVENT)


def _nouns(sentence: Sentence, name: Token, language: str) -> Iterator[Token]:
    """Yield the nouns that stand beside a name, or that it is said to be."""
    for child in sentence.children(name, "appos"):
        told = preposition(sentence, name) in ACCORDING and not names_person(child.lower, language)
        if child.pos == "NOUN" and child.name is None and not preposition(sentence, child) and not told:
            yield child  # « Selon Dubois, ce genre de femme » is no apposition
    yield from _christened(sentence, name)
    head = sentence.head(name)
    if head is None or head.pos != "NOUN" or head.name is not None or head.quote is not None:
        return
    if name.dep in ("appos", "flat") and not preposition(sentence, name) and not parted(sentence, head, name):
        yield head
    if name.dep.startswith("nsubj") and any(sentence.children(head, "cop")) and not preposition(sentence, head):
        yield head


def _christened(sentence: Sentence, name: Token) -> Iterator[Token]:
    """Yield the noun of « une embarcation nommée Joudi », "the river, which they have named Aurelia"."""
    verb = sentence.head(name)
    if verb is None or not verb.lower.startswith(_NAMING) or verb.index > name.index or preposition(sentence, name):
        return
    noun = sentence.head(verb)
    if verb.dep.startswith(("acl", "amod")) and noun is not None and noun.pos == "NOUN" and noun.index < verb.index:
        yield noun


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


def _learn_titles(reading: Reading) -> None:
    """Note what an abbreviated title says: « Me Dubois » is a lawyer."""
    for index, identifier in reading.names.items():
        start = reading.annotation.names[index].span.start
        title = _TITLE.search(reading.text[max(0, start - 6) : start])
        if title is not None and reading.entities[identifier].type is EntityType.PERSON:
            reading.roles.setdefault(identifier, set()).update(_TITLED[title[1]])


def _learn_plurals(reading: Reading) -> None:
    """Note before whose names a plural article stands: « Les Blancs pour … »."""
    for index, identifier in reading.names.items():
        name = reading.annotation.names[index]
        before = reading.text[max(0, name.span.start - 5) : name.span.start].lower()
        plural = before.endswith(("les ", "des ", "aux ")) or name.form.startswith("Les ")
        if plural and not name.form.isupper():
            reading.many.add(identifier)
        elif _ONE.search(before):
            reading.once.add(identifier)


def _learn_fighters(reading: Reading) -> None:
    """Note whose fighters the text speaks of: "M23 rebels", so that "the rebels" are theirs."""
    for index, identifier in reading.names.items():
        found = OF_BODY.match(reading.text, reading.annotation.names[index].span.end)
        if found is not None and reading.entities[identifier].type is EntityType.ORGANIZATION:
            reading.roles.setdefault(identifier, set()).add(found[1])


def _learn_places(reading: Reading) -> None:
    """Note after which preposition a place is named: « à Lyon » is a town, « en Corse », « dans le Jura » are none."""
    for index, identifier in reading.names.items():
        if reading.entities[identifier].type is EntityType.PLACE:
            start = reading.annotation.names[index].span.start
            found = _WHERE.search(reading.text[max(0, start - 12) : start])
            if found is not None:
                reading.placed.setdefault(identifier, _SIZES.get(found[1].lower(), "region"))


def _of_its_noun(name: str) -> str:
    first = fold(name).split()[0] if fold(name).split() else ""
    feminine, known = _folded_nouns()
    if first in feminine:
        return "f"
    return "m" if first in known else ""


@cache
def _folded_nouns() -> tuple[frozenset[str], frozenset[str]]:
    """Return the feminine nouns and all nouns of the classes, folded."""
    return frozenset(map(fold, feminine_nouns())), frozenset(map(fold, noun_classes("fr")))
