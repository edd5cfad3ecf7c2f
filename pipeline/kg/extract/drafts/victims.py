"""Leaves out what befell a culprit where « il » was taken for the victim.

« Dubois a été agressé par un homme armé. Il a été interpellé peu après »: the sentence before tells who harmed whom.
Whoever is then arrested or charged is the one without a name.
"""

from typing import Final

from kg.extract.reading import Reading
from kg.lexicon.closed import PERSONAL_SUBJECTS
from kg.model import Discarded, Fact

_HARM: Final = ("attacked", "killed", "injured")
_ALIVE: Final = (" missing", " injured", " wounded", " homeless", " hurt", " trapped", " hospitalised", " hospitalized")
_LAW: Final = frozenset("arrested charged convicted sentenced investigated released fined".split())


def without_victims(reading: Reading, facts: list[Fact]) -> tuple[list[Fact], list[Discarded]]:
    """Return the facts less such ones, and these with the reason."""
    numbers = reading.sentence_numbers()
    harmed = {
        (f.object.id, numbers.get(f.sentence, -1))
        for f in facts
        if f.relation in _HARM and f.object is not None and f.object.id and f.subject is not None
    }
    taken = [f for f in facts if f.relation in _LAW and _by_pronoun(reading, f)]
    wrong = {f.id for f in taken if f.object and (f.object.id, numbers.get(f.sentence, -1) - 1) in harmed}
    reason = "the victim of the sentence before"
    left_out = [Discarded(f"{f.relation}: {f.id}", reason, f.evidence) for f in facts if f.id in wrong]
    dead = {f.id for f in facts if _dead(f)}
    left_out += [Discarded(f"{f.relation}: {f.id}", "said to be dead", f.evidence) for f in facts if f.id in dead]
    alive = {f.id for f in facts if _alive(f)}
    left_out += [Discarded(f"{f.relation}: {f.id}", "not said to be dead", f.evidence) for f in facts if f.id in alive]
    return [f for f in facts if f.id not in wrong | alive | dead], left_out


def _alive(fact: Fact) -> bool:
    """Tell "54,000 missing" of "left 84,000 people dead and 54,000 missing"."""
    victims = fact.object if fact.relation == "killed" else None
    return victims is not None and victims.id is None and victims.name.lower().endswith(_ALIVE)


def _dead(fact: Fact) -> bool:
    """Tell « un mort » of « un mort et deux pompiers blessés »: whom only a death befell."""
    victims = fact.object if fact.relation == "injured" else None
    return victims is not None and victims.id is None and victims.name.lower().endswith((" mort", " morts"))


def _by_pronoun(reading: Reading, fact: Fact) -> bool:
    span = fact.object.span if fact.object is not None else None
    return span is not None and span.of(reading.text).lower() in PERSONAL_SUBJECTS
