"""Climbs a tree: what stands above a word, however many nouns lie between."""

from kg.model.annotation import Sentence, Token


def verb_above(sentence: Sentence, word: Token) -> Token | None:
    """Return the nearest verb or auxiliary above a word, None where there is none."""
    above = sentence.head(word)
    while above is not None and above.pos not in ("VERB", "AUX"):
        above = sentence.head(above)
    return above
