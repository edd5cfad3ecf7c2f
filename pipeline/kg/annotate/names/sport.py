"""Tells clubs and teams that go by the name of their town: « Sochaux s'incline face à Guingamp (2-1) »."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kg.lexicon.known import known_by_form
from kg.lexicon.tables import PLACE_WEIGHT, first_names, listed, places
from kg.model import EntityType, Span

_SPORT: Final = re.compile(
    r"\b(?:buts?|buteur|match|matchs|mi-temps|championnat|ligue|finale|demi-finale|score|classement"
    r"|lanterne rouge|relégable|entraîneur|prolongations?"
    r"|penalty|milieu de terrain|attaquant|défenseur|mercato|journée de|handball|rugby|football|basket|volley"
    r"|Ligue [12]|Pro D2|Top 14|Premier League|Bundesliga|Serie A|s['’]inclin\w+|doublé|equali[sz]ed"
    r"|goals?|striker|half-time|league|kick-off|midfielder|defender|goalkeeper|coach|equali[sz]er|touchdowns?"
    r"|linebackers?|receivers?"
    r"|games?|teams?|players?|équipes?|joueurs?|joueuses?|playoffs?"
    r"|quarterback|innings|soccer|cup|season|derby|fixture|stoppage time|hat-trick)\b",
    re.IGNORECASE,
)
_AGAINST: Final = re.compile(
    r"(?:\b(?:chez|battre|battant|devançant"
    r"|contre|face à|affront\w+|(?:a|ont|avait) (?:battu|dominé|éliminé|écrasé|surclassé|corrigé|surpris)"
    r"|élimin\w+ par|vainqueurs? de|dauphin de"
    r"|permet(?:tent)? à|devan(?:ce|çait|cent)|distanc(?:er|e)(?: d[eu] [\w ]{1,20}points?)?|talonn\w+|accroch\w+"
    r"|dépass\w+|domin\w+|surpren\w+|sa revanche sur|en visite à|le derby contre|l['’]équipe d[eu]|les joueurs d[eu]"
    r"|(?:la pelouse|le terrain|le parquet|la glace|l['’]antre) d[eu]|(?:a|ont|avai(?:t|ent)) reçu"
    r"|victoire (?:à domicile |à l['’]extérieur )?(?:contre|sur|face à)"
    r"|défaite (?:à domicile |à l['’]extérieur )?(?:contre|face à)|défait par|battus? par|tombeurs? de"
    r"|against|beat|beats|beating|defeated|defeating|thrashed|edged|hosts?|hosted|lost to|loss to|defeat (?:to|by|at)"
    r"|(?:win|victory|triumph|lead) over|drew with|draw with|knocked out|eliminated|visit"
    r"|points? (?:clear of|ahead of|behind|above|adrift of|off)|(?:join|joined|joining|arriving) from"
    r"|on loan (?:from|at)|gap on|rivals|(?:plays?|played|playing|signed|signing|sign|goals?|appearances?|debut) for)"
    r"|\d[-–]\d)[ \u00a0](?:the |la |le |l['’])?$"
)
# "League One leaders Linfold": a plural before one name is a team
_EPITHET: Final = re.compile(
    r"\b(?:leaders|strugglers|champions|newcomers|hosts|visitors|minnows|table-toppers|giants|outfit) $"
)
_PLAYS: Final = re.compile(
    r"[ \u00a0](?:(?:subit|poursuit|conforte|cède|conserve|compte|obtient|accroche|a remporté)[ \u00a0][\w'’]+[ \u00a0]"
    r"(?:[a-zà-ÿ]+[ \u00a0]){0,2}?(?:défaites?|série|place|points?|nul|victoires?|succès)\b"
    r"|(?:reste|demeure|est)[ \u00a0](?:le[ \u00a0])?leader\b|,[ \u00a0](?:vainqueur|dauphin|lanterne rouge|leader)\b"
    r"|s['’]est [a-z]+ment imposée?|se (?:rassure|relance|replace|hisse|déplace|balade|reprend|maintient|console)"
    r"|s['’](?:offre|adjuge|effondre|accroche|enlise|installe en tête|empare de la)|décroche |arrache |concède|sombre"
    r"|(?:prend|reprend) (?:la tête|l['’]avantage|sa revanche|le large|les devants)|(?:remonte|grimpe|pointe) (?:à|au)"
    r"|(?:ramène|engrange|empoche) (?:un|deux|trois|les) |(?:aligne|enchaîne) (?:une?|deux|trois|quatre|les) "
    r"|creuse l['’]écart|revient au score|fait (?:le break|match nul)|renoue avec|encaisse|inscrit "
    r"|s['’]impose|s['’]est imposée?|s['’]incline|s['’]est inclinée?|l['’]emporte|l['’]a emporté|bat "
    r"|a battu|domine|a dominé|mène|menait|reçoit|recevra|recevait|accueillait"
    r"|se qualifie|s['’]est qualifiée?|ouvre le score|égalise"
    r"|a égalisé|affronte|beat|won \d|lost \d|drew|scored|(?:led|lead) \d|equali[sz]ed|took the lead|thrashed|edged"
    r"|defeated|host(?:s|ed)? |qualified|advanced|\(?\d{1,3}[-–]\d{1,3}|[-–] [A-ZÀ-Þ][\w -]+ (?:\(|:)?\d{1,2}[-–]\d)"
)
# "Liverpool striker Zoe Park", "Leicester's Harry Dunne was booked"
_OF_TEAM: Final = re.compile(
    r" (?:striker|goalkeeper|keeper|defender|midfielder|winger|forward|full-?back|centre-?back|playmaker|quarterback"
    r"|linebacker|tight end|receiver|cornerback|pitcher|shortstop|catcher|point guard|scrum-half|fly-half|prop|hooker"
    r"|captain|manager|boss|coach|head coach)\b"
)
_PLURAL: Final = re.compile(r" (?:have|are|were|host|face|play|sack|sign|beat|lose|win|begin|start|travel|finish)\b")
_BOTH: Final = re.compile(r" and [A-Z]\w+(?: [A-Z]\w+)? (?:have|are|were|face|meet|play)\b")
_CLAUSE: Final = re.compile(r"(?:^|[.!?:;”\"\n]|\b(?:that|but|when|after|because|as|while|if|before|since|and),?) ?$")
_NICKNAMES: Final = frozenset(
    """Ladies Chiefs Pirates Tigers Lions Bulls Eagles Bears Wolves Hawks Falcons Giants Kings Knights
    Warriors Devils Dragons Sharks Saints Angels Rockets Stars Bulldogs Broncos Titans Panthers Raiders Royals Reds
    Blues Browns""".split()
)
# "Perth Glory", "Utah Jazz"
_ONE: Final = frozenset(
    """Phoenix Glory Fire Galaxy Heat Jazz Magic Thunder Lightning Storm Fury Fever Avalanche Revolution Crew Dynamo
    Wild Sky Victory Force Roar Liberty Dream Wizard Impact Union Fusion Pride Flames""".split()
)
_CLUB_END: Final = frozenset("City Town County United Wanderers Rovers Athletic Albion Palace Harriers Rangers".split())


@lru_cache(8)
def sporting(text: str) -> bool:
    """Tell a text that reports sport: it has three of its words."""
    found = set()
    for match in _SPORT.finditer(text):
        found.add(match.group().lower().removesuffix("s"))
        if len(found) > 2:  # two may be chance: "season", "cup"
            return True
    return False


def teams(text: str, span: Span, *, place: bool) -> Iterator[tuple[EntityType, float]]:
    """Yield organisation for what plays: `place`, a town against another, "Linfold City", "Denver Mustangs"."""
    name = span.of(text)
    words = name.split()
    if not sporting(text):
        return
    if _nicknamed(words) or _many(text, span, words) or (len(words) > 1 and words[-1] in _CLUB_END):
        yield EntityType.ORGANIZATION, 2.5
    before, after = text[max(0, span.start - 30) : span.start], text[span.end : span.end + 40]
    club = len(words) == 1 and f"{name} FC" in known_by_form()  # "Chelsea", which is a first name too
    if _EPITHET.search(before) and (club or not after.startswith((" and ", ", "))):
        yield EntityType.ORGANIZATION, 3.0
    if not (
        _AGAINST.search(before)
        or _PLAYS.match(after)
        or _as_many(text, span)
        or (_OF_TEAM.match(after) and places().get(name, 0.0) < PLACE_WEIGHT["country"])
    ):
        return
    if (place or club) and not _somebodys(text, name):
        yield EntityType.ORGANIZATION, 3.5
    elif len(words) > 1 and words[-1].endswith("s") and (words[-1] in _NICKNAMES or before.endswith(" the ")):
        yield EntityType.ORGANIZATION, 2.5


@lru_cache(64)
def _somebodys(text: str, name: str) -> bool:
    """Tell whether the text gives the word a first name: "Naomi Osaka"."""
    firsts = re.findall(rf"\b([A-Z][a-z]+) {re.escape(name)}\b", text)
    return any(first in first_names() for first in firsts)


def _many(text: str, span: Span, words: list[str]) -> bool:
    """Tell "Limerick Kestrels have", "the Kestrels": a team is spoken of as many."""
    if len(words) < 2 or not re.fullmatch(r"[A-Z][a-z]+s", words[-1]):
        return False
    plural = _PLURAL.match(text, span.end) is not None and not text[: span.start].endswith(" and ")
    return plural or re.search(rf"\b[Tt]he {words[-1]}\b(?! [A-Z])", text) is not None


def _as_many(text: str, span: Span) -> bool:
    """Tell "Linfold have signed a winger", "but Linfold and Ashby were beaten": a town is not spoken of as many."""
    if _PLURAL.match(text, span.end) is None and _BOTH.match(text, span.end) is None:
        return False
    return _CLAUSE.search(text, max(0, span.start - 12), span.start) is not None


def _nicknamed(words: list[str]) -> bool:
    """Tell "Denver Mustangs": a place and a plural that is no kind of place."""
    if len(words) < 2 or not (re.fullmatch(r"[A-Z][a-z]+s", words[-1]) or words[-1] in _ONE):
        return False
    town, last = " ".join(words[:-1]), words[-1].lower()
    lists = listed("place_words", "event_words", "calendar")
    common = last in lists or last in ("times", "games", "states")
    return town in places() and words[0] not in first_names() and not common and words[-1] not in places()
