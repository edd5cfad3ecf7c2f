"""Takes « le chef de l'État », « le président russe », « le Premier ministre britannique » for who is known to be it.

Only where the text, which is from within the term, calls nobody by that office, and speaks of one only whom it fits: a
paper that names its own president writes « Macron » and « le chef de l'État ».
"""

from typing import Final

from kg.extract.coreference.clauses import same_clause
from kg.extract.coreference.ranking.sought import PAST
from kg.extract.coreference.salience import Salience
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import countries
from kg.lexicon.tables import fold
from kg.lexicon.terms import Term, terms
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_OFFICES: Final = {
    "président": "président",
    "présidente": "président",
    "chef": "président",
    "cheffe": "président",
    "ministre": "premier ministre",
    "chancelier": "chancelier",
    "chancelière": "chancelier",
}
_FIRST: Final = frozenset(("premier", "première"))
_HOME: Final = frozenset(("etat", "republique"))
_FRENCH: Final = "français"
_NOW: Final = frozenset("actuel actuelle".split())
_NEAR: Final = 20  # sentences


def sitting_head(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only person spoken of who is known to hold the office of which a noun tells."""
    year = (reading.annotation.document.published or "")[:4]
    if token.lower not in _OFFICES or token.plural or reading.language != "fr" or not year:
        return ()
    office, people = _OFFICES[token.lower], _people(sentence, token)
    if people is None or _called_so(reading, token.lower):
        return ()
    near = {seen.entity: seen for seen in reversed(list(salience.newest(_NEAR)))}
    found = [i for i in near if _holds(reading, i, office, people, int(year))]
    if len(found) != 1 or same_clause(reading, sentence, token, found[0]):
        return ()
    return (Reference(found[0], "nominal", "known to hold the office", near[found[0]].span),)


def _people(sentence: Sentence, token: Token) -> str | None:
    """Return of which people the office is, as its adjective or « de l'État », « de la République » say it."""
    if any(sentence.children(token, "appos", "flat", "acl", "acl:relcl")):
        return None
    adjectives = {c.lower for c in sentence.children(token, "amod")} - _NOW
    below = {fold(t.lower) for t in sentence.children(token, "nmod") if preposition(sentence, t) == "de"}
    first = bool(adjectives & _FIRST)
    if (token.lower == "ministre") is not first or adjectives & PAST or below - _HOME:
        return None
    peoples = adjectives - _FIRST
    if below:
        return _FRENCH if not peoples and not first else None
    (people, *others) = [*peoples, ""]
    known = people in countries("fr") and len(others) <= 1 and not token.lower.startswith("chef")
    return people if known else None


def _called_so(reading: Reading, noun: str) -> bool:
    """Tell whether the text calls anybody so: « le président malien, Paul Martin »."""
    alike = {"chef", "cheffe", "président", "présidente"} if _OFFICES[noun] == "président" else {noun}
    return any(alike & {word for role in roles for word in role.split()} for roles in reading.roles.values())


def _holds(reading: Reading, identifier: str, office: str, people: str, year: int) -> bool:
    entity = reading.entities[identifier]
    held = (term for term in terms().get(entity.name, ()) if term.office == office and _of(term, people))
    return entity.type is EntityType.PERSON and any(term.first <= year <= term.last for term in held)


def _of(term: Term, people: str) -> bool:
    return countries("fr").get(term.people) == countries("fr").get(people)
