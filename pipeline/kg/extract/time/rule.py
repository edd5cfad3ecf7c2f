"""The shape of a rule: a pattern with named groups and what it builds from a match."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Final

from kg.extract.time.expression import Direction, Kind, Part
from kg.extract.time.meaning import Meaning

_START: Final = r"(?<!\w)"  # of every rule


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

    @property
    def cased(self) -> bool:
        """Tell whether small and capital letters are not the same to the rule or to a part of it."""
        return not self.pattern.flags & re.IGNORECASE or "(?-i:" in self.pattern.pattern


def rule(pattern: str, build: Builder, *, case: bool = False) -> Rule:
    """Return a rule whose pattern stands between word boundaries; case counts only with `case`."""
    return Rule(re.compile(rf"{_START}(?:{pattern})(?!\w)", 0 if case else re.IGNORECASE), build)


@cache
def anywhere(rules: tuple[Rule, ...]) -> re.Pattern[str]:
    """Return a pattern of no width that matches, in lower case, wherever a rule may: one walk through a text for all.

    Rules to which case counts are not in it.
    """
    return re.compile(rf"{_START}(?={'|'.join(_bare(rule.pattern) for rule in rules if not rule.cased)})")


def _bare(pattern: re.Pattern[str]) -> str:
    """Return the pattern in lower case, without names of groups, of which one pattern has each only once.

    What is referred back to is a sign between numbers. Without the start that all share an alternative whose first
    letter is another is passed over at once.
    """
    shape = pattern.pattern.removeprefix(_START)
    unnamed = re.sub(r"\(\?P=\w+\)", r"\\W", re.sub(r"\(\?P<\w+>", "(?:", shape))
    return re.sub(r"\\.|[^\W\d_a-z]", lambda found: found[0] if found[0][0] == "\\" else found[0].lower(), unnamed)


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
