"""Cuts from a candidate what is no part of a name: articles, titles, weekdays, closing punctuation."""

import re
from typing import Final

from kg.lexicon.tables import fold, known_by_form, lexicon, places
from kg.model import Span

_TOKEN = re.compile(r"[^\s\u00a0\u202f]+")
_EDGE: Final = " \u00a0\u202f\n\t,;:!?()[]«»\"“”'’*…–—-/"
_ELISION = re.compile(r"(?:[ldLDjJsSnNmMtTcC]|[Qq]u|[Ll]orsqu|[Pp]uisqu)['’](?=\w)")
_POSSESSIVE = re.compile(r"['’]s$")


def trim(text: str, span: Span) -> Span | None:
    """Return the part of the span that is a name, or None when nothing is left."""
    span = _bare(text, span)
    while span.start < span.end and not _kept_whole(span.of(text)):
        shorter = _bare(text, _without_first(text, span))
        if shorter == span:
            shorter = _bare(text, _without_last(text, span))
        if shorter == span:
            break
        span = shorter
    if span.start >= span.end or not any(char.isalnum() for char in span.of(text)):
        return None
    return span


def _kept_whole(name: str) -> bool:
    return name in known_by_form() or name in places()


def _bare(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    piece = text[start:end]
    if piece.endswith(".") and not re.search(r"(?:\b[A-ZÀ-Þ]|Inc|Corp|Ltd|Jr|Sr|Co|St|S\.A)\.$", piece):
        end -= 1
    elif re.fullmatch(r"[A-ZÀ-Þ]\.", piece):
        end -= 1
    possessive = _POSSESSIVE.search(text[start:end])
    return Span(start, end - len(possessive.group()) if possessive else end)


def _without_first(text: str, span: Span) -> Span:
    """Drop a first word that is an elided article, a function word, a title or in lower case."""
    elision = _ELISION.match(text, span.start, span.end)
    if elision:
        return Span(elision.end(), span.end)
    words = list(_TOKEN.finditer(text, span.start, span.end))
    if not words:
        return span
    first = words[0].group().lower().replace("’", "'")
    lists = lexicon()
    alone = len(words) == 1
    drop = (
        first in lists["function_words"]
        or fold(first) in lists["calendar"]
        or (first.rstrip(".") + "." in lists["person_titles"] or first in lists["person_titles"]) and not alone
        or (words[0].group()[0].islower() and words[0].group() not in ("al-", "de") and not first.startswith("al-"))
        or (first[0].isdigit() and not alone)
    )
    if not drop:
        return span
    return Span(words[1].start() if len(words) > 1 else span.end, span.end)


def _without_last(text: str, span: Span) -> Span:
    """Drop a last word that is a day, a month or a joining word."""
    words = list(_TOKEN.finditer(text, span.start, span.end))
    if len(words) < 2:
        return span
    last = words[-1].group().lower().strip(".,")
    if last in lexicon()["calendar"] or last in lexicon()["function_words"] or last in ("of", "for", "and", "d'", "l'"):
        return Span(span.start, words[-2].end())
    return span
