"""Takes those whom a noun counts for those whom the next sentence names: « Deux hommes sont morts. Il s'agit de A ».

French only. Only what is new is named so: a noun with « des », « plusieurs », « un » or a number.
"""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.nouns import names_person, noun_classes
from kg.extract.grammar.coordination import conjuncts
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_ONE_OF: Final = frozenset("un une autre premier première second seconde troisième dernier dernière".split())
_ARTICLES: Final = ("l'", "l’", "le", "la")
_AMONG: Final = frozenset("d' d’ de entre eux elles".split())
_OF_THEM: Final = 6  # tokens: « L'un d'entre eux, »
_NEW: Final = frozenset("un une des plusieurs certains certaines quelques autres".split())


def told_next(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return those named behind « Il s'agit de » in the next sentence, as many as the noun counts."""
    if token.pos != "NOUN" or token.name is not None or not token.dep.startswith(("nsubj", "obj", "obl:agent")):
        return ()
    kind = _kind(reading, token)
    new = any(c.lower in _NEW for c in sentence.children(token, "det", "amod")) or any(
        sentence.children(token, "nummod")
    )
    if kind is None or not new or any(c.name is not None for c in sentence.children(token, "appos", "flat")):
        return ()
    following = _following(reading, sentence)
    found = {} if following is None else dict(_named(reading, following, kind))
    alone = sum(1 for t in _introduced(reading, sentence, kind)) == 1
    return tuple(found.values()) if found and alone and (len(found) > 1) is token.plural else ()


def _kind(reading: Reading, token: Token) -> EntityType | None:
    """Return of what type those are whom a noun counts."""
    if names_person(token.lower, reading.language):
        return EntityType.PERSON
    known = noun_classes(reading.language).get(token.lower)
    return None if known is None else known.type


def _introduced(reading: Reading, sentence: Sentence, kind: EntityType) -> Iterator[Token]:
    """Yield the nouns of a sentence that may be the ones who are named next."""
    for token in sentence.tokens:
        new = any(c.lower in _NEW for c in sentence.children(token, "det")) or any(sentence.children(token, "nummod"))
        if token.pos == "NOUN" and token.name is None and new and _kind(reading, token) is kind:
            yield token


def _following(reading: Reading, sentence: Sentence) -> Sentence | None:
    """Return the next sentence if it says who it is."""
    after = reading.annotation.sentences[sentence.index + 1 : sentence.index + 2]
    if not after or after[0].inside is not None or sentence.inside is not None:
        return None
    opening = [t.lower for t in after[0].tokens[:3]]
    return after[0] if opening in (["il", "s'", "agit"], ["il", "s'", "agissait"], ["il", "s'agit", "de"]) else None


def _named(reading: Reading, sentence: Sentence, kind: EntityType) -> Iterator[tuple[str, Reference]]:
    """Yield those of a type whom « il s'agit de A et de B » names."""
    verb = next((t for t in sentence.tokens[:3] if t.lower.startswith(("agi", "s'agi"))), None)
    below = [] if verb is None else [t for t in sentence.children(verb, "obl") if t.index > verb.index][:1]
    for first in below:
        for one in conjuncts(sentence, first):
            names = [t for t in (one, *sentence.children(one, "appos", "flat")) if t.name in reading.names]
            for name in names[:1]:
                entity = reading.names[name.name or 0]
                if reading.entities[entity].type is kind:
                    yield entity, Reference(entity, "nominal", "named next", name.span)


def one_of_them(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return Dubois of « L'un d'eux, Anne Dubois, est partie », « L'autre, Paul Martin, … »."""
    if token.lower not in _ONE_OF or token.name is not None or token.index == 0:
        return ()
    article = sentence.tokens[token.index - 1].lower in _ARTICLES
    near = sentence.tokens[token.index + 1 : token.index + _OF_THEM]
    comma = next((t.index for t in near if t.text == ","), None) if article else None
    behind = sentence.tokens[comma + 1 : comma + 3] if comma is not None else ()
    named = len(behind) > 1 and behind[1].text == "," and behind[0].name is not None
    who = reading.names.get(behind[0].name or 0) if named else None
    apart = any(t.lower not in _AMONG for t in near if comma is not None and t.index < comma)
    return () if who is None or apart else (Reference(who, "nominal", "named right behind", behind[0].span),)
