"""Tells English names of buildings and sites: "Ahmad bin Ali Stadium", "broke out at Bryn Hall"."""

import re
from typing import Final

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
_AT: Final = re.compile(r"(?P<verb>\w+) (?:at|inside) $")
_TOWARDS: Final = frozenset("fired shouted shouting looked laughed aimed out back swung hit yelled stared".split())


def stays_at(words: list[str], before: str, after: str) -> bool:
    """Tell "broke out yesterday at Bryn Hall" from "fired at Rebecca Hall", "at Rebecca Hall's party"."""
    at = _AT.search(before) if len(words) > 1 and words[-1] in _MANSIONS else None
    return at is not None and at["verb"] not in _TOWARDS and not after.startswith(("'s", "’s"))
