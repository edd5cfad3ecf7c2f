"""Finds whom a French plural noun means that names tell later: « plusieurs marques. Parmi elles, A, B et C »."""

from typing import Final

from kg.extract.grammar.coordination import conjuncts
from kg.extract.participants.parts_of import at
from kg.extract.reading import Reading, Reference
from kg.lexicon.tables import lexicon
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_THEM: Final = ("elles", "eux", "celles-ci", "ceux-ci", "lesquelles", "lesquels")
_NEAR: Final = 8  # tokens from the opening to the first name
_BODIES: Final = (EntityType.ORGANIZATION, EntityType.WORK)


def named_last(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return all in the row that ends the clause of a counted subject: « Dix membres ont voté pour : A, B et C »."""
    row = _row_at_end(sentence, token)
    return tuple(at(r, t) for t in row for r in reading.referents(sentence, t))


def _row_at_end(sentence: Sentence, token: Token) -> list[Token]:
    if token.name is not None or not token.dep.startswith("nsubj") or not token.index < token.head:
        return []
    first = next((t for t in sentence.children(token, "appos") if t.name is not None and t.index > token.head), None)
    return [t for t in conjuncts(sentence, first) if t.name is not None] if first is not None else []


def named_next(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the bodies that the sentence behind names as those that a plural noun means, or some of them."""
    last = not any(_some_bodies(t) for t in sentence.tokens[token.index + 1 :])
    if reading.language != "fr" or not _some_bodies(token) or not last:
        return ()
    after = _after(reading, sentence)
    first = next((t for t in after.tokens[2:_NEAR] if t.name is not None), None) if after is not None else None
    if after is None or first is None or not _opens(after):
        return ()
    names = (t for t in conjuncts(after, first) if t.name is not None)
    found = [(t, r) for t in names for r in reading.referents(after, t)]
    bodies = [(t, r) for t, r in found if reading.entities[r.entity].type in _BODIES]
    return tuple(Reference(r.entity, "nominal", "named in the next sentence", t.span) for t, r in bodies)


def _some_bodies(token: Token) -> bool:
    listed = lexicon()["before:Organization"]
    plural = token.plural and token.pos == "NOUN" and token.name is None
    return plural and (token.lower in listed or token.lower.removesuffix("s") in listed)


def _after(reading: Reading, sentence: Sentence) -> Sentence | None:
    behind = reading.annotation.sentences[sentence.index + 1 : sentence.index + 2]
    return next((s for s in behind if (s.paragraph, s.inside) == (sentence.paragraph, sentence.inside)), None)


def _opens(sentence: Sentence) -> bool:
    """Tell « Parmi elles, », « Il s'agit de »."""
    words = [t.lower for t in sentence.tokens[:3]]
    return (words[0] == "parmi" and words[1] in _THEM) or words == ["il", "s'", "agit"]
