"""Finds the noun that agrees: with the verb of a relative clause, with « celle » that takes it up.

« deux villes du pays, qui sont assiégées » · « la nomination de X survient après celle de Y »
"""

from typing import Final

from kg.model.annotation import Sentence, Token

_QUI: Final = "qui"
_MANY: Final = frozenset("les des ces aux ses leurs nos deux trois quatre cinq plusieurs certains quelques".split())
_HAVE: Final = ("have", "are", "were")
_DEMONSTRATIVE: Final = {"celle": "f", "celui": "m"}
_OF: Final = frozenset("de d' d’ du des".split())
_NUMBERS: Final = ("Number=Plur", "Number=Sing")


def agreeing(sentence: Sentence, verb: Token, found: Token) -> Token:
    """Return the antecedent, or the nearest noun before « qui » that agrees where it and the verb differ in number.

    English: "the actions of Novatel in Leeds, which have killed ten" speaks of several, not of the town.
    """
    above = sentence.head(found)
    named = found.name is not None and found.dep.startswith("nmod") and above is not None and above.pos == "NOUN"
    if named and above is not None and above.plural and any(t.lower in _HAVE for t in sentence.children(verb, "aux")):
        return above
    which = next((t for t in sentence.children(verb) if t.lower == _QUI and t.index > found.index), None)
    wanted = _number(sentence, verb)
    if which is None or not wanted:
        return found
    if wanted in _numbers(sentence, found):
        return _first(sentence, found) if wanted == _NUMBERS[0] else found
    for token in reversed(sentence.tokens[: which.index]):
        if token.pos in ("VERB", "AUX") and token.index < found.index and token.head == token.index:
            break
        if token.pos == "NOUN" and _numbers(sentence, token) == {wanted}:
            return token
    return found


def dangling(sentence: Sentence, verb: Token, subject: Token) -> bool:
    """Tell « Après avoir été suspendue, les juges ont … »: a participle that disagrees with the subject after it."""
    passive = any(c.lower == "été" for c in sentence.children(verb, "aux"))
    if not passive or subject.pos != "NOUN" or subject.name is not None or any(sentence.children(subject, "conj")):
        return False
    many = verb.lower.endswith("s")
    return _numbers(sentence, subject) == {_NUMBERS[0]} and not many


def taken_up(sentence: Sentence, pronoun: Token) -> Token | None:
    """Return « nomination » for « celle » of « la nomination de X survient après celle de Y »."""
    wanted = _DEMONSTRATIVE.get(pronoun.lower, "")
    behind = sentence.tokens[pronoun.index + 1 : pronoun.index + 2]
    if not wanted or not behind or behind[0].lower not in _OF:
        return None
    nouns = (t for t in reversed(sentence.tokens[: pronoun.index]) if t.pos == "NOUN" and t.name is None)
    return next((t for t in nouns if t.gender == wanted and _owned(sentence, t)), None)


def is_toll(sentence: Sentence, noun: Token) -> bool:
    """Tell « 12 morts » of the headlines « Explosion à Lyon : 12 morts », « Douze morts dans un attentat »."""
    counted = any(sentence.children(noun, "nummod")) and not any(sentence.children(noun, "case", "cop", "det"))
    governed = noun.dep.startswith(("nsubj", "obj", "obl:arg", "obl:agent")) or noun.dep == "xcomp"
    if not counted or governed or sentence.tokens[-1].text in (".", "!", "?", "»"):
        return False
    if any(t.pos in ("VERB", "AUX") and "VerbForm=Fin" in t.morph for t in sentence.tokens[noun.index :]):
        return False  # « Douze morts ont été identifiés »
    below = (t.index for c in sentence.children(noun, "nummod", "advmod", "amod", "cc") for t in sentence.subtree(c))
    first = min(below, default=noun.index)
    first_cc = sentence.tokens[first].lower == "et"
    above = sentence.head(noun)
    return (
        first == 0 or sentence.tokens[first - 1].text in (",", ":") or (first_cc and above is not None and _dead(above))
    )


def _dead(noun: Token) -> bool:
    return noun.lower in ("morts", "mort", "tués")


def _owned(sentence: Sentence, noun: Token) -> bool:
    """Tell a noun that is somebody's: « la nomination de X », « sa nomination »."""
    below = sentence.children(noun, "nmod", "nmod:poss", "det")
    return any(t.dep == "nmod" or t.lower in ("son", "sa", "leur") for t in below)


def _first(sentence: Sentence, found: Token) -> Token:
    """Return the first of those joined where only all of them are many: « Airbus et Renault, qui ont signé »."""
    above = sentence.head(found)
    alone = found.dep == "conj" and _NUMBERS[0] not in found.morph
    joined = alone and above is not None and above.pos in ("NOUN", "PROPN") and any(sentence.children(found, "cc"))
    return above if joined and above is not None else found


def _number(sentence: Sentence, verb: Token) -> str:
    """Return the number of the finite form."""
    words = (verb, *sentence.children(verb, "aux", "cop"))
    finite = next((t for t in words if "VerbForm=Fin" in t.morph or "Mood=" in t.morph), None)
    if finite is None or not any(number in finite.morph for number in _NUMBERS):
        return ""
    return next(number for number in _NUMBERS if number in finite.morph)


def _numbers(sentence: Sentence, noun: Token) -> set[str]:
    """Return the numbers that a noun or name may have: one of several joined is plural, a bare name of either."""
    joined = noun.dep == "conj" or any(sentence.children(noun, "conj"))
    articles = {c.lower for c in sentence.children(noun, "det", "nummod", "case")}
    if articles & _MANY or joined:
        return {_NUMBERS[0]} if not joined else set(_NUMBERS)
    if noun.name is not None:
        body = noun.lower.startswith(("les ", "forces ", "états", "the "))
        return set(_NUMBERS) if body else {_NUMBERS[1]}
    return {number for number in _NUMBERS if number in noun.morph} or set(_NUMBERS)
