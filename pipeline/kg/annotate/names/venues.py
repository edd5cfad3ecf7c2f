"""Tells names of buildings and branches by their words: "Ahmad bin Ali Stadium", "Bryn Hall", "Tesco Polska"."""

import re
from typing import Final

from kg.lexicon.known import known_by_form
from kg.lexicon.tables import first_names, places
from kg.model import EntityType

# Nobody is called so: "Ahmad bin Ali Stadium"
VENUE: Final = re.compile(
    r"(?:Convention|Space|Shopping|Conference|Exhibit(?:ion)?|Events?|Community|Civic|Visitors?|Expo|Recreation|Leisure"
    r"|Sports?|Arts|Music|Concert|Town|City|Village|Assembly) (?:Cent(?:er|re)|Hall)$|Air Force Base$"
    r"| (?:Stadium|Building|Precinct|Complex|Interchange|Roundabout|Bypass|Expressway|Highway|Boulevard|Avenue|Township"
    r"|Reservoir|Peninsula|Archipelago|Airport|Nagar|Ghat|Strait|Glacier|Volcano|Plaza|Arena|Skyscraper|Racecourse"
    r"|Amphitheatre|Courthouse|Lighthouse|Biosphere Reserve|Nature Reserve|Game Reserve|National Park|Wetlands?)$"
    r"|^(?:[A-Z][\w-]+ ){1,3}(?:Prefecture|Province|Oblast|Governorate|Voivodeship)$"
)
_MANSIONS: Final = frozenset("hall lodge house manor court grange cottage park abbey".split())
_LANDS: Final = frozenset(
    "Polska Deutschland España Italia Österreich Schweiz Sverige Norge Danmark Suomi Nederland Brasil Europe".split()
)
_HOUSES: Final = frozenset("center centre theatre theater hall garden gardens dome coliseum pavilion ballroom".split())
_HELD: Final = re.compile(
    r"\b(?:held|staged|hosted|took place|takes place|place|performed?|premiered?|opened|opens|gathered|played|concert"
    r"|ceremony|exhibition|conference|debate|rally|show|service|premiere|festival|gala|fair|expo)"
    r"(?: on \w+day)? (?:at|in|inside|outside) the $"
)
_AT: Final = re.compile(r"(?P<verb>\w+) (?:at|inside) $")
_TOWARDS: Final = frozenset("fired shouted shouting looked laughed aimed out back swung hit yelled stared".split())


def stays_at(words: list[str], before: str, after: str) -> bool:
    """Tell "broke out yesterday at Bryn Hall" from "fired at Rebecca Hall", "at Rebecca Hall's party"."""
    if words[-1] in _HOUSES and len(words) > 1 and _HELD.search(before):
        return True  # "a service was held at the Staples Center"
    at = _AT.search(before) if len(words) > 1 and words[-1] in _MANSIONS else None
    return at is not None and at["verb"] not in _TOWARDS and not after.startswith(("'s", "’s"))


def branch_of_known(name: str) -> bool:
    """Tell "Tesco Polska": a firm that all know, behind whose name nobody is called."""
    first, _, land = name.partition(" ")
    known = known_by_form().get(first)
    firm = known is not None and known.type is EntityType.ORGANIZATION and first not in first_names()
    return firm and len(first) > 3 and (land in places() or land in _LANDS)
