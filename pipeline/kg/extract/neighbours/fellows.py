"""Reads whose citizen somebody's compatriot is: « l'Espagnole Ana Ruiz bat sa compatriote Eva Gil »."""

from collections.abc import Iterable, Iterator
from typing import Final

from kg.extract.grammar.coordination import conjuncts
from kg.extract.grammar.subjects import surface_subject
from kg.extract.neighbours.tell import Rule, both, fact_of, told_of
from kg.extract.participants.words import expand
from kg.extract.reading import Reading
from kg.model import EntityType, Fact, Participant
from kg.model.annotation import Sentence, Token

CONFIDENCE: Final = 0.7
_FELLOWS: Final = frozenset("compatriote compatriotes compatriot compatriots".split())


def fellow_citizens(reading: Reading, told: Iterable[Fact], version: str) -> Iterator[Fact]:
    """Yield a `citizenOf` fact for each compatriot named beside the word, of whom the text tells the other's land."""
    lands = _lands(told)
    fellows = ((s, t) for s in reading.annotation.sentences for t in s.tokens if t.lower in _FELLOWS)
    for sentence, word in fellows:
        land = lands.get(_other(reading, sentence, word) or "", {})
        for who in people_beside(reading, sentence, word) if len(land) == 1 else ():
            known = lands.setdefault(who.id or "", {})
            if not known:  # « sa compatriote Eva Gil et l'Italienne Ana Bo »: the second has a land of her own
                known.update(land)
                yield _fact(reading, sentence, word, who, (*land.values(),)[0], version)


def _lands(told: Iterable[Fact]) -> dict[str, dict[str, Participant]]:
    """Return of which lands the text says each person is."""
    lands: dict[str, dict[str, Participant]] = {}
    for fact in told:
        if fact.relation == "citizenOf" and fact.subject and fact.subject.id and fact.object and fact.object.id:
            lands.setdefault(fact.subject.id, {})[fact.object.id] = fact.object
    return lands


def _other(reading: Reading, sentence: Sentence, word: Token) -> str | None:
    """Return whose compatriot it is: whom « son » stands for, else who does what is told."""
    owners = [r.entity for t in sentence.children(word, "det", "nmod:poss") for r in reading.referents(sentence, t)]
    if not owners:
        verb = sentence.head(word)
        while verb is not None and verb.pos not in ("VERB", "AUX") and verb.head != verb.index:
            verb = sentence.head(verb)
        subjects = surface_subject(sentence, verb) if verb is not None else []
        owners = [r.entity for s in subjects if s is not word for r in reading.referents(sentence, s)]
    persons = {i for i in owners if reading.entities[i].type is EntityType.PERSON}
    return min(persons) if len(persons) == 1 else None


def people_beside(reading: Reading, sentence: Sentence, word: Token) -> list[Participant]:
    """Return the persons named beside a noun, before or behind it."""
    beside = [t for t in sentence.children(word, "appos", "flat") if t.name is not None]
    above = sentence.head(word)
    if word.dep in ("compound", "appos", "amod") and above is not None and above.name is not None:
        beside.append(above)  # "beat compatriot Jane Miller" · « Ana Ruiz, sa compatriote »
    people = [p for t in beside for one in conjuncts(sentence, t) for p in expand(reading, sentence, one)]
    return [p for p in people if p.type is EntityType.PERSON]


def _fact(reading: Reading, sentence: Sentence, word: Token, who: Participant, land: Participant, version: str) -> Fact:
    rule = Rule("compatriot", "citizenOf", version, CONFIDENCE)
    steps = (f"« {word.text} »: of the same land, {land.name}",)
    return fact_of(reading, rule, sentence, (who, told_of(land)), both(word.span, who), word.span, steps=steps)
