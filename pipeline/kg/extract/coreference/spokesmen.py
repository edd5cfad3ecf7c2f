"""Tells whose spokesman or head speaks in French: « Le parti négocie avec Dubois. « … », dit son porte-parole »."""

from typing import Final

from kg.extract.coreference.unnamed import main_subjects, sentence_before
from kg.extract.grammar.subjects import inverted_subject
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# Whom bodies have, and people seldom.
_OF_BODIES: Final = frozenset(
    """porte-parole secrétaire président présidente directeur directrice pdg patron patronne trésorier trésorière
    fondateur fondatrice cofondateur cofondatrice dirigeant dirigeante coordinateur coordinatrice délégué déléguée
    vice-président vice-présidente numéro""".split()
)
_OWN: Final = ("son", "sa")


def of_body_told(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return the body that the sentence before is about, for the possessive of one who speaks for it here."""
    if reading.language != "fr" or token.lower not in _OWN or token.quote is not None:
        return ()
    noun = sentence.head(token)
    verb = sentence.head(noun) if noun is not None and noun.lower in _OF_BODIES else None
    if noun is None or verb is None or noun not in inverted_subject(sentence, verb):
        return ()
    last = sentence_before(reading, sentence)
    subjects = main_subjects(last)[:1] if last is not None else []
    found = reading.referents(last, subjects[0]) if last is not None and subjects else ()
    if len(found) != 1 or reading.entities[found[0].entity].type is not EntityType.ORGANIZATION:
        return ()
    if reading.kinds.get(found[0].entity) == "media":
        return ()
    return (Reference(found[0].entity, "pronoun", "the body that the sentence before is about", subjects[0].span),)
