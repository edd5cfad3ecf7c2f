"""Tells the relatives of others, « la mère de l'adolescente », from people whom the text has spoken of."""

from typing import Final

from kg.extract.coreference.ranking.sought import Anaphor
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.lexicon.closed import POSSESSIVES

_BLOOD: Final = frozenset(
    """père mère frère sœur soeur fils fille oncle tante neveu nièce cousin cousine father mother brother sister son
    daughter uncle aunt nephew niece""".split()
)
_CHILDREN: Final = frozenset("enfant enfants famille child children two three four".split())


def related_to_others(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell « son père », « la mère de l'adolescente » from whoever the text has not called so, or only of children."""
    noun = sought.token.lower
    if noun not in _BLOOD:
        return False
    below = sought.sentence.children(sought.token, "nmod:poss", "det", "nmod")
    whose = any(t.lower in POSSESSIVES or preposition(sought.sentence, t) in ("de", "of") for t in below)
    said = (words for called, words in reading.described.get(identifier, ()) if called == noun)
    return whose and all(not words.isdisjoint(_CHILDREN) for words in said)
