"""Scores quotations: the words found, and said by the right speaker."""

from kg.evaluate.gold import GoldPlace
from kg.evaluate.match import Matcher
from kg.evaluate.tally import Score
from kg.evaluate.words import alike
from kg.model import Fact


def score_quotes(made: Score, matcher: Matcher) -> None:
    """Count the quotations that a fact holds with the right speaker, and the facts that have a wrong one."""
    if matcher.gold.quotes is None:
        return
    told = [fact for fact in matcher.extraction.facts if fact.quote is not None and fact.subject is not None]
    for wanted in matcher.gold.quotes:
        if wanted.entity is None:
            continue  # nobody can tell who says it
        said = [fact for fact in told if _same(matcher, wanted, fact)]
        right = any(_speaks(matcher, wanted, fact) for fact in said)
        made.count("right" if right else "missing", "quotes")
        if not right:
            names = [fact.subject.name for fact in said if fact.subject is not None]
            made.fault("missing", f"quote of {wanted.entity}, found {names}", wanted.text)
    for fact in told:
        if not any(_same(matcher, wanted, fact) and _speaks(matcher, wanted, fact) for wanted in matcher.gold.quotes):
            made.count("wrong", "quotes")
            made.fault("wrong", f"quote of {fact.subject.name if fact.subject else '-'}", str(fact.quote))


def _same(matcher: Matcher, wanted: GoldPlace, fact: Fact) -> bool:
    places = matcher.places(wanted)
    return any(fact.evidence.overlaps(place) and alike(place.of(matcher.text), fact.quote or "") for place in places)


def _speaks(matcher: Matcher, wanted: GoldPlace, fact: Fact) -> bool:
    return wanted.entity is not None and matcher.is_entity(wanted.entity, fact.subject)
