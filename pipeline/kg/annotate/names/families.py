"""Finds families by the plural of a surname that somebody in the text bears: "Tom Sam … The Sams refused".

English only; French has « les Moreau » without an ending.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.candidate import Candidate
from kg.lexicon.tables import demonyms, first_names
from kg.model import EntityType, Span

# "the Sams", "the Joneses"; no "the Smiths Group", no "the Sams’"
_PLURAL: Final = re.compile(r"\b[Tt]he (?P<family>(?P<name>[A-Z][a-z]{1,20}?)(?:(?<=[sxz])es|s))\b(?! [A-Z])")


def families(text: str) -> Iterator[Candidate]:
    """Yield the families that a text names by the surname of somebody whose first name is known."""
    for match in _PLURAL.finditer(text):
        if match["family"] not in demonyms() and _borne(text, match["name"]):
            yield Candidate(Span(*match.span("family")), EntityType.GROUP, 5.0, "rule:family", firm=True)


def _borne(text: str, surname: str) -> bool:
    """Tell whether the text calls somebody by a first name and this surname."""
    bearers = re.finditer(rf"\b([A-Z][a-z]+) (?:[A-Z]\. )?{re.escape(surname)}\b(?!s)", text)
    return any(bearer[1] in first_names() for bearer in bearers)
