"""Tells when an article speaks again of an attack that it has told: « un homme a attaqué des soldats » … « L'homme … ».

Who did it and whom it befell are told with a definite article the second time: « l'agresseur », « les soldats ».
"""

from typing import Final

from kg.extract.coreference.others import ACCUSED
from kg.extract.finish.incidents import noun_of
from kg.extract.finish.left_out import left_out
from kg.extract.finish.repeats import elsewhere, timed_alike
from kg.model import Discarded, EntityType, Fact, Modality, Participant
from kg.model.naming import fold

_TOLD: Final = (Modality.ASSERTED, Modality.REPORTED, Modality.ALLEGED)
_DOERS: Final = frozenset(fold(noun) for noun in ACCUSED) | frozenset("homme femme auteur tueur man woman".split())
_DEFINITE: Final = frozenset("le la l les ce cet cette ces son sa ses leur leurs the this that these those".split())


def without_attacks_again(facts: list[Fact]) -> tuple[list[Fact], list[Discarded]]:
    """Return the facts without attacks that are only taken up, and these as discarded."""
    kept: list[Fact] = []
    attacks: list[Fact] = []
    again: list[Discarded] = []
    for fact in sorted(facts, key=lambda f: (f.evidence, f.id)):
        attack = fact.relation == "attacked"
        told = next((f for f in attacks if _again(fact, f)), None) if attack else None
        if told is not None:
            again.append(left_out(fact, f"told again after {told.id}"))
            continue
        kept.append(fact)
        if attack:
            attacks.append(fact)
    return kept, again


def _again(fact: Fact, earlier: Fact) -> bool:
    """Tell whether an attack takes up one told before it."""
    if fact.sentence == earlier.sentence:
        return _one_deed(fact, earlier)
    if elsewhere(fact, earlier) or not {fact.modality, earlier.modality} <= {*_TOLD}:
        return False
    dated = fact.time is not None and earlier.time is None  # the later one says more
    return timed_alike(fact, earlier) and not dated and _same_victim(fact, earlier) and _same_doer(fact, earlier)


def _one_deed(fact: Fact, earlier: Fact) -> bool:
    """Tell « l'offensive lancée contre Daech »: a noun and its verb tell of one attack by nobody."""
    nobody = fact.subject is None and earlier.subject is None
    ends = fact.object, earlier.object
    same = all(end is not None for end in ends) and len({end.id or end.name for end in ends if end is not None}) == 1
    once = fact.time == earlier.time and not elsewhere(fact, earlier)
    return nobody and same and once and fact.evidence.overlaps(earlier.evidence)


def _same_victim(fact: Fact, earlier: Fact) -> bool:
    one, first = fact.object, earlier.object
    if one is None or first is None:
        return False
    if one.id is not None or first.id is not None:
        return one.id == first.id and one.type is EntityType.PERSON
    return _definite(one) and noun_of(one) == noun_of(first) != ""


def _same_doer(fact: Fact, earlier: Fact) -> bool:
    """Tell whether nobody new does it: the same one, « l'agresseur », or nobody is told."""
    one, first = fact.subject, earlier.subject
    if one is None:
        return True
    if one.id is not None or (first is not None and first.id is not None):
        return first is not None and one.id == first.id
    return _definite(one) and (noun_of(one) in _DOERS or (first is not None and noun_of(one) == noun_of(first)))


def _definite(participant: Participant) -> bool:
    return fold(participant.name).replace("'", " ").split(" ", 1)[0] in _DEFINITE
