"""Joins a club to its town's name and people: « Lens recevra … », « les Lensois » to « le RC Lens »."""

import re
from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Final

from kg.lexicon.peoples import townspeople
from kg.lexicon.tables import places
from kg.model import EntityType

if TYPE_CHECKING:
    from kg.extract.entities.cluster import Cluster

_BEFORE: Final = re.compile(
    r"(?:FC|AS|US|RC|SC|OGC|EA|SO|AJ|CS|JS|AC|CF|SM|CA|Stade|Olympique|Racing|Sporting|En [Aa]vant|Girondins)"
    r" (?:(?:de|du) |d['’])?(?P<town>[\w' -]+)"
)
_BEHIND: Final = re.compile(
    r"(?P<town>[\w' -]+?) (?:FC|AFC|HSC|OSC|AC|SC|Foot|United|City|Rovers|Wanderers|Athletic|Town|County|Hotspur)"
)


def join_clubs(groups: "dict[str, Cluster]") -> None:
    """Join towns that play and their people to the only club of the town that the text names."""
    clubs = _clubs(groups)
    if not clubs:
        return
    for short in list(groups):
        club = clubs.get(_town_of(groups[short]), [])
        if len(club) == 1 and club[0] != short:
            groups[club[0]].names.extend(groups.pop(short).names)


def _clubs(groups: "dict[str, Cluster]") -> dict[str, list[str]]:
    """Return the clubs of the text by their towns."""
    found: dict[str, list[str]] = defaultdict(list)
    for key, group in groups.items():
        towns = {_town(form) for form in group.forms if " " in form} if group.type is EntityType.ORGANIZATION else set()
        for town in towns - {""}:
            found[town].append(key)
    return found


def _town(form: str) -> str:
    """Return the town of « FC Nantes », « Stade rennais », "Leeds United", or nothing."""
    match = _BEFORE.fullmatch(form) or _BEHIND.fullmatch(form)
    town = match["town"] if match is not None else ""
    return town if _is_town(town) else townspeople().get(town.lower(), "")


def _is_town(name: str) -> bool:
    return name in places() or name in _peopled()


@cache
def _peopled() -> frozenset[str]:
    """Return the towns whose people have an adjective of their own."""
    return frozenset(townspeople().values())


def _town_of(group: "Cluster") -> str:
    """Return the town by whose name or people a group of names calls a club, or nothing."""
    if group.type not in (EntityType.ORGANIZATION, EntityType.GROUP) or len(group.forms) != 1:
        return ""
    form = group.forms[0]
    bare = form if _is_town(form) and group.type is EntityType.ORGANIZATION else ""
    return bare or (townspeople().get(form.lower(), "") if form.istitle() and form.endswith("s") else "")
