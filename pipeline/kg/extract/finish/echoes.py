"""Finds what is told twice in other words: a saying with its quotation, what somebody says within what he says."""

from dataclasses import replace
from typing import Final

from kg.extract.finish.left_out import left_out, parted
from kg.model import Discarded, Fact, Modality, Participant, Span

TRUE: Final = (Modality.ASSERTED, Modality.REPORTED)
SAYS: Final = frozenset({"stated", "announced", "denied"})
# What a quotation mentions as known to all, beside what its speaker says of it.
TIES: Final = frozenset(
    """parentOf spouseOf relativeOf citizenOf bornIn partOf basedIn memberOf founderOf opponentOf alliedWith
    candidateFor acquired merged""".split()
)


def without_spoken(
    facts: list[Fact], quoted: frozenset[Span], events: frozenset[str]
) -> tuple[list[Fact], list[Discarded]]:
    """Leave out what only the sentences of a quotation tell: it is what is said, and the saying is the fact.

    Ties that it mentions in passing stand, quotations in it, what it asks or supposes, and what befell others: "he was
    sacked by Novatel".
    """

    def spoken(fact: Fact) -> bool:
        ends = {p.id for p in (fact.subject, fact.object) if p is not None and p.id}
        others = fact.relation in events and len(ends) > 1 and _end(fact.attributed_to) not in ends
        told = fact.relation in TIES or fact.quote is not None or fact.modality is Modality.HYPOTHETICAL or others
        return fact.sentence in quoted and not told

    kept = [fact for fact in facts if not spoken(fact)]
    return kept, [left_out(fact, "told only in what somebody says") for fact in facts if spoken(fact)]


def with_quotations(facts: list[Fact]) -> tuple[list[Fact], list[Discarded]]:
    """Give a saying the quotation that its content holds, instead of telling both: « a dit qu'il "perdait tout" »."""
    made: dict[str, Fact] = {}
    told: dict[str, Discarded] = {}
    sayings = [f for f in facts if f.quote is None and f.object is not None and f.object.id is None]
    for quoted in facts:
        if quoted.quote is None or quoted.relation != "stated" or quoted.object is not None:
            continue
        whole = next((f for f in sayings if f.id not in made and _holds(f, quoted)), None)
        if whole is not None:
            made[whole.id] = replace(whole, quote=quoted.quote)
            told[quoted.id] = left_out(quoted, f"the quotation stands in {whole.id}")
    return [made.get(f.id, f) for f in facts if f.id not in told], list(told.values())


def _holds(saying: Fact, quoted: Fact) -> bool:
    same = saying.subject is not None and _end(saying.subject) == _end(quoted.subject)
    within = saying.object is not None and (quoted.quote or "") in saying.object.name
    return same and within and saying.evidence.overlaps(quoted.evidence)


def without_nested(facts: list[Fact]) -> tuple[list[Fact], list[Discarded]]:
    """Leave out what somebody says within what he says: "said he believes the plan will fail" is one saying."""
    sayings = [f for f in facts if f.relation == "stated" and f.object is not None and f.object.span is not None]

    def outer(fact: Fact) -> Fact | None:
        if fact.quote is not None or not any(f is fact for f in sayings):
            return None
        return next((f for f in sayings if f is not fact and _within(fact, f)), None) or _spoken(fact, facts)

    return parted(facts, outer, "part of what {} says")


def _within(inner: Fact, outer: Fact) -> bool:
    span = outer.object.span if outer.object is not None else None
    same = inner.subject is not None and outer.subject is not None and _end(inner.subject) == _end(outer.subject)
    return same and span is not None and span.contains(inner.trigger)


def _spoken(fact: Fact, facts: list[Fact]) -> Fact | None:
    """Return the quotation in which somebody tells what he himself says: « je note que la justice est lente »."""
    said = (f for f in facts if f.quote is not None and _end(f.subject) == _end(fact.subject))
    return next((f for f in said if f.evidence.contains(fact.evidence) and f is not fact), None)


def _end(participant: Participant | None) -> str | None:
    return None if participant is None else participant.id or participant.name
