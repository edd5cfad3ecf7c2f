"""Says who vouches for a fact and how far the text stands behind it."""

from kg.extract.attribution.first_person import resolve_first_persons
from kg.extract.attribution.modality import stance
from kg.extract.attribution.mood import Stance
from kg.extract.attribution.speakers import find_speakers

__all__ = ["Stance", "find_speakers", "resolve_first_persons", "stance"]
