"""Covers what is no text: pictures and keys that pages hold as base64 (RFC 4648), addresses of pages that carry them.

Models and rules would read names into them, and no word of a text is so long.
"""

import re
from typing import Final

from kg.model import Discarded, Span

# A last line may be shorter: it mixes all kinds of characters too, or ends with padding.
_LAST: Final = r"(?:(?=\S*[0-9])(?=\S*[A-Z])(?=\S*[a-z])[A-Za-z0-9+/_-]{4,59}={0,2}|[A-Za-z0-9+/_-]{1,59}={1,2})(?!\S)"
_RUN: Final = re.compile(rf"(?<![\w+/=-])[\w+/=%-]{{60,}}(?:\r?\n[A-Za-z0-9+/=_-]{{60,}})*(?:\r?\n{_LAST})?", re.ASCII)
_CHARACTER: Final = re.compile(r"[^\r\n]")
_MIXED: Final = (re.compile(r"[A-Z]"), re.compile(r"[a-z]"), re.compile(r"[0-9]"))
_LEAST: Final = 5  # of capitals, small letters and digits each; the slugs of addresses have few capitals


def covered(text: str) -> tuple[str, tuple[Discarded, ...]]:
    """Return the text with a small letter for each character of encoded data, and what was covered."""
    runs: list[Span] = []

    def cover(found: re.Match[str]) -> str:
        if not _is_encoded(found.group()):
            return found.group()
        runs.append(Span(*found.span()))
        return _CHARACTER.sub("x", found.group())

    readable = _RUN.sub(cover, text)
    return readable, tuple(Discarded("encoded data", "no text", run) for run in runs)


def _is_encoded(run: str) -> bool:
    """Tell encoded data from a rule of dashes, a slug or a long number: it mixes all kinds of characters."""
    return all(len(kind.findall(run)) >= _LEAST for kind in _MIXED)
