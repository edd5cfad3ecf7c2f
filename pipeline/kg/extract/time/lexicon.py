"""The closed word lists that a language gives to the shared families of rules."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from kg.extract.time.expression import Part


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Hold the words of a language, in lower case; shifts are -1 (last), 0 (this) and 1 (next).

    `named_days` maps to a number of days and whether it counts from the text; `narrative` finds the words
    that count from the text, `past` and `later` those that look back and ahead.
    """

    language: str
    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    units: Mapping[str, str]
    ordinals: Mapping[str, int]
    seasons: Mapping[str, int]
    parts: Mapping[str, Part]
    shifts: Mapping[str, int]
    named_days: Mapping[str, tuple[int, bool]]
    narrative: re.Pattern[str]
    past: re.Pattern[str]
    later: re.Pattern[str]
    full_months: frozenset[str]
    day_first: bool
