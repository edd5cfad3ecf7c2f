"""Cuts a text into paragraphs, the unit that is parsed at once."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from kg.annotate.datelines import dateline_end
from kg.model import Span

LONGEST = 4000  # characters; a longer paragraph is cut after a sentence, so that memory stays bounded
_LINE = re.compile(r"[^\n]+")
_STOP = re.compile(r"[.!?…][\"»”)]*\s+(?=[A-ZÀ-Ý«\"“])")
# « … a dit le maire.Selon lui »: pages that lose the line breaks glue a paragraph to the one before.
_GLUED: Final = re.compile(
    r"(?:[^\W\d_]{3}|[A-ZÀ-Ý]{2}|[A-Z\d]\d|[A-ZÀ-Ý][a-zà-ÿ]{2,}[ \u00a0]\d|[)%»”\"]|-(?:il|on|ci|là))"
    r"(?<!www)(?<!Capt)(?<!Prof)(?:[.…]{1,3}|\s?[!?]{1,3})[»”)]?(?P<mark>\"?)"
    r"(?=(?:[«“]\s?|\")?[A-ZÀ-Ý][\w'’ ])"
)
# « Une ville sous tensionLe maire »: the heading before it has no stop, and no word goes on with such a one.
_HEADED: Final = re.compile(
    r"(?<=[a-zà-ÿ]{3}|[A-ZÀ-Ý]{3}|\w\w[»\"])(?=(?:L[ea]s?|Une?|Des|Dans|Selon|Depuis|Après|Lors|Mais|Cette|Elles?|Ils?|Pour|Alors"
    r"|Si|Sur|Au|En|Ce|Ces|Son|Sa|Ses|Leurs?|Deux|Trois|Quatre|Cinq|Plusieurs|Quelques|Certaine?s|Aucune?|Toute?s?|Tous"
    r"|Malgré|Parmi|Outre|Face|Avec|Par|Avant|Près|Ainsi|Enfin|Puis|Ensuite|Quant|Pourtant|Comme|Car|Plus|Interrogée?"
    r"|Dont|Et|On|Nous|Vous|Voici|Entre|Contre|Sous|Sans|Comment|Pourquoi|Quand|Quel(?:le)?s?"
    r"|Lundi|Mardi|Mercredi|Jeudi|Vendredi|Samedi|Dimanche) (?:[aày] |[a-zà-ÿ\d]{2})|(?:[LDC]|Aujourd)['’][a-zà-ÿ]{2})"
)
# « La peur du lendemain"Tout brûlait", dit-il »: a heading, which may be quoted itself, and the quotation below it
_QUOTED: Final = re.compile(r"(?<=\w{3}|\w[\w.!?…]\")(?=\"[A-ZÀ-Ý][\w'’ ])")
# « Un fonds créé par LubrizolLubrizol a consenti … »: the heading ends with the name that the text begins with
_TWICE: Final = re.compile(r"\b(?=[A-ZÀ-Ý])(\w{4,}?)(?=\1\b)")
# « … de Nice.- "Grandir autrement" -Le film … »: the headings that agencies set between dashes
_DASHED: Final = re.compile(
    r"(?<=[\w%)»\"”][.!?…])[»\"”]?(?P<head>- ?(?:\"[^\"\n]{3,60}\"|[^\"\n–—]{3,60}?) ?-)(?=[«\"“A-ZÀ-Ý])"
)
_STRAIGHT: Final = '"'


def find_paragraphs(text: str) -> tuple[Span, ...]:
    """Return the lines of the text that hold more than white space; a dateline apart, very long ones in pieces."""
    spans: list[Span] = []
    for match in _LINE.finditer(text):
        if match.group().strip():
            start = match.start() + dateline_end(match.group())
            if start > match.start():
                spans.append(Span(match.start(), start))
            for apart in _unglued(text, start, match.end()):
                spans.extend(_pieces(text, apart.start, apart.end))
    return tuple(spans)


def _unglued(text: str, start: int, end: int) -> Iterator[Span]:
    """Yield the paragraphs that stand on one line without a space between them; a quotation stays whole."""
    cuts = [start, *sorted(set(_glued(text, start, end))), end]
    yield from (Span(before, after) for before, after in pairwise(cuts))


def _glued(text: str, start: int, end: int) -> Iterator[int]:
    """Yield where a paragraph begins that is glued to the one before."""
    marks = [start + at for at, char in enumerate(text[start:end]) if char == _STRAIGHT]
    for match in _GLUED.finditer(text, start, end):
        opened = bisect_left(marks, match.start("mark")) % 2 == 1
        if opened == bool(match["mark"]):
            yield match.end()
        elif match["mark"]:
            yield match.start("mark")  # « … a dit le maire."Nous … »: the mark opens the next one
    for match in (*_HEADED.finditer(text, start, end), *_QUOTED.finditer(text, start, end)):
        if bisect_left(marks, match.start()) % 2 == 0:
            yield match.start()
    for match in _DASHED.finditer(text, start, end):
        yield from match.span("head")
    yield from (match.end() for match in _TWICE.finditer(text, start, end))


def _pieces(text: str, start: int, end: int) -> list[Span]:
    pieces = []
    while end - start > LONGEST:
        stops = [match.end() for match in _STOP.finditer(text, start, start + LONGEST)]
        blank = text.rfind(" ", start + 1, start + LONGEST)
        cut = stops[-1] if stops else blank + 1 if blank > 0 else start + LONGEST
        pieces.append(Span(start, cut))
        start = cut
    return [*pieces, Span(start, end)]
