"""Reads which of two English place names beside each other lies in which: "Taipei's Neihu District", "Sydney, N.S."."""

import re
from typing import Final

from kg.lexicon.tables import COUNTRY, lands, places, regions

_UPPER = (
    "province|state|region|district|county|prefecture|department|municipality|territory|governorate|republic|canton"
    "|oblast|division|voivodeship|emirate|township|borough"
)
_LOWER = (
    "town|city|village|area|neighbou?rhood|suburb|ward|islands?|archipelago|peninsula|parish|upazila|taluk|tehsil"
    "|commune|locality|capital|settlement|hamlet|sub-?county|quarter|valley|enclave|resort|port|outskirts|precinct"
)
_KIND = rf"(?:{_UPPER}|{_LOWER})"
_SIDE = r"(?:far )?(?:(?:north|south|east|west)(?:-?(?:east|west))?(?:ern)?|central|upper|lower|inner) "
_WORDS = r"(?:[\w-]+ ){0,3}?"
_TO = rf"(?:the )?(?:{_SIDE})?(?:{_WORDS}(?:{_UPPER}|{_LOWER}) of (?:the )?)?"
# "Zaina Kadal area of Srinagar", "Fort Chipewyan, a hamlet in northern Alberta", "Gujarat is a state in western India"
_NOUNS = (
    re.compile(rf" {_KIND},? (?:of|in) {_TO}"),
    re.compile(rf" {_KIND}, (?:in )?(?:the )?{_SIDE}(?:the )?"),  # "Helmand province, southern Afghanistan"
    re.compile(rf",? (?:is |was )?(?:an?|the) {_WORDS}{_KIND} (?:of|in|on) {_TO}"),
)
_SHUT: Final = ("", ",", ".", ";", ":", ")")
# "the Havana municipality of San Miguel"
_TOWN_OF: Final = re.compile(r" (?:municipality|city|town|village|commune|suburb|neighbou?rhood|borough|district) of ")
_LISTED: Final = re.compile(r"[A-Z][\w'.-]+, $"), re.compile(r"(?:, [A-Z][\w'. -]+?)*,? (?:and|or) (?:the )?[A-Z]")
_REGION_BEFORE: Final = re.compile(r"([A-Z][\w'.-]+(?: [A-Z][\w'.-]+)?), $")
_AND_LAND: Final = re.compile(r"(?:, [A-Z][\w'. -]+?)*,? (?:and|or) (?:the )?([A-Z][\w'-]+(?: [A-Z][\w'-]+)?)")
_OF: Final = re.compile(rf",? (?:of|in) {_TO}")
_IN: Final = re.compile(rf"(?:,|,? in) {_TO}")
_ENDS: Final = re.compile(rf" {_KIND}$", re.IGNORECASE)
_ENDS_WIDE: Final = re.compile(
    rf" (?:{_UPPER}|highlands|islands|alps|pyrenees|midlands|valley|mountains|peninsula|desert|basin|delta|dales)$",
    re.IGNORECASE,
)
_CALLED: Final = re.compile(rf" (?:{_UPPER})\b", re.IGNORECASE)
_WHOSE: Final = re.compile(rf"'s? (?:{_SIDE})?(?:{_WORDS}{_KIND} of )?")
# "Israel's Gaza offensive" is not in Gaza's land: behind what a place has, no noun but its kind may stand.
_CLOSED: Final = re.compile(
    rf"\)?(?:$|[,.;:!?\"”)\u2013\u2014(]| {_KIND}\b| (?:an?|the|in|on|at|and|or|to|for|from|with|by|as|of|"
    r"is|are|was|were|has|have|had|will|would|could|can|may|who|which|that|where|when|while|after|before|during|near|since|until|over|said|this|last"
    r"|next|yesterday|today|tomorrow|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b)"
)


def within(forms: tuple[str, str], before: str, between: str, after: str) -> tuple[int, int] | None:
    """Return which of two places of these names lies in which: (0, 1) where the first lies in the second."""
    first, second = forms
    if _owned(first, second, between, after) or (_TOWN_OF.fullmatch(between) and before.endswith("the ")):
        return 1, 0
    if (_wide(first) and not second_holds(first, second)) or _row(second, before, between):
        return None
    if any(pattern.fullmatch(between) for pattern in _NOUNS):
        return 0, 1
    if _OF.fullmatch(between) and _ENDS.search(first):
        return 0, 1
    called = bool(_ENDS_WIDE.search(second) or _CALLED.match(after)) or second in regions()
    called = called or (between.startswith(", in ") and _weight(second) >= COUNTRY and after[:1] in _SHUT)
    return (0, 1) if called and _IN.fullmatch(between) and not _ENDS_WIDE.search(first) else None


def listed(forms: tuple[str, str], before: str, between: str, after: str) -> bool:
    """Tell two of several places in a row, "to Entebbe, Mombasa and Juba", two lands, and two names of one place."""
    first, second = forms
    if between == " (":  # "Committee on Investment in the United States (Cfius)", "Pratas Islands (Dongsha Islands)"
        return not (_wide(second) or "." in second or _weight(second) > _weight(first))
    if between != ", " or _row(second, before, between):
        return between == ", "
    land = _AND_LAND.match(after)
    if land is not None and _weight(second) >= COUNTRY and _weight(land[1]) >= COUNTRY:
        return True  # "accounts in New York, Panama and Honduras"
    region = _REGION_BEFORE.search(before)
    row = (
        region is not None and region[1] in regions() and second in regions()
    )  # "New Jersey, New York, North Carolina"
    return (
        _wide(first)
        or row
        or (not _wide(second) and "." not in second and bool(_LISTED[0].search(before) or _LISTED[1].match(after)))
    )


def _row(second: str, before: str, between: str) -> bool:
    """Tell regions in a row: "New Jersey, New York, North Carolina"."""
    region = _REGION_BEFORE.search(before) if between == ", " else None
    return region is not None and region[1] in regions() and second in regions()


def second_holds(first: str, second: str) -> bool:
    """Tell a region before a whole country: "Gujarat is a state of India"."""
    return _weight(second) >= COUNTRY > _weight(first)


def _owned(first: str, second: str, between: str, after: str) -> bool:
    """Tell "Spain's Balearic Islands": what the first place has, which is no country and no other country's region."""
    if _WHOSE.fullmatch(between) is None or _weight(second) >= COUNTRY or not _CLOSED.match(after):
        return False
    return not (_weight(first) >= COUNTRY and second in regions() and first not in regions()[second])


def _wide(form: str) -> bool:
    return form in regions() or form in lands() or _weight(form) >= COUNTRY


def _weight(form: str) -> float:
    return places().get(form, 0.0)
