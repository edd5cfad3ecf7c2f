"""Takes « l'ancien président », « l'ex-président américain », « la vice-présidente » for whom everybody knows as such.

Bare, or with a people only: « l'ancien président du club » has said of what. The text must be from after the term for
a former head, from within it for one in office, and whoever was named last is meant.
"""

from typing import Final

from kg.extract.coreference.salience import Salience
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import countries
from kg.lexicon.presidents import Term, presidents
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_OFFICES: Final = frozenset(
    "président présidente vice-président vice-présidente ex-président ex-présidente locataire".split()
)
_FORMER: Final = frozenset("ancien ancienne ex".split())
_SIDES: Final = frozenset("républicain républicaine démocrate".split())
_SECOND: Final = ("vice-président", "vice-présidente")
_NEAR: Final = 15  # sentences


def former_head(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the person named lately who has held the office."""
    year = (reading.annotation.document.published or "")[:4]
    if token.lower not in _OFFICES or token.plural or reading.language != "fr" or not year:
        return ()
    adjectives = {c.lower for c in sentence.children(token, "amod")}
    former = token.lower.startswith("ex-") or bool(adjectives & _FORMER)
    office = token.lower.removeprefix("ex-")
    lands = {countries("fr").get(word) for word in adjectives - _FORMER - _SIDES}
    known = former or office in _SECOND
    if not known or None in lands or _said_of_what(sentence, token):
        return ()
    for seen in salience.newest(_NEAR):
        entity = reading.entities[seen.entity]
        if entity.type is EntityType.PERSON and any(
            _held(term, office, lands, int(year), former=former) for term in presidents().get(entity.name, ())
        ):
            return (Reference(entity.id, "nominal", "known to have held the office", seen.span),)
    return ()


def _said_of_what(sentence: Sentence, token: Token) -> bool:
    """Tell « l'ancien président du club » from « l'ancien président en 2022 »."""
    below = (preposition(sentence, t) in ("de", "à") for t in sentence.children(token, "nmod"))
    return any(below) or any(sentence.children(token, "appos", "flat"))


def _held(term: Term, office: str, lands: set[str | None], year: int, *, former: bool) -> bool:
    same = term.office == office and (not lands or countries("fr").get(term.people) in lands)
    return same and (term.last <= year if former else term.first <= year <= term.last)
