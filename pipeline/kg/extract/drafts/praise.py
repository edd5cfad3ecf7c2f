"""Tells whom somebody is praised or reviled as: « X est mort. Y a salué « un grand poète ». »."""

from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.coreference.unnamed import main_subjects, sentence_before
from kg.extract.reading import Reading
from kg.model import EntityType, Fact, Participant
from kg.model.annotation import Sentence

_SAYING_WHAT: Final = frozenset(("praised", "criticized"))
_GENDERS: Final = {"un": "m", "une": "f"}
_HEAD: Final = 4  # words among which the noun stands: « une toute première grande dame du théâtre »
_BACK: Final = 2  # sentences


def of_somebody(reading: Reading, facts: list[Fact]) -> list[Fact]:
    """Return the facts, a quotation that only says what somebody is given that person for its object."""
    if reading.language != "fr":
        return facts
    return [replace(f, object=whom) if (whom := _whom(reading, f)) is not None else f for f in facts]


def _whom(reading: Reading, fact: Fact) -> Participant | None:
    said = fact.object
    if fact.relation not in _SAYING_WHAT or said is None or said.id is not None or said.name != fact.quote:
        return None
    article, *words = said.name.lower().split()[: _HEAD + 1]
    if article not in _GENDERS or not any(names_person(word.strip(",.!"), reading.language) for word in words):
        return None
    sentence = reading.sentence_of(fact)
    speaker = fact.subject.id if fact.subject is not None else None
    before = sentence_before(reading, sentence) if sentence is not None else None
    for _ in range(_BACK):
        if before is None:
            return None
        found = _person(reading, before, speaker)
        if found is not None:
            fits = reading.genders.get(found.id or "", "") in ("", _GENDERS[article])
            return found if fits else None
        before = sentence_before(reading, before)
    return None


def _person(reading: Reading, sentence: Sentence, speaker: str | None) -> Participant | None:
    """Return the person whom a sentence is about: its subject, where that is one person and not the speaker."""
    found = {r.entity for t in main_subjects(sentence) for r in reading.referents(sentence, t)}
    people = [reading.entities[one] for one in sorted(found) if reading.entities[one].type is EntityType.PERSON]
    if len(found) != 1 or not people or people[0].id == speaker:
        return None
    return Participant(people[0].name, people[0].id, people[0].type)
