"""Resolves « la firme de Cupertino », « la marque au lion »: firms that everybody knows by their seat or badge."""

from typing import Final

from kg.extract.coreference.salience import Salience
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.periphrases import periphrases
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_FIRMS: Final = frozenset(
    """firme marque géant groupe constructeur société entreprise compagnie fabricant éditeur avionneur firm giant
    company group maker brand""".split()
)
_OF: Final = ("de", "à", "of", "from")


def by_periphrasis(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the firm spoken of that a complement says."""
    if token.lower not in _FIRMS or token.plural:
        return ()
    below = [t for t in sentence.children(token, "nmod") if preposition(sentence, t) in _OF]
    names = {name for t in below for name in periphrases().get(t.text, ())}
    known = [e.id for e in reading.of_type(EntityType.ORGANIZATION) if e.name in names and salience.last(e.id)]
    only = known if len(known) == 1 else []
    return tuple(Reference(i, "nominal", "known by what it is called", salience.last(i)) for i in only)
