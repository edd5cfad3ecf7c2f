"""Reads what stands around an unknown name in English: "entered Mekelle", "Ola Aasgaard, a collector from Bodø"."""

import re
from collections.abc import Iterator
from typing import Final

from kg.annotate.names.common import listed_name
from kg.annotate.names.cues import full_name
from kg.lexicon.tables import family_names, first_names, lexicon, person_nouns
from kg.model import EntityType, Span

_WITHIN: Final = re.compile(
    r"(?<!interest )(?<!stake )(?<!faith )(?<!trust )(?<!shares )(?<!confidence )"
    r"\b(?:[Ii]n|[Nn]ear|[Oo]utside|[Oo]ff) $"
)
_POSSESSED: Final = re.compile(r"['’]s?\b|-")
_ROW: Final = r"(?:[A-ZÀ-Þ][\w-]+(?: [A-ZÀ-Þ][\w-]+)?(?:, | and |, and ))*"
# Where armies go and shells fall: nobody enters, shells or lays siege to a person.
_FOUGHT_OVER: Final = re.compile(
    r"\b(?:(?:fire|fires|fired|firing|lobbed|launched) [a-z -]{0,30}?"
    r"(?:rockets?|missiles?|shells|mortars?|rounds|drones) (?:at|on|into|towards?)"
    r"|(?:rockets?|missiles?|shells|mortars?|drones) (?:(?:fell|landed|slammed|crashed|struck) )?(?:in|into|near|on)"
    r"|(?:[Ss]iege|[Ss]helling|[Bb]ombardment|[Rr]ecapture|[Ff]all|[Ll]iberation) of"
    r"|(?:[Jj]ets|[Ww]arplanes|[Aa]ircraft|[Hh]elicopters) (?:had |have )?(?:bombed|struck|hit|attacked|strafed)"
    r"|(?:[Ss]oldiers|[Tt]roops|[Ff]orces|[Rr]ebels|[Ff]ighters|[Mm]ilitants|[Aa]rmy|[Tt]anks) (?:had |have )?"
    r"(?:also )?(?:entered|reached|seized|captured|stormed)"
    r"|(?:recaptured|retook|overran|besieged|shelled|bombarded))"
    rf" (?:the (?:town|city|port|village) of )?{_ROW}$"
)

# "Viti Levu, Fiji's largest island"
_KIND_BEHIND: Final = re.compile(
    r", (?:[A-Z]\w+(?: [A-Z]\w+)?['’]s?|[Tt]he|an?|its) (?:[a-z-]+ ){0,3}"
    r"(?:island|city|town|village|capital|port|mountain|volcano|river|lake|province|district|suburb|peninsula)"
    r"(?= (?:of|in|on|near|that|which|where|with)\b|[,.;)])"
)
# "a man from Noosa Heads", "raids on Lashkar Gah", "made landfall on Viti Levu"
_FROM_THERE: Final = re.compile(
    r"\b(?:(?:man|woman|boy|girl|teenager|couple|family|farmers?|fisherm[ae]n|villagers?|refugees|migrants) from"
    r"|(?:residents?|natives?|inhabitants|people) of|(?:[Ll]andfall|ashore) (?:on|in|near|at)"
    r"|(?:flew|flown|fled|travell?ed|sailed|drove|driven|deported|airlifted|evacuated)(?: back)? to"
    r"|(?:raids?|[Aa]irstrikes?|advance|offensive) on) $"
)
_MADE_BY: Final = re.compile(
    r"\b(?:directed|co-directed|written|co-written|composed|painted|sung|translated|penned|choreographed|illustrated"
    r"|narrated|sculpted|conducted|hosted) by (?:the (?:[A-Za-z-]+ ){1,3})?$"
)
_TRADE: Final = re.compile(r", an? (?:[\w-]+ ){0,2}?(?P<noun>[a-z-]{4,})(?= (?:from|who|with|in|at) |[,.])")


def within(text: str, span: Span) -> bool:
    """Tell "in Kiryat Shmona", where no word is anybody's name: what only a model takes for a person is a place."""
    words = span.of(text).split()
    named = any(word in first_names() or word in family_names() for word in words)
    before, after = text[max(0, span.start - 24) : span.start], text[span.end : span.end + 3]
    return len(words) > 1 and not named and _WITHIN.search(before) is not None and not _POSSESSED.match(after)


def placed(text: str, span: Span) -> Iterator[tuple[EntityType, float]]:
    """Yield place for what armies enter and shell, where no table has the name; person for whoever has a trade."""
    name = span.of(text)
    trade = _TRADE.match(text, span.end)
    if trade is not None and _of_people(trade["noun"]) and full_name(text, span):
        yield EntityType.PERSON, 1.5
    words = {word.lower() for word in name.split()}
    if listed_name(name) or words & lexicon()["organization_words"] or _POSSESSED.match(text, span.end):
        return
    before = text[max(0, span.start - 90) : span.start].rpartition("\n")[2]
    if _MADE_BY.search(before) and (full_name(text, span) or name.split()[0] in first_names()):
        yield EntityType.PERSON, 2.0
    called = name.split()[0] in first_names()
    if _KIND_BEHIND.match(text, span.end) and not called:
        yield EntityType.PLACE, 2.6
    elif _FROM_THERE.search(before) and not called:
        yield EntityType.PLACE, 1.3
    fought = _FOUGHT_OVER.search(before)
    if fought is not None:
        yield EntityType.PLACE, 1.3 if re.search(r"(?:captur|seiz)ed ", fought.group()) else 2.6


def _of_people(noun: str) -> bool:
    """Tell the collector of "Ola Aasgaard, a collector from Bodø" from the maker of "Orbis, a maker of lenses"."""
    return noun in person_nouns() and noun not in lexicon()["before:Organization"] | lexicon()["before:Place"]
