"""Finds the dateline that heads a paragraph: where, when and for which agency the news was written.

It is no part of the first sentence: "PARIS, Feb 6 (Newsdesk) - Novatel has agreed to buy Havn": Paris buys nothing.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.lexicon.tables import places
from kg.model import EntityType

_DAYS: Final = (
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)\."
)
_MONTHS: Final = (
    r"janv(?:ier|\.)?|févr(?:ier|\.)?|mars|avr(?:il|\.)|mai|juin|juil(?:let|\.)?|août|sept(?:embre|ember|\.)?"
    r"|oct(?:obre|ober|\.)?|nov(?:embre|ember|\.)?|déc(?:embre|\.)?|jan(?:uary|\.)?|feb(?:ruary|\.)?|march"
    r"|apr(?:il|\.)?|may|june?|july?|aug(?:ust|\.)?|dec(?:ember|\.)?"
)
_YEAR: Final = r"(?:,?[ \u00a0]\d{4})?"
_DATE: Final = (
    rf"(?i:(?:(?:{_DAYS}),?[ \u00a0])?(?:(?:le[ \u00a0])?\d{{1,2}}(?:er)?[ \u00a0](?:{_MONTHS}){_YEAR}"
    rf"|(?:{_MONTHS})[ \u00a0]\d{{1,2}}{_YEAR}|\d{{1,2}}/\d{{1,2}}(?:/\d{{2,4}})?))"
)
_LOUD: Final = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’]+(?:(?:[ \u00a0-]|[ \u00a0]?[&/][ \u00a0]?)[A-ZÀ-Þ.'’]{2,})*"
_WORD: Final = r"[A-ZÀ-Þ][\w.'’]*"
_QUIET: Final = rf"{_WORD}(?:[ \u00a0-](?:(?:de|du|la|le|sur|of|the|en|sous|les)[ \u00a0-])*{_WORD}){{0,3}}"
_REGION: Final = rf"(?:,[ \u00a0]{_QUIET}|[ \u00a0]\({_QUIET}\)){{0,2}}"
_AGENCY: Final = r"(?:\([^()\n]{2,40}\)|/[ \u00a0]?[A-Z][\w ]{2,30}/)"
_WIRES: Final = "(?:AP|AFP|UPI|PA|ANI|IANS|PTI|EFE|Reuters|REUTERS|Xinhua|Sputnik)"
_NETWORKS: Final = "(?:CNN|AP|AFP|UPI|Reuters|REUTERS|CBS News|ABC News|NBC News)"  # web pages leave the dash out
_DASH: Final = r"(?:[ \u00a0]*(?:--+|[–—])|[ \u00a0]+-)[ \u00a0]*"
_END: Final = rf"[ \u00a0]?[.,:]?{_DASH}"
_DATELINE: Final = re.compile(
    "|".join(
        (
            rf"{_LOUD}{_REGION}(?:,[ \u00a0]{_DATE}|,[ \u00a0](?i:{_DAYS}))?(?:{_END}|[ \u00a0]?){_AGENCY}{_END}",
            rf"{_LOUD}{_REGION}(?:,[ \u00a0](?:{_DATE}|(?i:{_DAYS})))?{_END}",
            rf"(?:{_QUIET}{_REGION},?[ \u00a0])?{_DATE}(?:[ \u00a0]?{_AGENCY})?{_END}",
            rf"{_QUIET}{_REGION}[ \u00a0]?{_AGENCY}{_END}",
            rf"{_QUIET}{_REGION},?[ \u00a0]{_DATE}[ \u00a0]?{_AGENCY}:[ \u00a0]",
            rf"{_LOUD}{_REGION}[ \u00a0]\({_WIRES}\)[ \u00a0](?=[A-ZÀ-Þ])",
            rf"\([A-Z]{{2,5}}\){_END}",
            rf"(?:{_QUIET}{_REGION}[ \u00a0])?\({_NETWORKS}\)[ \u00a0]?(?=[A-ZÀ-Þ\"“])",
            r"[A-ZÀ-Þ]{4,}-(?=(?:A|An|The|At|In|On|More|Two|Three|Hundreds|Thousands|Dozens|Police)[ \u00a0])",
            rf"\({_QUIET}{_REGION}(?:,[ \u00a0](?:le[ \u00a0])?{_DATE})?\){_END}",
            rf"{_QUIET}{_REGION}[ \u00a0]\|[ \u00a0][A-Z]{{2,5}}[ \u00a0]\|[ \u00a0]{_DATE}{_END}",
            rf"{_QUIET}[ \u00a0]/[A-Z]{{3,}}/[ \u00a0]",
            rf"(?:{_LOUD}|{_QUIET}){_REGION}[ \u00a0]\|[ \u00a0](?=[A-ZÀ-Þ«“\"])",  # « PARIS | Le constructeur … »
        )
    )
)
LONGEST: Final = 100  # code points
_TOWNS: Final = re.compile(rf"{_LOUD}(?:[ \u00a0]?[&/][ \u00a0]?{_LOUD})*")
_TOWN: Final = re.compile(r"[^&/]*[^&/ \u00a0]")
_SENDER: Final = re.compile(r"[(/][ \u00a0]?([A-Z][^()/\n,\d]{1,38}?)[ \u00a0]?[)/]")
_ALONE: Final = re.compile(rf"(?P<town>{_QUIET})(?P<region>{_REGION})(?:[ \u00a0]+[-–—]|-)[ \u00a0]+(?=[A-ZÀ-Þ«“\"])")
_COLON: Final = re.compile(rf"(?P<town>{_LOUD}){_REGION}(?:,[ \u00a0](?P<date>{_DATE}))?:[ \u00a0]")
_ALONE_TOWN: Final = re.compile(_QUIET)
_QUIETER: Final = re.compile(r"[a-zà-ÿ]")


def dateline_end(line: str) -> int:
    """Return where the dateline of a paragraph ends (code points from its beginning), 0 where it has none.

    >>> dateline_end("Doha, Feb 15, 2024 (AFP) - Vaskova upset the top seed.")
    27
    >>> dateline_end("Anne Dubois – maire de Lyon – a démissionné.")
    0
    """
    found = _DATELINE.match(line[:LONGEST]) or _town_alone(line[:LONGEST])
    if found is None or not _QUIETER.search(line[found.end() :]):
        return 0  # a headline in capitals has no dateline: « GRÈVE - LES TRAINS À L'ARRÊT »
    return found.end() if line[found.end() :].strip() else 0


def _town_alone(line: str) -> re.Match[str] | None:
    """Return what opens "Durban - The council has …", "NEW DELHI: Two men …": a town or land known, or a date."""
    found = _ALONE.match(line) or _COLON.match(line)
    if found is None or found["town"] in places() or found["town"].title() in places():
        return found
    land = (found.groupdict().get("region") or "").rpartition(", ")[2]
    if land in places():  # "Wagga Wagga, New South Wales — The mayor has …"
        return found
    return found if found.groupdict().get("date") else None


def dateline_names(head: str) -> Iterator[tuple[int, int, EntityType]]:
    """Yield where the towns and the agency of a dateline stand in it, and what they are.

    >>> [head[a:b] for head in ("GENEVA/PARIS, May 3 (Reuters) - ",) for a, b, _ in dateline_names(head)]
    ['GENEVA', 'PARIS', 'Reuters']
    """
    towns = _TOWNS.match(head)
    for town in _TOWN.finditer(head, 0, towns.end()) if towns is not None else ():
        start = town.start() + len(town.group()) - len(town.group().lstrip())
        yield start, town.end(), EntityType.PLACE
    quiet = _ALONE_TOWN.match(head) if towns is None else None
    if quiet is not None and quiet.group() in places():
        yield quiet.start(), quiet.end(), EntityType.PLACE
    sender = _SENDER.search(head, towns.end() if towns is not None else 0)
    if sender is not None:
        kind = EntityType.PLACE if sender.group(1) in places() else EntityType.ORGANIZATION  # « (Nairobi) – »
        yield sender.start(1), sender.end(1), kind
