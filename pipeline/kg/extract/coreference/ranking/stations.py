"""Tells media apart: no channel is « le quotidien », no radio station « la chaîne » beside a channel."""

from collections.abc import Sequence
from typing import Final

from kg.extract.coreference.nouns import broadcasters
from kg.extract.coreference.salience import Salience
from kg.extract.reading import Reading

_PRINTED: Final = frozenset("quotidien hebdomadaire magazine journal mensuel newspaper daily weekly paper".split())
MEDIA: Final = _PRINTED | {"chaîne"}  # what says of which kind a medium is
_RADIOS: Final = ("Radio ", "RTL", "Europe 1", "France Inter", "France Culture", "France Bleu", "RFI", "RMC")
_NEAR: Final = 2  # sentences


def other_media(reading: Reading, noun: str, salience: Salience, recent: Sequence[str]) -> set[str]:
    """Return which of some entities the noun is not said of: stations of what is printed, radios of a channel."""
    if noun != "chaîne":
        return {i for i in recent if noun in _PRINTED and reading.entities[i].name in broadcasters()}
    radios = {i for i in recent if reading.entities[i].name.startswith(_RADIOS)}
    near = {seen.entity for seen in salience.newest(_NEAR)}
    channels = any(reading.entities[i].name in broadcasters() for i in near - radios if i in reading.entities)
    return radios if channels else set()
