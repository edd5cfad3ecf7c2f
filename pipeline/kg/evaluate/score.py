"""Compares an extraction with the annotation of its document, and sums up many."""

from collections.abc import Iterable

from kg.evaluate.entities import score_coreference, score_entities
from kg.evaluate.facts import score_facts
from kg.evaluate.gold import Gold
from kg.evaluate.match import Matcher
from kg.evaluate.quotes import score_quotes
from kg.evaluate.tally import Score
from kg.model import Extraction

ALL = "all"


def score(gold: Gold, extraction: Extraction) -> Score:
    """Compare what was extracted from a document with its annotation."""
    made = Score()
    matcher = Matcher(gold, extraction)
    score_entities(made, matcher)
    score_facts(made, matcher)
    score_quotes(made, matcher)
    score_coreference(made, matcher)
    return made


def by_set(scored: Iterable[tuple[Gold, Score]]) -> dict[str, Score]:
    """Return the scores summed up by folder (`fr-dev`), by language (`fr`) and over `all`."""
    listed = list(scored)
    made: dict[str, Score] = {}
    for names in ((gold.set for gold, _ in listed), (gold.language for gold, _ in listed), (ALL for _ in listed)):
        for name, (_, one) in zip(names, listed, strict=True):
            made.setdefault(name, Score()).add(one)
    return made
