"""The shape of a rule: a pattern with named groups and what it builds from a match."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from kg.extract.time.expression import Direction, Kind, Part
from kg.extract.time.meaning import Meaning


@dataclass(frozen=True, slots=True)
class Found:
    """Hold what a rule says of one place in the text, before it is placed on the calendar."""

    start: int
    end: int
    kind: Kind
    meaning: Meaning
    direction: Direction | None = None
    part: Part | None = None
    clock: str | None = None
    away: tuple[int, str] | None = None


Builder = Callable[[re.Match[str]], Found | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """Join a compiled pattern with its builder."""

    pattern: re.Pattern[str]
    build: Builder


def rule(pattern: str, build: Builder, *, case: bool = False) -> Rule:
    """Return a rule whose pattern stands between word boundaries; case counts only with `case`."""
    return Rule(re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", 0 if case else re.IGNORECASE), build)


def found(
    match: re.Match[str],
    kind: Kind,
    meaning: Meaning,
    *,
    direction: Direction | None = None,
    part: Part | None = None,
    clock: str | None = None,
) -> Found:
    """Return what is found at a match: the group `core` gives the span where it matched."""
    start, end = match.span("core") if match.groupdict().get("core") else match.span()
    return Found(start, end, kind, meaning, direction, part, clock)


def alternatives(words: Iterable[str]) -> str:
    """Return the pattern of the words, longest first, with any blank between the parts of a word."""
    return "|".join(re.escape(word).replace(r"\ ", r"\s") for word in sorted(words, key=len, reverse=True))
