"""Tells apart who goes by one first name: in "Carter's son Eric", Eric is no Eric Schneider whom the text names too."""

import re
from collections.abc import Sequence
from typing import Final

from kg.lexicon.tables import fold

_OF_FAMILY: Final = re.compile(r"([A-ZÀ-Þ][\w-]+)['’]s (?:\w+ )?(?:son|daughter|brother|sister|father|mother),? $")

_OF_TITLES: Final = frozenset("with on for to about is are from against meets".split())


def is_title(key: str) -> bool:
    """Tell "An Audience With Jane Miller", which is nobody's name."""
    return not _OF_TITLES.isdisjoint(key.split())


def of_other_family(before: Sequence[str], short: str, full: str) -> bool:
    """Tell a full name that cannot be that of the first name, by the words before each mention of the latter."""
    if " " in short or not full.startswith(f"{short} "):
        return False
    families = {fold(found[1]) for words in before if (found := _OF_FAMILY.search(words)) is not None}
    return bool(families) and full.rpartition(" ")[2] not in families
