"""Tells whether letters abbreviate words: « CGT » the « Confédération générale du travail »."""

import re
from typing import Final

SMALL: Final = frozenset(
    """de du des la le les l d of the for et and en a au aux pour sur contre""".split()
)  # « RPR » takes a letter of « pour » and none of « la »: small words count or not, one by one


def spells(letters: str, words: list[str]) -> bool:
    """Tell whether folded letters, hyphens aside, are those that the folded words begin with."""
    spelt = "".join(f"{word[0]}?" if word in SMALL else word[0] for word in words)
    return len(words) > 1 and re.fullmatch(spelt, letters.replace("-", "")) is not None
