"""Finds the publication date: an option is checked, a dateline is read. No date is ever guessed."""

import re
from datetime import date
from typing import Final

from kg.errors import UsageError

LINES: Final = 5
"""A dateline stands in one of the first so many lines that are not empty."""
FRENCH: Final = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
ENGLISH: Final = "january february march april may june july august september october november december".split()
_MONTHS: Final = {name: index % 12 + 1 for index, name in enumerate([*FRENCH, *ENGLISH])} | {
    "fevrier": 2,
    "aout": 8,
    "decembre": 12,
}
_DAYS: Final = (
    "lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
)
_MONTH: Final = "|".join(_MONTHS)
_BEFORE: Final = (
    r"(?:(?:publié|mis en ligne|publication|paru|published|posted|date)\b(?:\s+(?:le|on))?\s*:?\s*)?"
    r"(?:(?-i:[A-ZÀ-Þ])[\w'’. -]{1,40}(?:,\s(?-i:[A-Z])[\w. ]{1,20})?(?:\s\([\w' -]{1,20}\))?"
    r"\s?(?:,|—|–|-)\s*(?:le\s)?)?"
    rf"(?:(?:{_DAYS}),?\s+)?"
)
# Only what ends a dateline may follow: « 8 janvier 2017, trois hommes … » is the beginning of a sentence.
_AFTER: Final = (
    r"(?:\s*,?\s*(?:à|at|-|–|—)?\s*\d{1,2}\s?(?:h|:)\s?(?:\d{2})?(?:\s?(?:am|pm|[A-Z]{2,4}(?:[+-]\d+)?))?)?"
    r"(?:\s*,\s(?-i:[A-ZÀ-Þ])[^.–—]{1,40}(?=\s\.\s[–—]))?\s*(?:\([^()]{2,40}\)\s*)?[.]?\s*(?:[–—-]|$)"
)
_PATTERNS: Final = tuple(
    re.compile(rf"\s*{_BEFORE}{middle}{_AFTER}", re.IGNORECASE)
    for middle in (
        rf"(?P<day>\d{{1,2}})(?:er|st|nd|rd|th)?\s+(?:of\s+)?(?P<month>{_MONTH})\.?,?\s+(?P<year>\d{{4}})\b",
        rf"(?P<month>{_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})\b",
        r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:T[\d:.Z+-]+)?(?!\d)",
    )
)
_SLASHED: Final = re.compile(
    r"\s*(?:publié|mis en ligne|paru)\s+le\s*:?\s*(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})\b",
    re.IGNORECASE,
)


def check(value: str) -> str:
    """Return a date of the form YYYY-MM-DD.

    Raises UsageError for any other form, and for a day that no calendar has.
    """
    hint = "type: --date 2024-07-30"
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise UsageError(f"--date {value}: the form is YYYY-MM-DD", hint)
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise UsageError(f"--date {value}: no such day ({error})", hint) from error


def dateline(text: str) -> str | None:
    r"""Return the date of the line by which the text says when it was published, else None.

    >>> dateline("Un titre\n\n1er mars 2017 . – Le président a dit …")
    '2017-03-01'
    """
    for line in [line for line in text[:4000].splitlines() if line.strip()][:LINES]:
        for pattern in (*_PATTERNS, _SLASHED):
            match = pattern.match(line)
            if match and (found := _date(match)):
                return found
    return None


def _date(match: re.Match[str]) -> str | None:
    month = match["month"].lower()
    try:
        return date(int(match["year"]), _MONTHS.get(month) or int(month), int(match["day"])).isoformat()
    except ValueError:
        return None
