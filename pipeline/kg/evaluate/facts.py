"""Pairs and scores facts, and of the right ones their time, modality, attribution and amount."""

from typing import Final

from kg.evaluate.gold import GoldFact
from kg.evaluate.match import Matcher
from kg.evaluate.pairs import pairs
from kg.evaluate.tally import Score
from kg.model import Amount, Fact
from kg.model.naming import fold

Rank = tuple[int, bool, bool]
_LAST: Final[Rank] = (1, True, True)


def score_facts(made: Score, matcher: Matcher) -> None:
    """Count the annotated facts that were found, and of these the qualities; what nothing annotated says is wrong."""
    told, unsaid = paired(matcher)
    for wanted, fact in told:
        parts = ("facts", f"facts:{wanted.relation}")
        if fact is None:
            made.count("missing", *parts)
            made.fault("missing", str(wanted), wanted.why)
        else:
            made.count("right", *parts)
            _qualities(made, matcher, wanted, fact)
    for fact in unsaid:
        made.count("wrong", "facts", f"facts:{fact.relation}")
        twice = any(matcher.fact(wanted, fact) for wanted, _ in told)
        made.fault("wrong", _told(fact) + (" (told twice)" if twice else ""), fact.evidence.of(matcher.text))


def paired(matcher: Matcher) -> tuple[list[tuple[GoldFact, Fact | None]], list[Fact]]:
    """Return each annotated fact with the extracted one that says it, and the extracted ones that are wrong.

    What only an optional annotation says is in neither.
    """
    facts = matcher.extraction.facts
    firm = [fact for fact in matcher.gold.facts if not fact.optional]
    firm.sort(key=lambda wanted: min((_rank(matcher, wanted, fact) for fact in facts), default=_LAST))
    chosen = pairs([_fitting(matcher, wanted, facts) for wanted in firm])
    optional = [fact for fact in matcher.gold.facts if fact.optional]
    unsaid = [
        fact
        for index, fact in enumerate(facts)
        if index not in chosen.values() and not any(matcher.fact(wanted, fact) for wanted in optional)
    ]
    return [(wanted, facts[chosen[i]] if i in chosen else None) for i, wanted in enumerate(firm)], unsaid


def _fitting(matcher: Matcher, wanted: GoldFact, facts: tuple[Fact, ...]) -> list[int]:
    """Return which facts say what the annotation says, the best first."""
    fitting = [index for index, fact in enumerate(facts) if matcher.fact(wanted, fact)]
    return sorted(fitting, key=lambda index: _rank(matcher, wanted, facts[index]))


def _rank(matcher: Matcher, wanted: GoldFact, fact: Fact) -> Rank:
    """Rank a fact among those that an annotation can mean: shared evidence comes first, then time and amount."""
    if not matcher.fact(wanted, fact):
        return _LAST
    place, span = matcher.place(wanted), fact.evidence
    shared = 0 if place is None else max(0, min(span.end, place.end) - max(span.start, place.start))
    return -shared, not same_time(wanted.time, fact.time), not same_amount(wanted.amount, fact.amount)


def _qualities(made: Score, matcher: Matcher, wanted: GoldFact, fact: Fact) -> None:
    by = fact.attributed_to
    _quality(made, wanted, "time", (wanted.time, fact.time), right=same_time(wanted.time, fact.time))
    right = wanted.attributed_to is not None and by is not None and matcher.is_entity(wanted.attributed_to, by)
    _quality(made, wanted, "attribution", (wanted.attributed_to, by and by.name), right=right)
    _quality(made, wanted, "amount", (wanted.amount, fact.amount), right=same_amount(wanted.amount, fact.amount))
    if wanted.modality is not None:
        told = (wanted.modality, fact.modality.value)
        _quality(made, wanted, "modality", told, right=wanted.modality == fact.modality.value)


def _quality(made: Score, wanted: GoldFact, part: str, told: tuple[object, object], *, right: bool) -> None:
    """Count a quality of a right fact: missing where the annotated one is not there, wrong where another is."""
    gold, found = told
    if right:
        made.count("right", part)
        return
    if gold is not None:
        made.count("missing", part)
    if found is not None:
        made.count("wrong", part)
    if gold is not None or found is not None:
        made.fault("missing" if found is None else "wrong", f"{part} {found} of {wanted}, not {gold}", wanted.why)


def same_time(wanted: str | None, found: str | None) -> bool:
    """Tell whether a time (EDTF) is the annotated one, or lies inside it and is only finer."""
    if wanted is None or found is None:
        return False
    return found == wanted or ("/" not in wanted and "/" not in found and found.startswith(f"{wanted}-"))


def same_amount(wanted: Amount | None, found: Amount | None) -> bool:
    """Tell whether an amount has the annotated value and currency, and its unit and qualifier where they are given."""
    if wanted is None or found is None:
        return False
    texts = ((wanted.unit, found.unit), (wanted.qualifier, found.qualifier))
    return (
        wanted.value == found.value
        and wanted.currency == found.currency
        and all(gold is None or (other is not None and fold(gold) == fold(other)) for gold, other in texts)
    )


def _told(fact: Fact) -> str:
    ends = ("-" if end is None else end.name for end in (fact.subject, fact.object))
    return f"{fact.relation}({', '.join(ends)})"
