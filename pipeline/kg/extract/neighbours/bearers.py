"""Finds who is said to be one of a people, or of a nationality."""

from typing import Final

from kg.extract.neighbours.lands_told import people_of
from kg.extract.reading import Reading
from kg.model.annotation import Sentence, Token

_ONE: Final = ("a", "an", "un", "une")
_STANDING: Final = ("nationalité", "citoyenneté")


def bearer_of(reading: Reading, sentence: Sentence, word: Token) -> Token | None:
    """Return the person: "Jane Miller, a Norwegian," · "Miller is Norwegian" · « X, de nationalité tunisienne »."""
    people = word.pos in ("NOUN", "PROPN", "ADJ") and people_of(reading, sentence, word) is not None
    if not people or any(sentence.children(word, "case", "amod", "compound")):
        return None
    above = sentence.head(word)
    one = any(child.lower in _ONE for child in sentence.children(word, "det"))
    if word.dep == "appos" and one and above is not None and above.name is not None:
        return above
    return _predicated(sentence, word, above) if reading.language == "en" else _of_standing(sentence, above)


def _predicated(sentence: Sentence, word: Token, above: Token | None) -> Token | None:
    if any(sentence.children(word, "cop")):
        return next((t for t in sentence.children(word, "nsubj")), None)
    linked = word.dep == "xcomp" and above is not None and above.lower in ("is", "was")
    return next((t for t in sentence.children(above, "nsubj")), None) if linked and above is not None else None


def _of_standing(sentence: Sentence, standing: Token | None) -> Token | None:
    """Return X of « X, 25 ans, de nationalité tunisienne »."""
    told = standing is not None and standing.lower in _STANDING and standing.dep.startswith("nmod")
    name = sentence.head(standing) if standing is not None and told else None
    return name if name is not None and name.name is not None else None
