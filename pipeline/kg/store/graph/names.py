"""How words of the ontology are spelt in the property graph.

Only letters, digits and the underscore pass, so that no name of a relation or a role can carry Cypher with it.
"""

import re
from functools import cache
from typing import Final

_APART: Final = re.compile(r"[^A-Za-z0-9]+")
_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")


@cache
def relationship_type(name: str) -> str:
    """Return the relation or role as a relationship type.

    >>> relationship_type("raisedFunds")
    'RAISED_FUNDS'
    """
    return "_".join(_words(name)).upper()


@cache
def label(name: str) -> str:
    """Return the relation as the label of its fact nodes.

    >>> label("raisedFunds")
    'RaisedFunds'
    """
    return "".join(word[0].upper() + word[1:] for word in _words(name))


@cache
def property_name(name: str) -> str:
    """Return the role as the name of a node property, in the ontology's spelling.

    >>> property_name("sharePercent")
    'sharePercent'
    """
    return "_".join(word for word in _APART.split(name) if word) or "unnamed"


def _words(name: str) -> list[str]:
    plain = _HUMP.sub(" ", _APART.sub(" ", name)).split() or ["unnamed"]
    return plain if plain[0][0].isalpha() else ["x", *plain]
