"""Tells what a predicate says of its subject: « Dubois est devenu son conseiller » is somebody else's adviser."""

from typing import Final

from kg.extract.coreference.nouns import names_person
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading
from kg.lexicon.closed import POSSESSIVES
from kg.model.annotation import Sentence, Token

_BECOMING: Final = ("devien", "deven", "devin", "rest", "demeur", "becom", "becam", "remain")


def becomes(sentence: Sentence, token: Token) -> bool:
    """Tell « conseiller » of « devenir conseiller », which says what the subject is."""
    verb = sentence.head(token)
    return token.dep in ("xcomp", "attr") and verb is not None and verb.lower.startswith(_BECOMING)


def becomes_his(sentence: Sentence, token: Token) -> bool:
    """Tell « devenir son conseiller », which takes up neither of the two."""
    own = any(c.lower in POSSESSIVES for c in sentence.children(token, "det", "nmod:poss"))
    return own and becomes(sentence, token)


def said_to_be(reading: Reading, sentence: Sentence, noun: Token) -> set[str]:
    """Return the subject of which a noun for people is said: « Dubois a été son mentor » is not his own."""
    if not names_person(noun.lower, reading.language):
        return set()
    verb = sentence.head(noun) if becomes(sentence, noun) else None
    subjects = sentence.children(noun, "nsubj") if any(sentence.children(noun, "cop")) else ()
    told = surface_subject(sentence, verb) if verb is not None else [t for t in subjects if t.index < noun.index]
    return {r.entity for t in told for r in reading.referents(sentence, t)}


def standing_by(reading: Reading, sentence: Sentence, noun: Token) -> set[str]:
    """Return Dubois of « Dubois est derrière son rival »: where a preposition stands, nothing is said to be so."""
    if not any(sentence.children(noun, "cop")) or not any(sentence.children(noun, "case")):
        return set()
    subjects = (t for t in sentence.children(noun, "nsubj") if t.index < noun.index)
    return {r.entity for t in subjects for r in reading.referents(sentence, t)}
