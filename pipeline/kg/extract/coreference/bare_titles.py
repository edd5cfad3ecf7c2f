"""Tells whose a French title without an article is: « à Jean Petit, jusqu'ici adjoint du ministre, Luc Moreau »."""

from typing import Final

from kg.extract.coreference.nouns import names_office, names_person
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

# What may stand between the comma and the title.
_SINCE: Final = frozenset(
    """jusqu' jusqu’ ici alors jusque-là jusqu'ici jusqu’ici jusqu'alors actuellement aujourd'hui longtemps auparavant
    désormais également ancien ancienne actuel actuelle ex futur future nouveau nouvelle""".split()
)
_FAR: Final = 4  # tokens


def titled_before(reading: Reading, sentence: Sentence, title: Token) -> Token | None:
    """Return the name right before a comma and a title without an article, which tells of nobody named behind it."""
    if reading.language != "fr" or title.plural or not names_office(title.lower, "fr"):
        return None
    if any(sentence.children(title, "det", "nmod:poss")):
        return None
    at = title.index - 1
    while at > max(0, title.index - _FAR) and sentence.tokens[at].lower in _SINCE:
        at -= 1
    if at < 1 or sentence.tokens[at].text != ",":
        return None
    name = sentence.tokens[at - 1]
    who = reading.names.get(name.name) if name.name is not None else None
    person = who is not None and reading.entities[who].type is EntityType.PERSON
    above = sentence.head(name) if name.dep.startswith("nmod") else None
    another = above is not None and names_person(above.lower, "fr")  # « le mari d'Anne Petit, ancien maire de Lyon »
    return name if person and not another else None
