"""Gives each fact its confidence, learnt from annotated articles, and leaves out what is too unsure to be told.

`docs/decisions/0015-confidence.md` says how it is learnt and what it is worth.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.extract.grounds import grounds
from kg.extract.reading import Reading
from kg.lexicon.calibration import load_calibration
from kg.model import Discarded, Fact, Mention

# Confidence by language below which a fact is not told (0..1): of the English facts below it in the annotated articles
# 2 of 21 were right; in French it would cost the article of the mission two of its facts. Decision 0015 says more.
LEAST: Final = {"en": 0.3}


def rated(
    facts: Sequence[Fact], mentions: Sequence[Mention], reading: Reading, least: float | None = None
) -> tuple[list[Fact], list[Discarded]]:
    """Return the facts with their confidence, and those below `least` as discarded, with the reason.

    Without `least` the confidence counts from which on facts of the language are told.
    """
    least = LEAST.get(reading.language, 0.0) if least is None else least
    table = load_calibration()
    told = [replace(fact, confidence=table.confidence(grounds(fact, mentions, reading))) for fact in facts]
    unsure = [fact for fact in told if fact.confidence < least]
    reason = "too unsure: confidence {:.2f}"
    return [fact for fact in told if fact.confidence >= least], [
        Discarded(f"{fact.relation}: {fact.id}", reason.format(fact.confidence), fact.evidence) for fact in unsure
    ]
