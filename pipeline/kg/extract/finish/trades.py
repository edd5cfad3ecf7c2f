"""What the text says that people are, for telling namesakes apart: « Jane Miller, une chanteuse britannique »."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from kg.extract.reading import Reading
from kg.model import Fact
from kg.model.annotation import Sentence, Token


def trades_told(reading: Reading, facts: Iterable[Fact]) -> Mapping[str, set[str]]:
    """Return by entity id the nouns that the text calls it by: in references, beside the name, as an office held."""
    found = defaultdict[str, set[str]](set)
    for identifier, nouns in reading.roles.items():
        found[identifier] |= nouns
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            if token.name is not None and token.name in reading.names:
                found[reading.names[token.name]] |= _apposed(sentence, token)
    for fact in facts:
        title = dict(fact.roles).get("title")
        if fact.relation == "holdsPosition" and fact.subject is not None and fact.subject.id and isinstance(title, str):
            found[fact.subject.id].update(title.lower().split()[:1])
    return found


def _apposed(sentence: Sentence, name: Token) -> set[str]:
    nouns = sentence.children(name, "appos")
    return {noun.lower for noun in nouns if noun.pos == "NOUN" and noun.name is None and noun.quote is None}
