"""Tells media apart: no channel is « le quotidien », no radio station « la chaîne »."""

from typing import Final

from kg.extract.coreference.nouns import broadcasters

_PRINTED: Final = frozenset("quotidien hebdomadaire magazine journal mensuel newspaper daily weekly paper".split())
MEDIA: Final = _PRINTED | {"chaîne"}  # what says of which kind a medium is
_RADIOS: Final = ("Radio ", "RTL", "Europe 1", "France Inter", "France Culture", "France Bleu", "RFI", "RMC")


def another_medium(noun: str, name: str) -> bool:
    """Tell a station from what is printed, and a radio from a channel."""
    radio = noun == "chaîne" and name.startswith(_RADIOS)
    return radio or (noun in _PRINTED and name in broadcasters())
