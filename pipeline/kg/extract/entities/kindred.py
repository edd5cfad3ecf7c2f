"""Tells apart who goes by one name: in "Carter's son Eric", Eric is no Eric Schneider whom the text names too.

Nor is "Mr Carter" Jane Carter, where the text has "Mrs Carter" too.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from kg.lexicon.tables import first_names, fold
from kg.model.annotation import Name

_OF_FAMILY: Final = re.compile(r"([A-ZÀ-Þ][\w-]+)['’]s (?:\w+ )?(?:son|daughter|brother|sister|father|mother),? $")

_ADDRESS: Final = re.compile(r"\b(Mme|Mlle|Mrs|Ms|Miss|Mr|M)\b\.? ?$")
_BACK: Final = 8  # code points of a title
_OF_TITLES: Final = frozenset("with on for to about is are from against meets".split())


def is_title(key: str) -> bool:
    """Tell "An Audience With Jane Miller", which is nobody's name."""
    return not _OF_TITLES.isdisjoint(key.split())


def of_other_family(before: Sequence[str], short: str, full: str) -> bool:
    """Tell a full name that cannot be that of the first name, by the words before each mention of the latter."""
    if " " in short or not full.startswith(f"{short} "):
        return False
    families = {fold(found[1]) for words in before if (found := _OF_FAMILY.search(words)) is not None}
    return bool(families) and full.rpartition(" ")[2] not in families


def addressed(before: str) -> str:
    """Return the gender of « Mme », « M. », "Mr" right before a name."""
    title = _ADDRESS.search(before)
    return "" if title is None else "m" if title[1] in ("M", "Mr") else "f"


def of_other_gender(text: str, short: Sequence[Name], full: Sequence[Name]) -> list[Name]:
    """Return the mentions of a family name that are addressed as the bearer of a full name is not.

    The text must address a woman and a man by the name: whose first name tables have wrong, it does not part.
    """
    told = {name: _told(text, name) for name in (*short, *full)}
    own = next((told[name] for name in full if told[name]), "") or _gender(full)
    if len(own) != 1 or not {"m", "f"} <= set(told.values()):
        return []
    return [name for name in short if told[name] and told[name] != own]


def by_title(text: str, short: Sequence[Name], full: Mapping[str, Sequence[Name]]) -> dict[str, list[Name]]:
    """Return the mentions of a family name that belong to each of its bearers: "Mr Carter" to the only man.

    Whose first name tells nothing is meant where all others are of the other gender.
    """
    genders = {key: _gender(names) for key, names in full.items()}
    bearers = {gender: [key for key, own in genders.items() if own == gender or len(own) != 1] for gender in ("m", "f")}
    shared: dict[str, list[Name]] = {}
    for name in short:
        told = bearers.get(_told(text, name), [])
        if len(told) == 1:
            shared.setdefault(told[0], []).append(name)
    return shared


def _told(text: str, name: Name) -> str:
    return addressed(text[max(0, name.span.start - _BACK) : name.span.start])


def _gender(names: Sequence[Name]) -> str:
    first = names[0].form.split()[0]
    return first_names().get(first, "") or first_names().get(first.partition("-")[0], "")
