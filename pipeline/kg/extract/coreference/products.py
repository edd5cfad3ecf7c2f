"""Takes a noun that no list knows for the product named right behind it: « sa nouvelle citadine, la Zoé »."""

from typing import Final

from kg.extract.coreference.nouns import NounClass, happenings, names_person
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import INDEFINITE_ARTICLES, POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_ARTICLES: Final = frozenset("le la l' the".split())
_SAYING_WHICH: Final = (*POSSESSIVES, *INDEFINITE_ARTICLES, "le", "la", "l'", "ce", "cet", "cette", "the", "this")


def product(reading: Reading, sentence: Sentence, token: Token, kind: NounClass | None) -> Reference | None:
    """Return the product, book or film whose name stands behind the noun, a comma and perhaps an article between."""
    said = any(t.lower in _SAYING_WHICH for t in sentence.children(token, "det", "nmod:poss"))
    if kind is not None or token.plural or not said or token.lower in happenings():
        return None
    if token.pos not in ("NOUN", "ADJ"):
        return None
    person = names_person(token.lower, reading.language)  # « son premier gros porteur, le C919 »
    for name in sentence.children(token, "appos"):
        if person and sentence.tokens[name.index - 1].lower not in _ARTICLES:
            continue
        one = reading.names.get(name.name) if name.name is not None else None
        if one is None or reading.entities[one].type is not EntityType.WORK or preposition(sentence, name):
            continue
        if _right_behind(sentence, token, name):
            return Reference(one, "nominal", "name beside the noun", name.span)
    return None


def _right_behind(sentence: Sentence, noun: Token, name: Token) -> bool:
    """Tell a comma, and perhaps an article, between the noun with its adjectives and the name."""
    between = [t for t in sentence.tokens[noun.index + 1 : name.index] if t.lower not in _ARTICLES]
    described = all(t.pos in ("ADJ", "ADV") for t in between[:-1])
    return bool(between) and between[-1].text == "," and described
