"""Takes « le républicain du Kansas », « la démocrate du Minnesota » for the lawmaker who was spoken of last.

French news from America calls a senator by his name first and by party and state then. French only.
"""

from typing import Final

from kg.extract.coreference.party_words import parties_differ
from kg.extract.coreference.salience import Salience
from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading, Reference
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_PARTISANS: Final = {"républicain": "m", "républicaine": "f", "démocrate": ""}
_LAWMAKERS: Final = frozenset(
    """sénateur sénatrice représentant représentante élu élue député députée parlementaire gouverneur gouverneure
    congressman""".split()
)
_NEAR: Final = 4  # sentences


def of_party(reading: Reading, sentence: Sentence, token: Token, salience: Salience) -> tuple[Reference, ...]:
    """Return the lawmaker named last who agrees and is not said to be of the other party."""
    if token.lower not in _PARTISANS or reading.language != "fr" or token.plural or not _of_state(sentence, token):
        return ()
    articles = {c.lower for c in sentence.children(token, "det")}
    gender = _PARTISANS[token.lower] or ("f" if "la" in articles else "m")
    for seen in salience.newest(_NEAR):
        who = seen.entity
        lawmaker = not _LAWMAKERS.isdisjoint(word for role in reading.roles.get(who, ()) for word in role.split())
        agrees = reading.genders.get(who, "") in ("", gender) and not parties_differ(reading, sentence, token, who)
        if reading.entities[who].type is EntityType.PERSON and lawmaker and agrees:
            return (Reference(who, "nominal", "the lawmaker of that party", seen.span),)
    return ()


def _of_state(sentence: Sentence, token: Token) -> bool:
    """Tell « le républicain du Kansas » with no name beside it."""
    article = any(c.lower in ("le", "la") for c in sentence.children(token, "det"))
    state = any(t.name is not None and preposition(sentence, t) == "de" for t in sentence.children(token, "nmod"))
    return article and state and not any(t.name is not None for t in sentence.children(token, "appos", "flat"))
