"""Tells ties once and the right way round; of relatives without a name by the name that the text gives later.

"Her husband is still missing" tells that she is married. "He fled to his cousin's. The cousin, Tom Shaw, …" tells who
the cousin is. "Her husband, Tom Shaw, … her husband" is one husband.
"""

import re
from dataclasses import replace
from typing import Final

from kg.extract.finish.left_out import parted
from kg.extract.reading import Reading
from kg.lexicon.closed import POSSESSIVES
from kg.model import Discarded, EntityType, Fact, Participant
from kg.model.annotation import Sentence, Token

_TIES: Final = frozenset({"spouseOf", "parentOf", "relativeOf"})
_MINE: Final = re.compile(r"(?:my|our|your|mon|ma|mes|notre|nos) ", re.IGNORECASE)
_COUNTED: Final = re.compile(r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten)\b")
_APART: Final = (",", "-", "–", "—", "(")
_NAME_NEXT: Final = re.compile(r",? [A-ZÀ-Þ][a-zà-ÿ]")


def named_kin(reading: Reading, facts: list[Fact]) -> tuple[list[Fact], list[Discarded]]:
    """Return the facts, relatives without a name named where the text does so, and left out where it is told again."""
    made = [_named(reading, fact) for fact in facts]
    ties = [fact for fact in made if fact.relation in _TIES]

    def told(fact: Fact) -> Fact | None:
        kin = _nameless(fact) if fact.relation in _TIES else None
        if kin is None:
            return None
        if not _told_whose(kin, reading.text):
            return fact
        return next((f for f in ties if f is not fact and _again(fact, f)), None)

    return parted(made, told, "a relative told of in {}")


def _nameless(fact: Fact) -> Participant | None:
    return next((p for p in (fact.subject, fact.object) if p is not None and p.id is None), None)


def _other(fact: Fact) -> Participant | None:
    return fact.object if _nameless(fact) is fact.subject else fact.subject


def _noun(kin: Participant) -> str:
    """Return the noun for the relative: the last word before what it is of."""
    return kin.name.lower().split(" of ")[0].split(" who")[0].split(" ")[-1]


def _told_whose(kin: Participant, text: str) -> bool:
    """Tell "her husband", "a cousin of the minister" from "my father", "four children of X", "a niece, Jane Lee"."""
    words = kin.name.lower().split(" ")
    start, end = (kin.span.start, kin.span.end) if kin.span is not None else (0, 0)
    owned = words[0] in POSSESSIVES or text[max(0, start - 6) : start] == "whose "
    several = _noun(kin).endswith("s") and not (owned and _COUNTED.search(kin.name))
    beside = not owned and text[max(0, start - 3) : start].rstrip(" ")[-1:] in _APART  # "Jane Lee, the daughter of X"
    return not (several or beside or _NAME_NEXT.match(text, end) or _MINE.match(kin.name))


def _again(fact: Fact, other: Fact) -> bool:
    """Tell whether another tie of the same person names the relative, or told of the same one before."""
    if other.relation != fact.relation:
        return False
    whose = getattr(_other(fact), "id", None)
    kin, theirs = _nameless(fact), _nameless(other)
    if theirs is not None and kin is not None:
        same = getattr(_other(other), "id", None) == whose and _noun(theirs) == _noun(kin)
        return same and other.evidence < fact.evidence
    turned = fact.relation != "parentOf"
    ends = [other.object] if kin is fact.subject else [other.subject]
    ends = [other.subject, other.object] if turned else ends
    return any(p is not None and p.id == whose for p in ends)


def _named(reading: Reading, fact: Fact) -> Fact:
    """Return the tie with the name that the text gives to "the cousin" behind "his cousin"."""
    kin = _nameless(fact) if fact.relation in _TIES else None
    told = reading.sentence_of(fact) if kin is not None else None
    if kin is None or kin.span is None or told is None:
        return fact
    for sentence in reading.annotation.sentences[told.index : told.index + 3]:
        for token in sentence.tokens:
            if token.lower == _noun(kin) and token.span.start > kin.span.end:
                found = _beside(reading, sentence, token)
                if found is not None:
                    subject, object_ = (found if p is kin else p for p in (fact.subject, fact.object))
                    return replace(fact, subject=subject, object=object_)
    return fact


def _beside(reading: Reading, sentence: Sentence, noun: Token) -> Participant | None:
    """Return the person named beside "the cousin"."""
    if [c.lower for c in sentence.children(noun, "det", "nmod:poss")] != ["the"]:
        return None
    for name in sentence.children(noun, "appos", "flat"):
        for reference in reading.referents(sentence, name) if name.name is not None else ():
            entity = reading.entities[reference.entity]
            if entity.type is EntityType.PERSON:
                return Participant(entity.name, entity.id, entity.type, name.span)
    return None


def without_turned_ties(facts: list[Fact], oneway: frozenset[str]) -> tuple[list[Fact], list[Discarded]]:
    """Leave out that a son is his mother's father: of a tie told both ways only what the text says first can be."""
    first: dict[tuple[object, ...], Fact] = {}
    for fact in sorted(facts, key=lambda f: f.evidence):
        if fact.relation in oneway and fact.subject is not None and fact.object is not None:
            first.setdefault((fact.relation, *sorted((str(_key(fact.subject)), str(_key(fact.object))))), fact)
    ends = {(f.relation, _key(f.subject), _key(f.object)) for f in first.values()}
    wrong = [
        f for f in facts if (f.relation, _key(f.object), _key(f.subject)) in ends and _key(f.subject) != _key(f.object)
    ]
    return [f for f in facts if f not in wrong], [
        Discarded(f"{f.relation}: {f.id}", "the text says it the other way round", f.evidence) for f in wrong
    ]


def _key(participant: Participant | None) -> str:
    return "" if participant is None else participant.id or participant.name
