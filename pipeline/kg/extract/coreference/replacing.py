"""Tells who is not replaced: « l'entraîneur a rappelé Petit pour le remplacer », who picks a stand-in for another."""

from typing import Final

from kg.extract.grammar.subjects import deep_subject
from kg.extract.reading import Reading
from kg.model.annotation import Sentence, Token

_REPLACING: Final = ("remplac", "succéd", "suppl", "replac", "succeed")


def picks_stand_in(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell whether somebody picks who is to replace the one that a pronoun stands for."""
    verb = sentence.head(token)
    if verb is None or not verb.lower.startswith(_REPLACING) or not verb.dep.startswith("advcl"):
        return False
    above = sentence.head(verb)
    if above is None or not any(sentence.children(above, "obj")):
        return False
    doers = deep_subject(sentence, above)
    return any(r.entity == identifier for t in doers for r in reading.referents(sentence, t))
