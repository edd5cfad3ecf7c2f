"""Cuts a word before a person's name that only its place gives a capital, or that tells the person's country.

"Watching Jane Miller's rise, …" · "Imagine Jane Miller as mayor" · "Will Miller's plan pass?"
"beat Bulgarian Magda Maleva 6-4 6-3"
"""

import re
from typing import Final

from kg.annotate.names.capital_words import begins_sentence
from kg.lexicon.known import known_by_form
from kg.lexicon.tables import demonyms, family_names, first_names, holds, person_nouns, places
from kg.lexicon.whole_words import whole_words
from kg.model import Span

_DOING: Final = re.compile(r"(?:[A-Z][a-z]{2,}ing|Given|Just|Only|Even|Still|Unlike|Whether|Perhaps|Maybe|Once) ")
_CALLING: Final = re.compile(  # what titles begin with as well: "Imagine", "Stop"
    r"(?:Whatever|Whoever|Whenever|Wherever|Whichever|Whose|Imagine|Suppose|Consider|Remember|Forget|Ask|Tell|Let|Stop"
    r"|Thank|Blame|Enter|Meet|Elect) "
)
_ASKING: Final = re.compile(r"(?:Will|Is|Are|Was|Were|Has|Have|Had|Does|Do|Did|Can|Could|Should|Would|Might|Must) ")
_QUOTED: Final = re.compile(r"(?:“|(?<=[ \n(])[\"«‘])$")
_NOUN: Final = re.compile(r"([A-Z][a-z]{3,}) ")
_ASKED: Final = re.compile(r"[^.!\n]{0,200}\?")
_TITLE: Final = re.compile(
    r"(?:(?:[Vv]ice[ -])?(?:[Pp]resident|[Gg]overnor|[Mm]ayor|[Ss]enator)-(?:[Ee]lect|[Dd]esignate)"
    r"|(?:[Ff]irst|[Ss]econd) [Ll]ady|National Security Advis[eo]r) (?=[A-Z])"
)
_CHAIRED: Final = re.compile(r"(?<=\b[A-Z]{3}) (?:Chair|Chairman|Chairwoman|Director|Commissioner)$")  # "for DNC Chair"
_COUNTRYMAN: Final = re.compile(
    r"(?:Spaniard|Briton|Frenchm[ae]n|Frenchwoman|Dutchm[ae]n|Dutchwoman|Englishm[ae]n|Englishwoman|Irishm[ae]n|Welshm[ae]n"
    r"|Scotsm[ae]n|Swede|Finn|Pole|Serb|Croat|Slovene|Kazakh|Uzbek|Argentine|Filipino) (?=[A-Z][\w'’-]+ [A-Z])"
)
_ROLE: Final = re.compile(r"(?<=[a-z]) ([a-z-]{4,})$")  # "Wasps hooker", of which a model makes one name
_PLAYERS: Final = frozenset("hooker prop lock wing fly-half scrum-half flanker winger".split())
_LAND: Final = re.compile(r"(?P<land>[A-ZÀ-Þ][\w'’-]+) (?=(?P<called>[A-ZÀ-Þ][\w-]+) [A-ZÀ-Þ])")
_AREA: Final = re.compile(r"\b(?:région|département|métropole|ville|province|canton|commune|district) $")
_SCORED: Final = re.compile(r",? \(?\d{1,3}[-–]\d{1,3}\b")
_TWO: Final = re.compile(r"([A-Z]\w+) [A-Z][\w'’-]+ [A-Z][\w'’-]+")
# « la société d'IA Veritone », « un outil d'IA Orbis »
_FIELD: Final = re.compile(r"(?:IA|AI|TI|RH|IT)[ \u00a0](?=[A-ZÀ-Þ][\w-]+)")
_IN_FIELD: Final = re.compile(r"[a-zà-ÿ-]{4,}(?:[ \u00a0][a-zà-ÿ-]{5,})?[ \u00a0](?:d['’]|de[ \u00a0])$")
_KINDS: Final = ("organization_words", "event_words", "place_words", "work_words")


def behind_opening(text: str, span: Span) -> Span:
    """Return the name behind such a word, or the span as it is, without a noun for people or a post at its end."""
    span = _before_post(text, span)
    titled = _TITLE.match(text, span.start, span.end) or _COUNTRYMAN.match(text, span.start, span.end)
    if titled:
        return Span(titled.end(), span.end)
    opened = _opening(text, span) or _governed(text, span) or _field(text, span)
    if opened:
        return Span(opened.end(), span.end)
    played = _TWO.fullmatch(span.of(text)) if _SCORED.match(text, span.end) else None
    country = played is not None and played[1] in demonyms() and not holds(span.of(text).split(), *_KINDS)
    return Span(span.start + len(played[1]) + 1, span.end) if played and country else span


def _field(text: str, span: Span) -> re.Match[str] | None:
    """Return the field of work that stands before a firm: « la société d'[IA] Veritone »."""
    found = _FIELD.match(text, span.start, span.end)
    trade = _IN_FIELD.search(text, max(0, span.start - 40), span.start) if found is not None else None
    return found if trade is not None and found is not None and found.end() < span.end else None


def _governed(text: str, span: Span) -> re.Match[str] | None:
    """Return the land of « la présidente de la région Île-de-France Valérie Pécresse », which she governs."""
    found = _LAND.match(text, span.start, span.end)
    if found is None or found["called"] not in first_names():
        return None
    if found["land"] not in places() and found["land"] not in known_by_form():
        return None
    return found if _AREA.search(text, max(0, span.start - 16), span.start) else None


def _before_post(text: str, span: Span) -> Span:
    name = span.of(text)
    ends = _ROLE.search(name) or _CHAIRED.search(name)
    post = ends is not None and (ends.re is _CHAIRED or ends[1] in _PLAYERS)
    return Span(span.start, span.end - len(ends.group())) if ends is not None and post else span


def _opening(text: str, span: Span) -> re.Match[str] | None:
    """Return the participle or the verb of a question that opens a sentence before a name that the text knows."""
    found = _DOING.match(text, span.start, span.end) or _ASKING.match(text, span.start, span.end)
    found = found or _CALLING.match(text, span.start, span.end) or _described(text, span)
    if found is None or not (begins_sentence(text, span.start, 0) or _QUOTED.search(text, 0, span.start)):
        return None
    if found.re is not _CALLING and _is_name(found.group().strip()):
        return None
    if found.re is _ASKING and not _ASKED.match(text, span.end):
        return None
    rest = text[found.end() : span.end].removesuffix("'s").removesuffix("’s")
    first, _, last = rest.partition(" ")
    called = bool(last) and first in first_names()
    return found if called or any(not text[:at].endswith(found.group()) for at in whole_words(text, rest)) else None


def _described(text: str, span: Span) -> re.Match[str] | None:
    """Return the noun of "Rapper Zed-O", which opens a sentence."""
    found = _NOUN.match(text, span.start, span.end)
    return found if found and found[1].lower() in person_nouns() else None


def _is_name(word: str) -> bool:
    listed = word in known_by_form() or word in places() or word in family_names()
    return listed or (word in first_names() and word != "Will")
