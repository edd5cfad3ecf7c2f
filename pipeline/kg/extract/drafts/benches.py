"""Gives a verdict whose court its own clause leaves out the court that the text has just told of.

« La cour d'appel de Rennes a condamné X à deux ans de prison. Son épouse, poursuivie pour complicité, a été relaxée. »:
it is the same court, unless the clause goes back to an earlier trial.
"""

import re
from dataclasses import replace
from typing import Final

from kg.extract.reading import Reading
from kg.lexicon.tables import fold
from kg.model import EntityType, Fact, Participant, Span

_VERDICTS: Final = frozenset(("convicted", "sentenced", "acquitted"))
_COURTS: Final = ("tribunal", "cour ", "haute cour", "justice de paix")
# what tells of another trial: « avait été condamné en première instance », « déjà condamné à trois reprises »
_ANOTHER: Final = re.compile(
    r"\b(?:avai(?:t|en)t|instance|appel|cassation|déjà|jamais|fois|reprises|auparavant|précédemment|antérieur\w*|autre"
    r"|casier|purg\w+|sera|seront|pourrait|devrait)\b"
)
_FAR: Final = 8  # sentences
_BACK: Final = 90  # code points of the clause before the verb


def by_the_same_court(reading: Reading, facts: list[Fact]) -> list[Fact]:
    """Return the facts, verdicts without a court given the only one whose verdict the text told of before them."""
    if reading.language != "fr":
        return facts
    told = [f for f in facts if f.relation in _VERDICTS and _court(f.subject)]
    if len({f.subject.id for f in told if f.subject is not None}) != 1:
        return facts
    numbers = reading.sentence_numbers()
    return [_of_court(reading, fact, told, numbers) for fact in facts]


def _court(participant: Participant | None) -> bool:
    named = participant is not None and participant.id is not None and participant.type is EntityType.ORGANIZATION
    return named and participant is not None and fold(participant.name).startswith(_COURTS)


def _of_court(reading: Reading, fact: Fact, told: list[Fact], numbers: dict[Span, int]) -> Fact:
    if fact.relation not in _VERDICTS or fact.subject is not None or _goes_back(reading, fact):
        return fact
    at = numbers.get(fact.sentence, -1)
    for other in reversed(told):
        near = 0 <= at - numbers.get(other.sentence, -1) <= _FAR and other.trigger.start < fact.trigger.start
        once = fact.time is None or fact.time == other.time
        if near and once and other.subject is not None:
            return replace(fact, subject=replace(other.subject, span=None))
    return fact


def _goes_back(reading: Reading, fact: Fact) -> bool:
    """Tell whether the words around the verb tell of another trial than the one that the text reports."""
    start = max(fact.sentence.start, fact.trigger.start - _BACK)
    before = re.split(r"[;:.]", reading.text[start : fact.trigger.start])[-1]
    behind = re.split(r"[,;:.]", reading.text[fact.trigger.end : fact.sentence.end])[0]
    return _ANOTHER.search(f"{before} {behind}") is not None
