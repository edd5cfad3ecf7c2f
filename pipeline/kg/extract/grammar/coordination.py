"""Tells what can head a noun phrase, what is coordinated with it, and what a semicolon keeps apart."""

from collections.abc import Iterator
from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.model.annotation import Sentence, Token

NOMINAL: Final = ("NOUN", "PROPN", "PRON", "NUM", "X", "SYM")


def parted(sentence: Sentence, first: Token, second: Token) -> bool:
    """Tell whether a semicolon stands between two verbs: what is on its other side nobody says."""
    low, high = sorted((first.index, second.index))
    return any(t.text == ";" for t in sentence.tokens[low:high])


def conjuncts(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the word and all that is coordinated with it."""
    yield token
    for child in sentence.children(token, "conj"):
        if child.pos in NOMINAL or child.name is not None:
            yield from conjuncts(sentence, child)


def named_conjuncts(sentence: Sentence, token: Token) -> Iterator[Token]:
    """Yield the names of a list, also those beside a noun: « A et son fils B », « A et les jumeaux B et C »."""
    for part in conjuncts(sentence, token):
        beside = (t for t in sentence.children(part, "appos") if t.name is not None and t.index > part.index)
        name = part if part.name is not None else next(beside, None)
        if name is not None:
            yield name
        if name is not None and name is not part and part.plural:
            yield from (t for t in sentence.children(name, "conj") if t.name is not None)


def located(sentence: Sentence, noun: Token, part: Token) -> bool:
    """Tell « vise des groupes, et aussi au Pakistan »: what has a preposition of its own is no second object."""
    own = preposition(sentence, part) if part.name is not None else ""
    return own in ("à", "en", "dans", "sur", "chez") and noun.dep.startswith("obj") and not preposition(sentence, noun)
