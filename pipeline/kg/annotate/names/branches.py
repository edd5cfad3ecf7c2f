"""Spots the national branch of a body, the country part of its name: "Amnesty International UK"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import PLACE_WEIGHT, listed, places
from kg.model import EntityType, Span

_CAPITAL: Final = r"[A-Z][\w&'’-]*"
# behind what governs one name and before a stop: two names side by side have neither
_BRANCH: Final = re.compile(
    rf"\b(?:of|for|at|from|with|by) (?:the )?(?P<name>(?P<body>{_CAPITAL}(?: {_CAPITAL}){{0,3}}) "
    r"(?P<land>UK|USA|(?:New |South |North )?[A-Z][a-z]+))(?=[,.;:)])"
)


def branches(text: str) -> Iterator[Candidate]:
    """Yield such names, firm, where the body is known or says what it is."""
    for match in _BRANCH.finditer(text):
        body, land = match["body"], match["land"]
        last = body.rpartition(" ")[2].lower()
        known = known_by_form().get(body)
        named = known is not None and known.type is EntityType.ORGANIZATION
        named = named or (" " in body and last in listed("organization_words", "event_words"))
        country = land in ("UK", "USA") or places().get(land, 0.0) >= PLACE_WEIGHT["country"]
        if named and country and body not in places():
            yield firm_name(Span(*match.span("name")), EntityType.ORGANIZATION, "rule:branch")
