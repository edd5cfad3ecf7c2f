"""Measures extractions against gold annotations: entities, facts, times, modality, speakers, coreference."""

from kg.evaluate.corpora import gum_text, text_path
from kg.evaluate.floors import missed, read_floors
from kg.evaluate.gold import Gold
from kg.evaluate.load import load
from kg.evaluate.score import ALL, by_set, score
from kg.evaluate.tally import Score, Tally

__all__ = [
    "ALL",
    "Gold",
    "Score",
    "Tally",
    "by_set",
    "gum_text",
    "load",
    "missed",
    "read_floors",
    "score",
    "text_path",
]
