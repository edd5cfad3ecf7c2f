"""Takes « l'ancien président », « l'ex-Premier ministre italien », « la vice-présidente » for who is known as such.

Bare, or with a people only: « l'ancien président du club » has said of what. The text must be from after the term for
a former head, from within it for a second in office, and only one of those named lately can be meant.
"""

from typing import Final

from kg.extract.coreference.clauses import same_clause
from kg.extract.coreference.ranking.sought import PAST
from kg.extract.coreference.salience import Salience
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.peoples import countries
from kg.lexicon.terms import Term, terms
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_OFFICES: Final = {
    "président": "président",
    "présidente": "président",
    "locataire": "président",
    "vice-président": "vice-président",
    "vice-présidente": "vice-président",
    "premier ministre": "premier ministre",
    "première ministre": "premier ministre",
    "chancelier": "chancelier",
    "chancelière": "chancelier",
}
_FIRST: Final = ("premier", "première")
_SIDES: Final = frozenset("républicain républicaine démocrate travailliste conservateur conservatrice".split())
_SECOND: Final = "vice-président"
_EX: Final = "ex-"
_NEAR: Final = 10  # sentences


def former_head(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the only person named lately who has held the office."""
    year = (reading.annotation.document.published or "")[:4]
    if token.plural or reading.language != "fr" or not year:
        return ()
    near_by = range(token.index - 3, token.index + 2)  # « l'ancien Premier ministre, impeccable, »
    words = [c.lower for c in sentence.children(token, "amod") if c.index in near_by]
    rank = [w.removeprefix(_EX) for w in words if w.removeprefix(_EX) in _FIRST]
    office = _OFFICES.get(" ".join([*rank, token.lower.removeprefix(_EX)]))
    former = token.lower.startswith(_EX) or any(w in PAST or w.startswith(_EX) for w in words)
    if office is None or not (former or office == _SECOND) or _said_of_what(sentence, token):
        return ()
    lands = {countries("fr").get(w) for w in words if w.removeprefix(_EX) not in _FIRST and w not in PAST | _SIDES}
    near = {} if None in lands else {seen.entity: seen for seen in reversed(list(salience.newest(_NEAR)))}
    found = [i for i in near if _has_been(reading, i, office, lands, int(year), former=former)]
    acts = token.dep.startswith("nsubj")  # « que lui souhaite l'ancien président »; the guest is no host
    if len(found) != 1 or (not acts and same_clause(reading, sentence, token, found[0])):
        return ()
    return (Reference(found[0], "nominal", "known to have held the office", near[found[0]].span),)


def _said_of_what(sentence: Sentence, token: Token) -> bool:
    """Tell « l'ancien président du club » from « l'ancien président en 2022 »."""
    below = (preposition(sentence, t) in ("de", "à") for t in sentence.children(token, "nmod"))
    return any(below) or any(sentence.children(token, "appos", "flat"))


def _has_been(
    reading: Reading, identifier: str, office: str, lands: set[str | None], year: int, *, former: bool
) -> bool:
    """Tell whether a person held the office and has it no more, or has it in that year."""
    entity = reading.entities[identifier]
    held = [term for term in terms().get(entity.name, ()) if term.office == office and _of_land(term, lands)]
    now = any(term.first <= year < term.last for term in held)
    if entity.type is not EntityType.PERSON:
        return False
    return not now and any(term.last <= year for term in held) if former else now


def _of_land(term: Term, lands: set[str | None]) -> bool:
    return not lands or countries("fr").get(term.people) in lands
