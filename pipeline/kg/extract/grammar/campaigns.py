"""Tells the campaign that is a body, « la campagne de Harris a déclaré », from what somebody does: « en campagne ».

So with « le bureau de Ron DeSantis a annoncé », who are his people.
"""

from typing import Final

from kg.extract.grammar.prepositions import preposition
from kg.extract.reading import Reading
from kg.model import EntityType
from kg.model.annotation import Sentence, Token

_STAFFS: Final = ("campagne", "bureau")
_DEFINITE: Final = frozenset("la sa leur le".split())


def is_campaign(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell the staff of a candidate as American news call it: a campaign or office of somebody named."""
    if token.lower not in _STAFFS or token.pos != "NOUN" or any(sentence.children(token, "amod")):
        return False
    if not any(t.lower in _DEFINITE for t in sentence.children(token, "det")):
        return False
    owners = [*sentence.children(token, "nmod")]  # « La campagne a déclaré » does not say whose it is
    if not owners or (token.lower == "bureau" and token.dep != "nsubj"):
        return False
    return all(preposition(sentence, t) == "de" and _somebody(reading, t) for t in owners)


def _somebody(reading: Reading, token: Token) -> bool:
    return token.name is not None and reading.annotation.names[token.name].type is EntityType.PERSON
