"""Tells what a predicate says of its subject: « Dubois est devenu son conseiller » is somebody else's adviser."""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.negation import negated
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_BECOMING: Final = ("devien", "deven", "devin", "rest", "demeur", "becom", "becam", "remain")
_BEING: Final = ("est", "était", "fut")
_RANKS: Final = frozenset("un deux trois quatre 1 2 3 4".split())
_WHO: Final = ("qui", "who")
_THE: Final = frozenset("le la l' the".split())


def becomes(sentence: Sentence, token: Token) -> bool:
    """Tell « conseiller » of « devenir conseiller », which says what the subject is."""
    verb = sentence.head(token)
    if verb is not None and verb.lower in _BEING and token.dep == "obj" and verb.index < token.index:
        return True  # « qui est depuis des mois le numéro deux »
    return token.dep in ("xcomp", "attr") and verb is not None and verb.lower.startswith(_BECOMING)


def becomes_his(sentence: Sentence, token: Token) -> bool:
    """Tell « devenir son conseiller », which takes up neither of the two."""
    own = any(c.lower in POSSESSIVES for c in sentence.children(token, "det", "nmod:poss"))
    return own and becomes(sentence, token)


def said_to_be(reading: Reading, sentence: Sentence, noun: Token) -> set[str]:
    """Return the subject of which a noun for people is said: « Dubois a été son mentor » is not his own."""
    if not names_person(noun.lower, reading.language) and not _second_in(sentence, noun):
        return set()
    verb = sentence.head(noun) if becomes(sentence, noun) else None
    subjects = sentence.children(noun, "nsubj") if any(sentence.children(noun, "cop")) else ()
    told = surface_subject(sentence, verb) if verb is not None else [t for t in subjects if t.index < noun.index]
    return {r.entity for t in told for r in reading.referents(sentence, t)}


def _second_in(sentence: Sentence, noun: Token) -> bool:
    """Tell « le numéro deux du parti », « le bras droit de Dubois »."""
    if noun.lower not in ("numéro", "bras"):
        return False
    words = {t.lower for t in sentence.children(noun, "nmod", "nummod", "amod")}
    return (noun.lower == "numéro" and bool(words & _RANKS)) or (noun.lower == "bras" and "droit" in words)


def said_of_subject(reading: Reading, sentence: Sentence, noun: Token) -> tuple[Reference, ...]:
    """Return Dubois of « Dubois, qui est depuis des mois le numéro deux du parti »."""
    if not _second_in(sentence, noun) or negated(sentence, noun):
        return ()
    people = _subject(reading, sentence, noun)
    return tuple(
        Reference(one, "nominal", "said of its subject", reading.first_named(one)) for one in people[: len(people) == 1]
    )


def of_its_subject(reading: Reading, sentence: Sentence, noun: Token, found: tuple[Reference, ...]) -> bool:
    """Tell whether what a noun was taken for is another than its clause says: « Dubois en devient la rédactrice »."""
    people = _subject(reading, sentence, noun) if found else []
    return len(people) == 1 and all(one.entity != people[0] for one in found)


def _subject(reading: Reading, sentence: Sentence, noun: Token) -> list[str]:
    """Return the people of whom a definite noun is said by « qui est », « devient »."""
    words = {c.lower for c in sentence.children(noun, "det", "case", "nmod:poss")} - {"en"}
    relative = any(t.lower in _WHO and t.index < noun.index for t in sentence.children(noun, "nsubj"))
    if not words or not words <= _THE or not (relative or becomes(sentence, noun)):
        return []
    said = said_to_be(reading, sentence, noun)
    return [i for i in said if reading.entities[i].type is EntityType.PERSON]


def standing_by(reading: Reading, sentence: Sentence, noun: Token) -> set[str]:
    """Return Dubois of « Dubois est derrière son rival »: where a preposition stands, nothing is said to be so."""
    if not any(sentence.children(noun, "cop")) or not any(sentence.children(noun, "case")):
        return set()
    subjects = (t for t in sentence.children(noun, "nsubj") if t.index < noun.index)
    return {r.entity for t in subjects for r in reading.referents(sentence, t)}
