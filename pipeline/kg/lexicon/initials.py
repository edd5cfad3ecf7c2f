"""Tells whether letters abbreviate words: « CGT » the « Confédération générale du travail »."""

import re
from typing import Final

SMALL: Final = frozenset(
    """de du des la le les l d of the for et and en a au aux pour sur contre""".split()
)  # « RPR » takes a letter of « pour » and none of « la »: small words count or not, one by one

_LETTERED: Final = re.compile(
    r"(?:^|[\s'’])(?:bombe|plan|vitamine|hépatite|groupe|poule|catégorie|classe|type|série|ligue|zone|point|annexe"
    r"|niveau|division|virus|grippe|option|lettre|lot|hall|terminal|bâtiment|formule"
    r"|bomb|vitamin|hepatitis|group|pool|category|class|plan|zone|point|appendix|influenza|option|letter|terminal"
    r"|building|schedule|exhibit|section)s? [A-Z]\.?$"
)


def spells(letters: str, words: list[str]) -> bool:
    """Tell whether folded letters, hyphens aside, are those that the folded words begin with."""
    spelt = letters.replace("-", "")
    read = {0}  # how many letters may be read after each word
    for word in words:
        on = {at + 1 for at in read if spelt[at : at + 1] == word[0]}
        read = on | read if word in SMALL else on
    return len(words) > 1 and len(spelt) in read


def ends_in_letter(text: str) -> bool:
    """Tell « la bombe H. », « le plan B. », whose letter says which one it is, from the initial of a name."""
    return _LETTERED.search(text) is not None
