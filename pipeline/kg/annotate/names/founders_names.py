"""Spots houses that bear the family names of their two founders.

« Marc Andreessen et Ben Horowitz … leur société, Andreessen Horowitz »
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate, firm_name
from kg.lexicon.tables import first_names, places
from kg.model import EntityType, Span

_NAME: Final = r"[A-ZÀ-Þ][a-zà-ÿ]+(?:-[A-ZÀ-Þ][a-zà-ÿ]+)?"
_PAIR: Final = re.compile(rf"(?<![\w-])(?P<first>{_NAME}) (?={_NAME}(?![\w-]))")
_SECOND: Final = re.compile(_NAME)
_BEFORE: Final = re.compile(
    r"(?:[A-ZÀ-Þ][\w.-]*|duel|débat|match|finale|affaire|ticket|tandem|duo|couple|famille)[ \u00a0]$"
)
_GOES_ON: Final = re.compile(r"[ \u00a0][A-ZÀ-Þ]")


def founders_names(text: str) -> Iterator[Candidate]:
    """Yield two family names side by side, each of them of another person whom the text names in full."""
    pairs = [(match, second) for match in _PAIR.finditer(text) if (second := _SECOND.match(text, match.end()))]
    given: dict[str, set[str]] = {}
    for match, second in pairs:
        if match["first"] in first_names():
            given.setdefault(second.group(), set()).add(match["first"])
    for match, second in pairs if len(given) > 1 else ():
        one, other = match["first"], second.group()
        if one == other or one not in given or other not in given or one in first_names() or one in places():
            continue
        alone = _BEFORE.search(text, max(0, match.start() - 20), match.start()) is None
        if alone and _GOES_ON.match(text, second.end()) is None:
            yield firm_name(Span(match.start(), second.end()), EntityType.ORGANIZATION, "rule:founders-names")
