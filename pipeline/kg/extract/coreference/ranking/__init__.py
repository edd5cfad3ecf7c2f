"""Ranks the entities that a pronoun or description may stand for: a log-linear model learnt from annotated articles.

`candidates` are the entities spoken of, `features` what is seen of each, `model` the learnt weights (after Denis and
Baldridge 2008). `tools/train_coreference.py` learns them.
"""

from kg.extract.coreference.ranking.candidates import candidates
from kg.extract.coreference.ranking.model import Judge, judged, likeliest
from kg.extract.coreference.ranking.sorts import UNIONS
from kg.extract.coreference.ranking.sought import Anaphor, anaphor

__all__ = ["UNIONS", "Anaphor", "Judge", "anaphor", "candidates", "judged", "likeliest"]
