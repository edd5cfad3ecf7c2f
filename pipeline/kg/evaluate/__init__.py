"""Measures extractions against gold annotations: entities, facts, times, modality, speakers, coreference."""

from kg.evaluate.corpora import gum_text, text_of
from kg.evaluate.gold import Gold, load
from kg.evaluate.score import Score, Tally, score

__all__ = ["Gold", "Score", "Tally", "gum_text", "load", "score", "text_of"]
