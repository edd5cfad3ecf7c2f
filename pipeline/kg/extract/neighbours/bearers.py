"""Finds who is said to be one of a people, or of a nationality."""

from typing import Final

from kg.extract.neighbours.lands_told import people_of
from kg.extract.reading import Reading
from kg.extract.trees.mend import is_person
from kg.lexicon.tables import demonyms
from kg.model.annotation import Sentence, Token

_FRENCH_ONE: Final = ("un", "une", "ce", "cet", "cette")  # « a » is a verb there
_ONE: Final = ("a", "an", *_FRENCH_ONE)
_YEARS: Final = ("ans", ",")
_STANDING: Final = ("nationalité", "citoyenneté")


def bearer_of(reading: Reading, sentence: Sentence, word: Token) -> Token | None:
    """Return the person: "Jane Miller, a Norwegian," · "Miller is Norwegian" · « X, de nationalité tunisienne »."""
    people = word.pos in ("NOUN", "PROPN", "ADJ") and people_of(reading, sentence, word) is not None
    if not people or any(sentence.children(word, "case", "amod", "compound")):
        return None
    above = sentence.head(word)
    one = any(child.lower in _ONE for child in sentence.children(word, "det"))
    if one and sentence.tokens[min(word.index + 1, len(sentence.tokens) - 1)].pos == "CCONJ":
        return None  # « a arrêté X, une Belge et deux Allemands »
    one = one or _bare(sentence, word)
    if word.dep == "appos" and one and above is not None and above.name is not None:
        return above
    if reading.language == "en":
        return _predicated(sentence, word, above)
    return _of_standing(sentence, above) or _said_of(reading, sentence, word) or _near(reading, sentence, word)


def _bare(sentence: Sentence, word: Token) -> bool:
    """Tell « X, Brésilien de 27 ans, », « X, Suisse, » from « X, Espagne », « l'Espagne, Belge et »."""
    before, after = sentence.tokens[word.index - 1], sentence.tokens[word.index + 1 : word.index + 3]
    if word.text not in demonyms() or before.text != "," or len(after) < len(("de", "27")):
        return False
    return after[0].lower == "de" and after[1].pos == "NUM"


def _predicated(sentence: Sentence, word: Token, above: Token | None) -> Token | None:
    if any(sentence.children(word, "cop")):
        return next((t for t in sentence.children(word, "nsubj")), None)
    linked = word.dep == "xcomp" and above is not None and above.lower in ("is", "was")
    return next((t for t in sentence.children(above, "nsubj")), None) if linked and above is not None else None


def _said_of(reading: Reading, sentence: Sentence, word: Token) -> Token | None:
    """Return X of « X est belge », not of « X n'est pas belge », « X est plus belge que Y »."""
    plain = word.pos == "ADJ" and any(sentence.children(word, "cop")) and not any(sentence.children(word, "advmod"))
    subjects = sentence.children(word, "nsubj") if plain else ()
    return next((t for t in subjects if is_person(reading.annotation, t)), None)


def _of_standing(sentence: Sentence, standing: Token | None) -> Token | None:
    """Return X of « X, 25 ans, de nationalité tunisienne », « De nationalité tunisienne, X … »."""
    if standing is not None and standing.lower in _STANDING and standing.index == 1 and standing.dep.startswith("obl"):
        return next((t for t in sentence.children(sentence.tokens[standing.head], "nsubj") if t.name is not None), None)
    told = standing is not None and standing.lower in _STANDING and standing.dep.startswith("nmod")
    name = sentence.head(standing) if standing is not None and told else None
    return name if name is not None and name.name is not None else None


def _near(reading: Reading, sentence: Sentence, word: Token) -> Token | None:
    """Return X of « X, un Suisse », « X, 34 ans, un Suisse », « X est un Suisse », « un Suisse de 34 ans, X, ».

    The parser hangs such a name from anything.
    """
    before = sentence.tokens[: word.index]
    if word.text not in demonyms() or not before or before[-1].lower not in _FRENCH_ONE:
        return None
    if any(sentence.children(word, "cop")):
        return next((t for t in sentence.children(word, "nsubj")), None)
    before = before[:-1]
    if tuple(t.lower for t in before[-2:]) == _YEARS:
        before = before[:-3]
    parted = bool(before) and before[-1].text == ","
    if parted and len(before) > 1 and is_person(reading.annotation, before[-2]):
        return before[-2]
    behind = next((t for t in sentence.children(word, "appos") if t.index > word.index), None)
    return behind if behind is not None and is_person(reading.annotation, behind) else None
