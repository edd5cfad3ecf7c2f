"""Finds English headlines in which every word has a capital: "Senate Backs Jane Miller, Breaking With Unions".

A capital says nothing there: what is a name the article shows, and the parser reads the other words as small ones.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from kg.lexicon.tables import demonyms, lexicon
from kg.lexicon.whole_words import stands
from kg.model import Span

_LEAST: Final = 5  # words of a headline
_LONGEST: Final = 160  # code points
_SMALL: Final = re.compile(r"(?<![\w'’.@#-])[a-z][a-z]{3,}")
_WORD: Final = re.compile(r"(?<![\w'’.&@#-])[A-Z][a-z]+(?:-[A-Z]?[a-z]+)*(?![\w.&]\w|\.\w)")
_JOINING: Final = frozenset(("into", "than", "upon", "amid", "onto", "will", "your", "says", "between", "without"))
_ONLY_SMALL: Final = frozenset(
    "is are was were be to of his her its their with from over after by or and but as".split()
)


def title_cased(text: str, line: Span) -> bool:
    """Tell such a headline: two of its words stand in small letters elsewhere, one where it opens the text."""
    if line.end - line.start > _LONGEST or text[line.end - 1] == ".":
        return False
    joining = lexicon()["function_words"]
    if any(w not in joining and w not in _JOINING for w in _SMALL.findall(text, line.start, line.end)):
        return False
    words = _WORD.findall(text, line.start, line.end)
    needed = 2 if text[: line.start].strip() else 1
    return len(words) >= _LEAST and sum(_small_elsewhere(text, word.lower()) for word in words[1:]) >= needed


def small_words(text: str, line: Span) -> Iterator[tuple[Span, str]]:
    """Yield the words of such a headline that are names of nobody in themselves, each in small letters."""
    if not title_cased(text, line):
        return
    kept = demonyms()
    for found in _WORD.finditer(text, line.start, line.end):
        word = found.group()
        if word not in kept and word.lower() not in lexicon()["calendar"] and _small_elsewhere(text, word.lower()):
            yield Span(*found.span()), word.lower()


def _small_elsewhere(text: str, word: str) -> bool:
    return word in _ONLY_SMALL or (stands(text, word) if "-" in word else word in _words(text))


@lru_cache(2)
def _words(text: str) -> frozenset[str]:
    """Return the words of a text, so that it is not walked through for each word of a list of headlines."""
    return frozenset(re.findall(r"\w+", text))
