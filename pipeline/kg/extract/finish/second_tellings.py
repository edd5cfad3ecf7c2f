"""Leaves out what the words of another fact tell already, or what nobody said."""

from collections.abc import Sequence
from typing import Final

from kg.extract.finish.echoes import TRUE
from kg.extract.finish.left_out import left_out, parted
from kg.extract.finish.repeats import timed_alike
from kg.model import Discarded, EntityType, Fact, Modality, Participant, Span

_DEATHS: Final = ("killed", "died")
_RIVALS: Final = ("rival", "advers", "oppos", "concurr", "oppon", "challeng")


def without_second_tellings(facts: list[Fact], text: str) -> tuple[list[Fact], list[Discarded]]:
    """Return the facts without a death told twice in one phrase, a final beside its result, a saying that may be."""
    kept, deaths = parted(facts, lambda fact: _same_death(fact, facts), "the death that {} tells")
    kept, figures = parted(kept, lambda fact: _same_figure(fact, kept), "the figure that {} tells")
    told, finals = parted(kept, lambda fact: _decided(fact, kept, text), "the contest that {} tells the end of")
    unsaid = [
        f for f in told if (f.relation == "stated" and f.modality is Modality.HYPOTHETICAL) or _unclaimed(f, text)
    ]
    left = [left_out(fact, "nobody said it") for fact in unsaid]
    return [fact for fact in told if fact not in unsaid], [*deaths, *figures, *finals, *left]


def _same_death(fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """Return what tells better how these people died: « la mort d'une personne, tuée par la chute de débris »."""
    victim = _victim(fact)
    if victim is None or (victim.id is None and victim.span is None):
        return None
    if victim.id is not None:
        return _once_dead(fact, victim, facts)
    same = [f for f in facts if f.sentence == fact.sentence and (v := _victim(f)) is not None and v.span == victim.span]
    best = min(same, key=_rank)
    return None if best is fact or (best.modality in TRUE) != (fact.modality in TRUE) else best


def _same_figure(fact: Fact, facts: Sequence[Fact]) -> Fact | None:
    """Return what tells a result by its verb: « a enregistré une perte de 2 millions », whose noun says it again."""
    if fact.relation != "reported" or fact.amount is None or fact.object is None or fact.object.span is None:
        return None
    for other in facts:
        wider = other.object.span if other.relation == "reported" and other.object is not None else None
        if wider is None or wider == fact.object.span or not wider.contains(fact.object.span):
            continue
        if other.amount == fact.amount and _subject(other) == _subject(fact):
            return other
    return None


def _subject(fact: Fact) -> str | None:
    return fact.subject.id if fact.subject is not None else None


def _unclaimed(fact: Fact, text: str) -> bool:
    """Tell « qui n'ont jamais revendiqué l'attaque »: they may have done it."""
    claimed = fact.trigger.of(text).lower().startswith("revendiqu")
    return fact.relation == "attacked" and claimed and fact.modality is Modality.DENIED


def _once_dead(fact: Fact, victim: Participant, facts: Sequence[Fact]) -> Fact | None:
    """Return who or what killed somebody of whom a fact only tells that he died: a person does so once."""
    if fact.relation != "died" or victim.type is not EntityType.PERSON or fact.modality not in TRUE:
        return None
    killed = [f for f in facts if f.relation == "killed" and f.modality in TRUE and timed_alike(f, fact)]
    same = [f for f in killed if f.object is not None and f.object.id == victim.id]
    return next((f for f in same if f.time is not None or fact.time is None), None)


def _victim(fact: Fact) -> Participant | None:
    if fact.relation not in _DEATHS:
        return None
    return fact.object if fact.relation == "killed" else fact.subject


def _rank(fact: Fact) -> tuple[bool, Span, str]:
    """Return what comes first of the tellings: one that says who killed, then the main verb."""
    return not (fact.relation == "killed" and fact.subject is not None), fact.trigger, fact.id


def _decided(fact: Fact, facts: Sequence[Fact], text: str) -> Fact | None:
    """Return who beat whom in « s'est imposé en finale face à X »; « sa rivale » says more than that."""
    if fact.relation != "opponentOf" or fact.trigger.of(text).lower().startswith(_RIVALS):
        return None
    pair = _pair(fact)
    ahead = fact.modality is Modality.PLANNED  # « affrontera X, qu'il avait battu en 2016 »: another contest
    won = (f for f in facts if f.relation == "defeated" and f.sentence == fact.sentence and _pair(f) == pair)
    return next((f for f in won if (f.modality is Modality.PLANNED) is ahead), None)


def _pair(fact: Fact) -> set[str | None]:
    return {end.id for end in (fact.subject, fact.object) if end is not None}
