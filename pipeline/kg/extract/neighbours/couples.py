"""Reads whose children « leur fils Paul », "their son Michael" are: those of the couple told of just before.

"Their" stands for two; where the text says of two that they are married, and of no other two nearby, it is they.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from kg.extract.neighbours.fellows import people_beside
from kg.extract.neighbours.tell import Rule, both, fact_of, told_of
from kg.extract.reading import Reading
from kg.model import Fact, Participant
from kg.model.annotation import Sentence, Token

CONFIDENCE: Final = 0.75
_THEIR: Final = frozenset("their leur leurs".split())
_CHILDREN: Final = frozenset("son sons daughter daughters child children fils fille filles enfant enfants".split())
_NEAR: Final = 4  # sentences


def children_of_couples(reading: Reading, told: Iterable[Fact], version: str) -> Iterator[Fact]:
    """Yield a `parentOf` fact for both parents and each child named beside the word."""
    facts = list(told)
    couples = [f for f in facts if f.relation == "spouseOf" and f.subject and f.object and f.subject.id and f.object.id]
    known = {f.evidence for f in facts if f.relation == "parentOf"}
    for sentence, word in _told(reading) if couples else ():
        parents = _parents(reading, couples, sentence, word)
        said = any(span.overlaps(word.span) for span in known)
        children = people_beside(reading, sentence, word) if parents and not said else []
        for child in children:
            for parent in parents:
                if child.id not in {p.id for p in parents}:
                    yield _fact(reading, sentence, word, (parent, child), version)


def _told(reading: Reading) -> Iterator[tuple[Sentence, Token]]:
    for sentence in reading.annotation.sentences:
        for word in sentence.tokens if sentence.inside is None else ():
            if word.lower in _CHILDREN and any(t.lower in _THEIR for t in sentence.children(word, "det", "nmod:poss")):
                yield sentence, word


def _parents(reading: Reading, couples: list[Fact], sentence: Sentence, word: Token) -> list[Participant]:
    """Return the only couple told of before the word, in its sentence or one of the last few."""
    first = max(0, sentence.index - _NEAR)
    since = next(s.span.start for s in reading.annotation.sentences if s.index >= first)
    near = [f for f in couples if since <= f.evidence.start < word.span.start]
    pairs = {frozenset((f.subject.id, f.object.id)) for f in near if f.subject and f.object}
    if len(pairs) != 1:
        return []
    return [told_of(p) for p in (near[0].subject, near[0].object) if p is not None]


def _fact(
    reading: Reading, sentence: Sentence, word: Token, pair: tuple[Participant, Participant], version: str
) -> Fact:
    rule = Rule("couple", "parentOf", version, CONFIDENCE)
    steps = (f"« {word.text} »: of both of a couple",)
    return fact_of(reading, rule, sentence, pair, both(word.span, pair[1]), word.span, steps=steps)
