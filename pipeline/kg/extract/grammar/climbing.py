"""Climbs a tree: what stands above a word, however many nouns lie between."""

from kg.extract.grammar.negation import negated
from kg.model.annotation import Sentence, Token


def verb_above(sentence: Sentence, word: Token) -> Token | None:
    """Return the nearest verb or auxiliary above a word, None where there is none."""
    above = sentence.head(word)
    while above is not None and above.pos not in ("VERB", "AUX"):
        above = sentence.head(above)
    return above


def equated(sentence: Sentence, noun: Token) -> Token | None:
    """Return the name that a noun in the singular is said to be: « Le maire de Lyon est Anne Dubois »."""
    name = sentence.head(noun) if noun.dep == "nsubj" and noun.name is None and not noun.plural else None
    if name is None or name.name is None or not any(sentence.children(name, "cop")):
        return None
    return None if negated(sentence, name) or any(sentence.children(name, "case", "conj")) else name
