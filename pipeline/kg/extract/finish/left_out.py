"""Leaves facts out with the reason, so that nothing is dropped silently."""

from collections.abc import Callable

from kg.model import Discarded, Fact


def left_out(fact: Fact, reason: str) -> Discarded:
    """Return a fact as discarded, for a reason in words."""
    return Discarded(f"{fact.relation}: {fact.id}", reason, fact.evidence)


def parted(facts: list[Fact], better: Callable[[Fact], Fact | None], reason: str) -> tuple[list[Fact], list[Discarded]]:
    """Return the facts for which there is no better one, and the others as discarded; `{}` stands for its id."""
    found = [(fact, better(fact)) for fact in facts]
    kept = [fact for fact, other in found if other is None]
    return kept, [left_out(fact, reason.format(other.id)) for fact, other in found if other is not None]
