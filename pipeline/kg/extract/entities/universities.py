"""Joins a university to its bare name, which models take for a town: « l'université Whitfield … Whitfield »."""

import re
from typing import TYPE_CHECKING, Final

from kg.lexicon.tables import places
from kg.model import EntityType

if TYPE_CHECKING:
    from kg.extract.entities.cluster import Cluster

_CALLED: Final = re.compile(
    r"(?:universite|college) (?P<name>[a-z][\w-]{3,})|(?P<english>[a-z][\w-]{3,}) (?:university|college)"
)
_TAKEN_FOR: Final = (EntityType.PLACE, EntityType.ORGANIZATION, EntityType.OTHER)


def join_universities(groups: "dict[str, Cluster]") -> None:
    """Join a bare name that is no town's to the only university of the text that bears it."""
    found: dict[str, list[str]] = {}
    for full, group in groups.items():
        called = _CALLED.fullmatch(full) if group.type is EntityType.ORGANIZATION else None
        if called is not None:
            found.setdefault(called["name"] or called["english"], []).append(full)
    for bare, bearers in found.items():
        short = groups.get(bare)
        if short is None or len(bearers) != 1 or short.type not in _TAKEN_FOR or short.names[0].form in places():
            continue
        groups[bearers[0]].names.extend(groups.pop(bare).names)
