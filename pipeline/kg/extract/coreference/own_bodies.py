"""Tells that speakers point at others: « Cette entreprise a menti », says a director, is not what he directs.

Of their own they say « nous », « notre entreprise ».
"""

from kg.extract.coreference.clauses import told_in
from kg.extract.grammar.subjects import surface_subject
from kg.extract.reading import Reading
from kg.lexicon.closed import DEMONSTRATIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token


def own_bodies(reading: Reading, sentence: Sentence, token: Token) -> set[str]:
    """Return the bodies that a quotation's speaker is named with, where the noun points at a body in it."""
    if sentence.inside is None or not any(t.lower in DEMONSTRATIVES for t in sentence.children(token, "det")):
        return set()
    return told_in(reading, sentence, _named_with)


def _named_with(reading: Reading, host: Sentence, verb: Token) -> set[str]:
    """Return Novatel of « …, a dit Anne Dubois, la directrice de Novatel »."""
    below = [t for s in surface_subject(host, verb) for t in host.subtree(s) if t.name is not None]
    named = {reading.names[t.name] for t in below if t.name in reading.names}
    return {i for i in named if reading.entities[i].type is EntityType.ORGANIZATION}
