"""Gives each fact its confidence, learnt from annotated articles, and leaves out what is too unsure to be told.

`docs/decisions/0015-confidence.md` says how it is learnt and what it is worth.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from kg.extract.finish.grounds import grounds
from kg.extract.finish.left_out import left_out
from kg.extract.reading import Reading
from kg.lexicon.calibration import load_calibration
from kg.model import Discarded, Fact, Mention

LEAST: Final = 0.0  # confidence below which a fact is not told (0..1); decision 0015 says why it is nothing


def rated(
    facts: Sequence[Fact], mentions: Sequence[Mention], reading: Reading, least: float = LEAST
) -> tuple[list[Fact], list[Discarded]]:
    """Return the facts with their confidence, and those below `least` as discarded, with the reason."""
    table = load_calibration()
    told = [replace(fact, confidence=table.confidence(grounds(fact, mentions, reading))) for fact in facts]
    unsure = [fact for fact in told if fact.confidence < least]
    reason = "too unsure: confidence {:.2f}"
    return [fact for fact in told if fact.confidence >= least], [
        left_out(fact, reason.format(fact.confidence)) for fact in unsure
    ]
