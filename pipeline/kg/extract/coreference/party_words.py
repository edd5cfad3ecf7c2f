"""Tells of which party a French description says somebody is: « le représentant démocrate » is no Republican."""

from kg.extract.coreference.ranking.sought import PAST
from kg.extract.reading import Reading
from kg.lexicon.peoples import parties
from kg.model.annotation import Sentence, Token


def party_words(sentence: Sentence, token: Token) -> set[str]:
    """Return the parties that the adjectives of a noun tell of, as the lexicon has them."""
    table = parties("fr")
    words = {c.lower for c in sentence.children(token, "amod") if c.index > token.index} | {token.lower}
    return {table[word] for word in words if word in table}


def parties_of(reading: Reading, identifier: str) -> set[str]:
    """Return the parties of whose people the text says somebody is now."""
    table = parties("fr")
    now = (words for _, words in reading.described.get(identifier, ()) if not words & PAST)
    return {table[word] for words in now for word in words if word in table}


def parties_differ(reading: Reading, sentence: Sentence, token: Token, identifier: str) -> bool:
    """Tell « le représentant démocrate » from whom the text calls a Republican."""
    if reading.language != "fr" or identifier not in reading.described:
        return False
    own = party_words(sentence, token)
    known = parties_of(reading, identifier) if own else set()
    return bool(known) and not own & known
