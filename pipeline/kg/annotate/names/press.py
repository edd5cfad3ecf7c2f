"""Reads what a name is off the turns of the English press: "a Leeds man", "her son, Jayden,", "Tropical Storm Nida"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.lexicon.peoples import parties
from kg.lexicon.tables import demonyms, first_names, places
from kg.model import EntityType, Span

_PERSON: Final = (
    r"(?:man|woman|boy|girl|teen|teenager|couple|pensioner|resident|native|motorist|father|mother|mum|dad|grandmother"
    r"|grandfather|family|homeowner|businessman|businesswoman)s?\b"
)
# "a Leeds man", "a 26-year-old Broken Arrow man", "two Derby teenagers"
_LIVES: Final = re.compile(
    r"\b(?:[Aa]n?|[Tt]he|[Tt]wo|[Tt]hree|[Aa]nother|former)(?: (?:\d{1,2}|[a-z]+)-year-old| young| elderly| local)*"
    r" $|-year-old $"
)
_SOMEBODY: Final = re.compile(rf" {_PERSON}")
# "a son, Jayden,", "his sister, Ana"
_KIN: Final = re.compile(
    r"\b(?:son|daughter|sister|brother|mother|father|mum|dad|wife|husband|fiancée?|girlfriend|boyfriend|grandson"
    r"|granddaughter|nephew|niece|cousin|uncle|aunt),? $"
)
_AFTER_KIN: Final = re.compile(r"(?:, |\.|;| and |$)")
_STORM: Final = re.compile(
    r"(?:(?:Sub)?[Tt]ropical (?:Storm|Depression|Cyclone)|(?:Super )?Typhoon|Hurricane|Cyclone|Storm) [A-Z][\w-]+$"
)
_CONTEST: Final = re.compile(
    r"(?:Grand Slam|(?:[A-Z][\w-]+ ){0,3}Grand Prix|World Series|Super Bowl"
    r"|(?:[A-Z][\w’'-]+ (?:of )?){1,4}(?:Half[ -])?(?:Marathon|Triathlon)"
    r"|(?:[A-Z][\w-]+ ){1,4}(?:Air|Motor|Boat|Flower|Horse|Trade|Auto|Dog|Art|Car|Book|Farm) (?:Show|Fair))$"
)
# "won an Oscar", "her first Emmy"
_STATUE: Final = frozenset("Oscar Emmy Tony Grammy Bafta BAFTA Pulitzer Obie Olivier Golden Globe Booker Nobel".split())
_AN: Final = re.compile(r"\b(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|an Academy|first|second|third|two|three|four|five) $")
# nobody is called so: "Desmond Hall Prize", "the Andrew Hall Show"
_WORK: Final = re.compile(
    r" (?:Prize|Award|Medal|Memorial Trophy|Podcast)$| Prize for |^(?:[A-Z]\w+ ){2,3}Show$"
    r"|(?:Military|Victoria|George|Iron|Service|Flying|Navy) Cross$|^Purple Heart$|^Medal of "
    r"|Legion of (?:Honou?r|Merit)$"
    r"|^Order of (?:the British Empire|Canada|Australia|Merit|Lenin|Friendship|the Rising Sun)$"
)
_UPHEAVAL: Final = re.compile(r"(?i:revolution|uprising|revolt|coup|famine|riots|rebellion) of (?:1[5-9]|20)\d\d$")
# "East Java"
_QUARTER: Final = re.compile(
    r"(?:North|South|East|West|Central|Northern|Southern|Eastern|Western|Upper|Lower) [A-Z][a-z]+$"
)
# "in waters off Mullaittivu", "on the outskirts of Maiduguri"
_OFF: Final = re.compile(
    r"\b(?:waters|coast(?:line)?|miles|km|kilomet(?:er|re)s) (?:(?:north|south|east|west)[a-z]* )?(?:off|of|from) $"
    r"|\b(?:outskirts|suburbs?|vicinity|streets|town|village|outside|north|south|east|west"
    r"|(?:north|south)-?(?:east|west)) of $"
)
_SEAT: Final = re.compile(r"\b(?:MPs?|M\.P\.|MSP|MEP|candidate|councill?or) (?:for|in) $")
_WAY: Final = re.compile(
    r"[ -](?:Lane|Heath|Moor|Fen|Marsh|Crescent|Terrace|Hill|Bay|Cove|Way|Drive|Row|Common|Wharf|Road|Street|Avenue)$"
)
_PLACING: Final = re.compile(
    r"\b(?:[Oo]n|in|at|of|near|from|to|along|off|outside|towards?|between|around|and|through) $"
)
# "the Save Fen Lane group": the kind of body behind its name
_KIND: Final = re.compile(
    r" (?:campaign group|pressure group|protest group|advocacy group|group|movement|charity|newspaper|magazine|website"
    r"|news agency|militia|rebels|trade union|union|party|think[ -]tank|supermarket chain|chain|brand|foundation)\b"
)
# "Hull East MP Jane Miller", "its Hull factory"
_MEMBER: Final = re.compile(r"(?: (?:East|West|North|South|Central))? (?:MP|MSP|MEP)\b")
_NO_SEAT: Final = frozenset("Local Independent Backbench Former Veteran Sitting Opposition".split())
_ITS: Final = re.compile(r"\b(?:its|their|the company['’]s|the firm['’]s) $")
_AT: Final = re.compile(r"\b(?:[Aa]t|[Ii]n|[Ff]rom|[Tt]o|near) (?:the|a|its|their) $")
_PLANT: Final = re.compile(r" (?:factory|plant|site|depot|warehouse|headquarters|campus|mill|brewery|refinery|mine)\b")
_PARTIES: Final = frozenset("Labour Conservative Tory Liberal Green Greens SNP Plaid Reform Democrat Sinn".split())
_THE: Final = re.compile(r"\b[Tt]he (?:[a-z]+(?:-[a-z]+)? )?$")
# "the nationalist Ataka won 7 percent": a person has no article
_SIDED: Final = re.compile(r"\b[Tt]he [a-z-]+(?:ist|al|ive|ing|ian|ish|ic)s? $")
_POLLED: Final = re.compile(r" (?:won|took|got|had|lost|gained|received) (?:\w+ )?\d[\d.]* ?(?:%|per ?cent|seats|MPs)")
_LADEN: Final = re.compile(r"[\w'’]+")


def press(text: str, span: Span) -> Iterator[tuple[EntityType, float]]:
    """Yield types that such turns speak for, with a weight each."""
    name = span.of(text)
    before, after = text[max(0, span.start - 50) : span.start].rpartition("\n")[2], text[span.end : span.end + 40]
    if _STORM.match(name) or _CONTEST.match(name) or _UPHEAVAL.search(name):
        yield EntityType.EVENT, 4.0
    elif _WORK.search(name) or (name in _STATUE and _AN.search(before)):
        yield EntityType.WORK, 4.0
    if name in demonyms() or not _LADEN.match(name):
        return
    yield from _place(name, before, after)
    if " " not in name and _KIN.search(before) and _AFTER_KIN.match(after) and name not in places():
        yield EntityType.PERSON, 2.5
    if " " not in name and _SIDED.search(before) and _POLLED.match(after):
        yield EntityType.ORGANIZATION, 2.5
    if _THE.search(before) and _KIND.match(after) and name not in places():
        yield EntityType.ORGANIZATION, 2.5


def _member(name: str) -> bool:
    """Tell who sits from where: "Ann Hale MP", "Local MP Ann Hale", not "Milton Keynes MP Ann Hale"."""
    first, _, rest = name.partition(" ")
    return first in _NO_SEAT or (bool(rest) and first in first_names() and name not in places())


def _place(name: str, before: str, after: str) -> Iterator[tuple[EntityType, float]]:
    lives = _LIVES.search(before) and _SOMEBODY.match(after)
    stands = _WAY.search(name) and _PLACING.search(before) and name.split(maxsplit=1)[0] not in first_names()
    sits = _MEMBER.match(after) and name not in parties("en") and name not in _PARTIES and not _member(name)
    works = (_ITS.search(before) or (name in places() and _AT.search(before))) and _PLANT.match(after)
    quarter = _QUARTER.match(name) and name.partition(" ")[2] in places()
    if quarter or _OFF.search(before) or lives or stands or sits or works or _SEAT.search(before):
        yield EntityType.PLACE, 3.0
