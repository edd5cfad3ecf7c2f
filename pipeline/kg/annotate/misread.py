"""Finds words that the parser takes for others, and what it reads in their place: « jeune pousse », dashes."""

import re
from collections.abc import Iterator
from typing import Final

from kg.model import Span

_FIRM: Final = re.compile(
    r"(?<![\w-])(?:(?<=\b[Jj]eune )pousse|(?<=\b[Jj]eunes )pousses|start-ups?|startups?)(?![\w-])"
)
_MANY: Final = re.compile(
    r"\b(?:plusieurs|[dlsc]es|leurs|aux|deux|trois|quatre|cinq|\d{1,3}) (?:[a-zé]+s )?$", re.IGNORECASE
)
# « le chauffeur du car »: no conjunction, a coach
_COACH: Final = re.compile(
    r"\b(?:[DdAa]u|[Ll]e|[Uu]n|[Cc]e|[Ee]n) (?P<car>car)(?=[,.;]| (?!l[ae]s?\b|il|elle|on\b|ce\b)[a-zà-ÿ]{2})"
)
_IN_A_ROW: Final = re.compile(r"\bcoup sur coup\b")  # « s'est offert coup sur coup A et B »: no blow is bought

# « Novatel – déjà condamné en 2015 – a racheté Orbis »: the parser reads on across commas, and starts anew at dashes
_ASIDE: Final = re.compile(
    r"(?<=[\w»)])(?P<opens>[ \u00a0][–—-])[ \u00a0](?=[a-zà-ÿ«])[^.!?\n:;–—]{2,120}?"
    r"(?P<ends>[ \u00a0][–—-])[ \u00a0](?=[a-zà-ÿ])"
)
# "Novatel - already fined in 2003 - has bought Orbis" · "called for observers - saying otherwise there could be fraud"
_ENGLISH_ASIDE: Final = re.compile(
    r"(?<=[a-zA-Z)’'%])(?P<opens> [–—-]) (?=[A-Za-z])[^.!?\n:;–—]{2,140}?(?<=[\w)’'%])(?P<ends> [–—-]) "
    r"(?=[a-z])(?!and |or |but )"
)
_GOING_ON: Final = re.compile(
    r"(?<=[a-z)’'%])(?P<opens> [–—-]) (?=(?:saying|adding|claiming|which|who|whose|including|but|although|though)\b)"
)


def misread(text: str, within: Span) -> Iterator[tuple[Span, str]]:
    """Yield the words in a stretch of text, each with one of the same number and gender that the parser knows."""
    for found in _FIRM.finditer(text, within.start, within.end):
        many = found.group().endswith("s") or _MANY.search(text, max(within.start, found.start() - 24), found.start())
        yield Span(*found.span()), "sociétés" if many else "société"
    for found in _IN_A_ROW.finditer(text, within.start, within.end):
        yield Span(*found.span()), "vite"
    for found in _COACH.finditer(text, within.start, within.end):
        yield Span(*found.span("car")), "bus"
    for found in _ASIDE.finditer(text, within.start, within.end):
        yield Span(*found.span("opens")), ","
        yield Span(*found.span("ends")), ","


def asides(text: str, within: Span) -> Iterator[tuple[Span, str]]:
    """Yield the dashes of English asides, which the parser reads on across where they are commas."""
    done = within.start
    for found in _ENGLISH_ASIDE.finditer(text, within.start, within.end):
        done = found.end()
        yield Span(*found.span("opens")), ","
        yield Span(*found.span("ends")), ","
    for found in _GOING_ON.finditer(text, done, within.end):
        yield Span(*found.span("opens")), ","
