"""Takes up people by « homme » and « mère » with a complement: « l'homme d'affaires », « cette mère de famille ».

The first is said of somebody in business and of no historian; the second is nobody's mother of whom the text tells.
"""

from typing import Final

from kg.extract.coreference.ranking import anaphor, candidates
from kg.extract.coreference.salience import Salience
from kg.extract.coreference.subjects_before import person_before
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_MEN: Final = frozenset("homme femme".split())
_RICH: Final = frozenset(
    """milliardaire oligarque magnat entrepreneur industriel industrielle financier financière investisseur
    investisseuse entrepreneuse multimillionnaire millionnaire homme femme""".split()
)
_IN_BUSINESS: Final = _RICH | frozenset(
    """pdg patron patronne promoteur actionnaire propriétaire fondateur fondatrice cofondateur
    cofondatrice président présidente dirigeant dirigeante directeur directrice héritier héritière banquier
    banquière""".split()
)
_PARENTS: Final = {"père": "m", "mère": "f"}
_CHILDREN: Final = frozenset("enfant enfants fille filles fils garçons".split())


def man_of_business(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only person of the text that is in business for « l'homme d'affaires »."""
    if not _of_business(sentence, token) or token.plural or any(sentence.children(token, "appos")):
        return ()
    among = [i for i in candidates(reading, anaphor(reading, sentence, token), salience) if i in reading.entities]
    rich = [i for i in among if _roles(reading, i) & _RICH]
    found = rich or [i for i in among if _roles(reading, i) & _IN_BUSINESS]
    return tuple(
        Reference(i, "nominal", "the only one in business", salience.last(i)) for i in found[: len(found) == 1]
    )


def of_no_business(reading: Reading, sentence: Sentence, token: Token, found: str) -> bool:
    """Tell whom the text calls by another trade only, for « l'homme d'affaires »."""
    called = _roles(reading, found)
    return bool(called) and not called & _IN_BUSINESS and _of_business(sentence, token)


def parent_again(reading: Reading, sentence: Sentence, token: Token) -> tuple[Reference, ...]:
    """Return who spoke in the sentence before for « cette mère de famille », « ce père de deux enfants »."""
    if token.lower not in _PARENTS or token.plural or not _of_children(sentence, token):
        return ()
    owned = any(c.lower in POSSESSIVES for c in sentence.children(token, "det", "nmod:poss"))
    who = None if owned or any(sentence.children(token, "appos")) else person_before(reading, sentence)
    if who is None or reading.entities[who.entity].type is not EntityType.PERSON:
        return ()
    if reading.genders.get(who.entity, "") not in ("", _PARENTS[token.lower]):
        return ()
    return (Reference(who.entity, "nominal", "of whom the sentence before tells", who.span or who.antecedent),)


def _of_business(sentence: Sentence, token: Token) -> bool:
    return token.lower in _MEN and any(c.lower == "affaires" for c in sentence.children(token, "nmod"))


def _of_children(sentence: Sentence, token: Token) -> bool:
    """Tell « mère de famille », « père de deux enfants » from « la mère de la victime »."""
    below = [t for t in sentence.children(token, "nmod") if preposition(sentence, t) == "de" and t.name is None]
    counted = any(t.lower in _CHILDREN and any(sentence.children(t, "nummod")) for t in below)
    return counted or any(t.lower == "famille" and not any(sentence.children(t, "det")) for t in below)


def _roles(reading: Reading, identifier: str) -> set[str]:
    """Return what the text calls somebody, without the complements."""
    return {role.split()[0] for role in reading.roles.get(identifier, ()) if role}
