"""Takes up « son client », « sa cliente » for whom the lawyer speaks who was told of last: « l'avocat de Dubois »."""

from collections.abc import Iterator
from typing import Final

from kg.extract.coreference.salience import Salience
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.lexicon.closed import FRENCH_POSSESSIVES
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_CLIENTS: Final = {"client": "m", "cliente": "f", "clients": "", "clientes": ""}
_LAWYERS: Final = frozenset(
    "avocat avocate avocats avocates défenseur défenseure conseil conseils bâtonnier bâtonnière".split()
)
_OWNED_BY: Final = ("de", "pour", "à")
_BACK: Final = 3  # sentences in which a lawyer is still the one who speaks
_WHO: Final = (EntityType.PERSON, EntityType.ORGANIZATION)


def client(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return for whom the lawyer speaks, in the same sentence or, where the lawyer goes on, in one of the last."""
    gender = _CLIENTS.get(token.lower) if reading.language == "fr" else None
    own = next((c for c in sentence.children(token, "det") if c.lower in FRENCH_POSSESSIVES), None)
    if gender is None or own is None:
        return ()
    whose = _represented(reading, sentence, token.index)
    if whose is None:
        whose = _of_last_lawyer(reading, sentence, own)
    named = {i for i in whose or () if reading.entities[i].type in _WHO}
    fitting = {i for i in named if not gender or _may_be(reading, i, gender)}
    if len(fitting) != 1 and not token.plural:
        return ()
    return tuple(Reference(i, "nominal", "whom the lawyer speaks for", salience.last(i)) for i in sorted(fitting))


def _represented(reading: Reading, sentence: Sentence, before: int) -> list[str] | None:
    """Return for whom the last lawyer before a place in the sentence speaks; None where it tells of no lawyer."""
    lawyers = [t for t in sentence.tokens[:before] if t.lower in _LAWYERS] if sentence.words & _LAWYERS else []
    return [r.entity for r in _clients(reading, sentence, lawyers[-1])] if lawyers else None


def _clients(reading: Reading, sentence: Sentence, lawyer: Token) -> Iterator[Reference]:
    """Yield Dubois of « l'avocat de Dubois », and of « son avocat » where « son » is hers."""
    for below in sentence.children(lawyer, "nmod", "det"):
        own = below.lower in FRENCH_POSSESSIVES
        if own or (below.dep.startswith("nmod") and preposition(sentence, below) in _OWNED_BY):
            yield from reading.referents(sentence, below)


def _of_last_lawyer(reading: Reading, sentence: Sentence, own: Token) -> list[str]:
    """Return for whom a lawyer of the sentences before speaks, where the possessive is the lawyer's."""
    speaking = {r.entity for r in reading.referents(sentence, own)}
    lawyers = all(_LAWYERS & reading.roles.get(one, set()) for one in speaking)
    back = reading.annotation.sentences[max(0, sentence.index - _BACK) : sentence.index]
    for earlier in reversed(back if lawyers else []):
        whose = _represented(reading, earlier, len(earlier.tokens))
        if whose is not None:
            return [one for one in whose if one not in speaking]
    return []


def _may_be(reading: Reading, identifier: str, gender: str) -> bool:
    """Tell whether « client », « cliente » agrees: a body's gender is that of the noun which speaks of it."""
    person = reading.entities[identifier].type is EntityType.PERSON
    return not person or reading.genders.get(identifier, "") in ("", gender)
