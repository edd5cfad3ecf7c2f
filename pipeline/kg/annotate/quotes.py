"""Finds quotations: guillemets, curly and straight quotation marks, one paragraph at a time."""

import re
from collections.abc import Iterator

from kg.model import Span
from kg.model.annotation import Quote

PAIRS = {"«": "»", "“": "”", "„": "“"}
STRAIGHT = '"'
# « Tout va bien », dit-il: even two words are speech when a verb with its pronoun behind it follows.
_ASKED = re.compile(r"\s?,?\s(?:s['’])?\w+(?:-t)?-(?:il|elle|ils|elles|on)\b")
SPEECH_WORDS = 4  # design.md: a quotation of four words or more is masked before the parse


def find_quotes(text: str, paragraphs: tuple[Span, ...]) -> tuple[Quote, ...]:
    """Return the outermost quotations of the text in order; a mark that nothing closes is left alone."""
    found: list[Quote] = []
    for paragraph in paragraphs:
        found.extend(_paragraph_quotes(text, paragraph))
    return tuple(found)


def _paragraph_quotes(text: str, paragraph: Span) -> Iterator[Quote]:
    at = paragraph.start
    while at < paragraph.end:
        mark = text[at]
        if mark in PAIRS:
            close = _closing(text, at, paragraph.end, mark)
        elif mark == STRAIGHT and _opens(text, at, paragraph.start):
            close = _straight_closing(text, at, paragraph.end)
        else:
            at += 1
            continue
        if close < 0:
            at += 1
            continue
        yield _quote(text, at, close)
        at = close + 1


def _closing(text: str, start: int, end: int, mark: str) -> int:
    """Return where the mark is closed, counting nested ones; the paragraph's end closes a long quotation."""
    closing, depth = PAIRS[mark], 0
    for at in range(start, end):
        if text[at] == mark:
            depth += 1
        elif text[at] == closing:
            depth -= 1
            if depth == 0:
                return at
    # A quotation that runs over several paragraphs opens each anew and closes only the last.
    return end if depth and len(text[start:end].split()) > 2 * SPEECH_WORDS else -1


def _opens(text: str, at: int, start: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1 : at + 2]
    return (before.isspace() or before in "(['’-–—") and bool(after) and not after.isspace()


def _straight_closing(text: str, start: int, end: int) -> int:
    at = text.find(STRAIGHT, start + 1, end)
    while at >= 0:
        after = text[at + 1 : at + 2]
        if not text[at - 1].isspace() or not after or after.isspace() or after in ".,;:!?)":
            return at
        at = text.find(STRAIGHT, at + 1, end)
    return -1


def _quote(text: str, start: int, close: int) -> Quote:
    inner_start, inner_end = start + 1, close
    while inner_start < inner_end and text[inner_start].isspace():
        inner_start += 1
    while inner_end > inner_start and text[inner_end - 1].isspace():
        inner_end -= 1
    inner = Span(inner_start, inner_end)
    span = Span(start, min(close + 1, len(text)))
    words = inner.of(text)
    return Quote(span, inner, _is_speech(words) or (" " in words and _ASKED.match(text, span.end) is not None))


def _is_speech(words: str) -> bool:
    """Tell speech from a scare quote or a quoted title: enough words, and not all of them capitalised."""
    parts = re.findall(r"\w[\w'’-]*", words)
    long_words = [part for part in parts if len(part) > 3]
    titled = bool(long_words) and all(part[0].isupper() for part in long_words)
    return len(parts) >= SPEECH_WORDS and not titled
