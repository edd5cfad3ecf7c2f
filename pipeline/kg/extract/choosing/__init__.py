"""Chooses who fills a role where the tree does not say it: a ranking learnt from annotated articles.

`candidates` are the mentions of the sentence, `features` what is seen of each, `model` the learnt weights.
`tools/train_choosing.py` learns them; docs/decisions/0016-choosing.md says what they are worth.
"""

from kg.extract.choosing.features import Choice
from kg.extract.choosing.model import choose

__all__ = ["Choice", "choose"]
