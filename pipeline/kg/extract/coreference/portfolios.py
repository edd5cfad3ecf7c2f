"""Takes « le garde des Sceaux », « le patron de Bercy » for the minister whom the text calls by that portfolio.

French papers name ministers by their seals and by where their ministries stand. French only.
"""

from typing import Final

from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_ECONOMY: Final = frozenset("économie economie finances budget comptes".split())
# By the seals, street or quay; the words of the portfolios there
_SEATS: Final = {
    "sceaux": frozenset(("justice",)),
    "bercy": _ECONOMY,
    "beauvau": frozenset(("intérieur", "interieur")),
    "orsay": frozenset(("étrangères", "etrangères", "diplomatie")),
    "brienne": frozenset(("défense", "armées")),
}
_HOLDERS: Final = frozenset("garde patron patronne locataire hôte tenant tenante".split())


def by_portfolio(
    reading: Reading, sentence: Sentence, token: Token, salience: Salience
) -> tuple[Reference, ...] | None:
    """Return the only minister of that portfolio, nobody where the text names none, None for other nouns."""
    charge = _charge(sentence, token) if reading.language == "fr" and token.lower in _HOLDERS else None
    if charge is None or token.plural:
        return None
    held = {
        who
        for who, said in reading.described.items()
        if reading.entities[who].type is EntityType.PERSON
        and any(noun.startswith(("ministre", "secrétaire")) and charge & words for noun, words in said)
    }
    found = [who for who in held if salience.last(who) is not None]
    return tuple(Reference(i, "nominal", "who has that portfolio", salience.last(i)) for i in found[: len(found) == 1])


def _charge(sentence: Sentence, token: Token) -> frozenset[str] | None:
    """Return the words of the portfolio that a complement tells of: « des Sceaux », « de la place Beauvau »."""
    behind = (t for t in sentence.subtree(token) if t.index > token.index)
    words = (word for t in behind for word in t.lower.replace("'", " ").split())
    return next((_SEATS[word] for word in words if word in _SEATS), None)
