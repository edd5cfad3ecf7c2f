"""Tells the relatives of others, « la mère de l'adolescente », from people whom the text has spoken of.

So it does who does other things, « le conducteur », « la journaliste », than what the text says of somebody.
"""

from typing import Final

from kg.extract.coreference.ranking.sought import Anaphor
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.lexicon.closed import POSSESSIVES
from kg.lexicon.tables import fold
from kg.model import EntityType

_BLOOD: Final = frozenset(
    """père mère frère sœur soeur fils fille oncle tante neveu nièce cousin cousine father mother brother sister son
    daughter uncle aunt nephew niece""".split()
)
_ON_THE_ROAD: Final = frozenset(
    "conducteur conductrice chauffard automobiliste passager passagère piéton piétonne".split()
)
_TRADES: Final = frozenset(
    """journaliste reporter médecin infirmier infirmière policier policière gendarme pompier caissier caissière
    commerçant commerçante professeur enseignant enseignante internaute""".split()
)
_IN_BUSINESS: Final = frozenset(
    "patron patronne pdg dirigeant dirigeante directeur directrice fondateur fondatrice".split()
)
_ELECTED: Final = frozenset(
    """ministre premier première député députée sénateur sénatrice maire eurodéputé eurodéputée préfet préfète
    chancelier chancelière gouverneur""".split()
)
_RULING: Final = _ELECTED | frozenset(
    """président présidente vice-président vice-présidente secrétaire porte-parole candidat candidate chef cheffe leader
    roi reine pape""".split()
)
_SPOKEN_OF: Final = frozenset(
    "président présidente ministre premier première chancelier chancelière roi reine pape client cliente".split()
)
_THE: Final = ("le", "la", "the")
_CHILDREN: Final = frozenset("enfant enfants famille child children two three four".split())


def related_to_others(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell « son père », « la mère de l'adolescente » from whoever the text has not called so, or only of children."""
    noun = sought.token.lower
    if noun not in _BLOOD:
        return False
    below = [*sought.sentence.children(sought.token, "nmod:poss", "det", "nmod")]
    whose = any(t.lower in POSSESSIVES or preposition(sought.sentence, t) in ("de", "of") for t in below)
    if not whose:  # « la mère a été entendue »: of a child without a name, mostly
        bare = noun not in ("fille", "garçon") and any(t.lower in _THE for t in below)
        return bare and not any(noun in role.split() for role in reading.roles.get(identifier, ()))
    said = (words for called, words in reading.described.get(identifier, ()) if called == noun)
    return all(not words.isdisjoint(_CHILDREN) for words in said)


def runs_another(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell « le patron de Cisco » from a mayor or minister whom the text does not tie to that firm."""
    if sought.token.lower not in _IN_BUSINESS:
        return False
    below = list(sought.sentence.children(sought.token, "nmod"))
    below += [t for noun in below for t in sought.sentence.children(noun, "appos")]
    firms = {reading.names[t.name] for t in below if t.name is not None and t.name in reading.names}
    firms = {i for i in firms if reading.entities[i].type is EntityType.ORGANIZATION}
    roles = {word for role in reading.roles.get(identifier, ()) for word in role.split()}
    if not firms or not roles & _ELECTED:
        return False
    words = {word for _, said in reading.described.get(identifier, ()) for word in said}
    return not any(fold(reading.entities[i].name) in words for i in firms)


def of_other_trade(reading: Reading, sought: Anaphor, identifier: str) -> bool:
    """Tell « la journaliste » of an interview from the candidate, « le conducteur » from the actor who was run over.

    Who is quoted speaks of others: « c'est au préfet et au maire d'agir » is nobody whom the text does not call so.
    """
    noun, person = sought.token.lower, reading.entities[identifier].type is EntityType.PERSON
    roles = {word for role in reading.roles.get(identifier, ()) for word in role.split()}
    told = person and sought.sentence.inside is not None and sought.form == "the person_role" and noun not in _SPOKEN_OF
    return told or (noun in _TRADES and bool(roles & _RULING)) or (noun in _ON_THE_ROAD and bool(roles))
