"""Reads whose citizen somebody is off an adjective: « l'anthropologue française Hélène Rougier »."""

from collections.abc import Iterator

from kg.extract.entities.cluster import WIKIDATA, name_key
from kg.extract.participants import expand
from kg.extract.reading import Reading
from kg.lexicon.peoples import countries
from kg.lexicon.tables import known_by_form
from kg.model import Entity, EntityType, Fact, Participant, Span
from kg.model.annotation import Sentence, Token
from kg.model.ids import entity_id, fact_id

CONFIDENCE = 0.7


def nationalities(reading: Reading, version: str) -> Iterator[Fact]:
    """Yield a `citizenOf` fact for each person noun with such an adjective that stands beside a person's name."""
    told: set[tuple[str, str]] = set()
    for sentence in reading.annotation.sentences:
        for adjective in sentence.tokens:
            country = countries(reading.language).get(adjective.lower)
            noun = sentence.head(adjective)
            if country is None or noun is None or adjective.name is not None or not _describes(sentence, adjective):
                continue
            for person in expand(reading, sentence, noun):
                if person.type is EntityType.PERSON and person.id and (person.id, country) not in told:
                    told.add((person.id, country))
                    yield _fact(reading, sentence, (noun, adjective), person, country, version)


def _describes(sentence: Sentence, adjective: Token) -> bool:
    """Tell whether the adjective describes a person named right beside: not « l'ambassadeur français à Rome »."""
    noun = sentence.head(adjective)
    if noun is None or noun.pos not in ("NOUN", "PROPN") or adjective.dep.partition(":")[0] not in ("amod", "compound"):
        return False
    return noun.name is not None or any(
        child.name is not None
        and child.dep in ("appos", "flat", "nmod", "compound")
        and abs(child.index - noun.index) < 4
        for child in sentence.children(noun)
    )


def _fact(
    reading: Reading, sentence: Sentence, words: tuple[Token, Token], person: Participant, country: str, version: str
) -> Fact:
    document = reading.annotation.document
    noun, adjective = words
    place = _country(reading, country)
    spans = [noun.span, adjective.span, *([person.span] if person.span is not None else [])]
    evidence = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Fact(
        id=fact_id(document.id, "citizenOf", person.id or "", place.id, str(evidence)),
        relation="citizenOf",
        subject=person,
        object=Participant(place.name, place.id, place.type),
        document=document.id,
        evidence=evidence,
        sentence=sentence.span,
        trigger=adjective.span,
        by=f"adjective:citizenOf@{version}",
        confidence=CONFIDENCE,
        steps=(f"« {adjective.text} » is said of people of {place.name}",),
    )


def _country(reading: Reading, name: str) -> Entity:
    """Return the country's entity: the one that the text names, else a new one."""
    known = known_by_form().get(name)
    key = f"kb:{known.key}" if known is not None else name_key(name, EntityType.PLACE)
    identifier = entity_id(EntityType.PLACE.value, key, known.name if known is not None else name)
    same_as = (WIKIDATA + known.wikidata,) if known is not None and known.wikidata else ()
    return reading.entities.setdefault(identifier, Entity(identifier, EntityType.PLACE, name, key, (), same_as))
