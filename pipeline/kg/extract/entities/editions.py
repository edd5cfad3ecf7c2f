"""Joins an event to the edition that the text is about: « le Tour de France » to « le Tour de France 2016 »."""

import re
from typing import TYPE_CHECKING, Final

from kg.extract.entities.keys import name_key
from kg.lexicon.tables import fold
from kg.model import EntityType

if TYPE_CHECKING:
    from kg.extract.entities.cluster import Cluster

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_LATELY: Final = 3  # years
_BEHIND: Final = re.compile(r"[ \u00a0](?:d['’](?:été|hiver) )?(?:de |d['’]|en |\()?((?:19|20)\d\d)\b")


def join_editions(groups: "dict[str, Cluster]", text: str) -> None:
    """Join the names without a year to the only edition that the text is about, none of another year."""
    events = [key for key, group in groups.items() if group.type is EntityType.EVENT]
    for short in events:
        bare = {fold(form) for form in groups[short].forms}
        others = [key for key in events if key != short and key in groups]
        full = [key for key in others if _edition_of(groups[key], bare, short)]
        full = full or [key for key in others if any(re.match(rf"{re.escape(form)} (?:de |d')", key) for form in bare)]
        if len(full) == 1 and not _of_another_year(groups[short], full[0], text):
            groups[full[0]].names.extend(groups.pop(short).names)


def _of_another_year(group: "Cluster", edition: str, text: str) -> bool:
    """Tell « les Jeux de 2004 » in a text about those of 2024; a text about 2020 is about no race of 1964."""
    told = [int(year) for year in _YEAR.findall(edition)]
    if told and max(map(int, _YEAR.findall(text))) - max(told) > _LATELY:
        return True
    behind = (_BEHIND.match(text, name.span.end) for name in group.names)
    years = {found[1] for found in behind if found is not None}
    return bool(years and _YEAR.search(edition)) and years.isdisjoint(_YEAR.findall(edition))


def _edition_of(group: "Cluster", bare: set[str], short: str) -> bool:
    plain = [re.sub(r" (?:de )?(?:19|20)\d\d$|^(?:19|20)\d\d ", "", form) for form in group.forms[:1]]
    same = any(fold(form) in bare or name_key(form, EntityType.EVENT) == short for form in plain)
    return same and not ({fold(form) for form in group.forms} & bare)
