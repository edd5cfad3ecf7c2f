"""Tells which organizations a French text treats as parties: « le député RDM Jean Dubois ».

Capital letters right behind a word for an elected person are those of a party; so are those behind a person's name
where another name of the sentence has a known party behind it.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.extract.reading import Reading
from kg.lexicon.elected import ELECTED, LETTERS
from kg.model import EntityType

_BEHIND: Final = re.compile(rf"{ELECTED}(?P<letters>{LETTERS})")
_BESIDE: Final = re.compile(rf"(?<=[a-zà-ÿ])[ \u00a0]\((?P<letters>{LETTERS})\)")
_SENTENCE: Final = re.compile(r"[^.!?\n]+")


def name_parties(reading: Reading) -> None:
    """Say of the organizations of unknown kind that the text treats so that they are parties."""
    if reading.language != "fr":
        return
    found = {match["letters"] for match in _BEHIND.finditer(reading.text)}
    for entity in reading.entities.values():
        called = found.intersection((entity.name, *entity.aliases))
        if called and entity.type is EntityType.ORGANIZATION and entity.id not in reading.kinds:
            reading.kinds[entity.id] = "party"
    for identifier in _listed(reading):
        reading.kinds.setdefault(identifier, "party")


def _listed(reading: Reading) -> Iterator[str]:
    """Yield the organizations behind names that stand in a sentence with another name and its party."""
    at = {n.span.start: reading.names[i] for i, n in enumerate(reading.annotation.names) if i in reading.names}
    for sentence in _SENTENCE.finditer(reading.text):
        beside = [
            at[match.start("letters")]
            for match in _BESIDE.finditer(reading.text, *sentence.span())
            if match.start("letters") in at
        ]
        if len(beside) > 1 and any(reading.kinds.get(one) == "party" for one in beside):
            yield from (one for one in beside if reading.entities[one].type is EntityType.ORGANIZATION)
