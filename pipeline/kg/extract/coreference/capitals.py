"""Takes up a capital: « la capitale autrichienne » is Vienna where the text names it, and nothing else where not."""

from typing import Final

from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.lexicon.capitals import capital_of, capitals
from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold
from kg.model import Entity, EntityType
from kg.model.annotation import Sentence, Token

_WORDS: Final = ("capitale", "capital")


def capital(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the place that is the capital of the people beside the noun; the only one spoken of where none is."""
    if token.lower not in _WORDS or any(sentence.children(token, "nmod", "appos", "compound")):
        return ()
    found = _of_people(reading, sentence, token)
    if not any(sentence.children(token, "amod")):  # « la capitale régionale » is another
        found = [e for e in _named(reading) if salience.latest(e.id) is not None]
    if len(found) != 1:
        return ()
    return (Reference(found[0].id, "nominal", "capital of the country", salience.last(found[0].id)),)


def unnamed_capital(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « la capitale ukrainienne » of a text that does not name it."""
    if token.lower not in _WORDS or not _peoples(reading, sentence, token):
        return False
    return not _of_people(reading, sentence, token)


def _of_people(reading: Reading, sentence: Sentence, token: Token) -> list[Entity]:
    peoples = _peoples(reading, sentence, token)
    return [e for e in _named(reading) if any(capital_of(e.name, one, reading.language) for one in peoples)]


def _named(reading: Reading) -> list[Entity]:
    return [e for e in reading.of_type(EntityType.PLACE) if fold(e.name) in capitals()]


def _peoples(reading: Reading, sentence: Sentence, token: Token) -> list[str]:
    return [c.lower for c in sentence.children(token, "amod") if c.lower in countries(reading.language)]
