"""Tells who is a child by the text: « la petite Zoé », and who is none by age or address."""

import re
from typing import Final

from kg.extract.reading import Reading

YOUNG: Final = frozenset(
    """teenager teen boy girl youth youngster toddler baby child adolescent adolescente garçon fillette enfant bébé
    ado""".split()
)
_ADDRESSED: Final = re.compile(r"\b(?:M|MM|Mme|Me|Mgr|Mr|Mrs|Ms|Lord|Sir|Dr)\b\.? $")
_LITTLE: Final = ("la petite ", "le petit ", "little ", "fillette ", "garçonnet ")
_AGED: Final = re.compile(r"(?:, (?:aged )?| \()[2-9]\d(?:,|\)| ans)")


def grown(reading: Reading, identifier: str) -> bool:
    """Tell somebody whose age the text gives behind a name, twenty or more, or who is addressed as "Mr": no child."""
    text, spans = reading.text, reading.named(identifier)
    return any(_AGED.match(text, s.end) or _ADDRESSED.search(text, max(0, s.start - 6), s.start) for s in spans)


def little(reading: Reading, identifier: str) -> bool:
    """Tell a child by « la petite » before the name."""
    first = reading.first_named(identifier)
    return first is not None and reading.text.endswith(_LITTLE, max(0, first.start - 12), first.start)
