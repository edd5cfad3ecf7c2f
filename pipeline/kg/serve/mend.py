"""What the engine does otherwise than SPARQL 1.1, mended in the text of a query where that can be done safely."""

import re
from typing import Final

from kg.query.words import masked

MENDED: Final = ("group_concat",)
"""What is mended, in small letters."""
_CONCAT: Final = re.compile(r"\bgroup_concat\s*\(", re.IGNORECASE)
_BRACKET: Final = re.compile(r"[()]")


def mended(text: str) -> str:
    """Return the query with each GROUP_CONCAT in STR: its result is a plain text, without the parts' language."""
    blank = masked(text)
    added = list[tuple[int, str]]()
    for one in _CONCAT.finditer(blank):
        end = _end(blank, one.end())
        if end is not None:
            added += [(one.start(), "STR("), (end, ")")]
    pieces, at = list[str](), 0
    for place, piece in sorted(added):
        pieces += [text[at:place], piece]
        at = place
    return "".join([*pieces, text[at:]])


def _end(blank: str, at: int) -> int | None:
    """Return where the bracket that was opened before `at` is closed, None where it is not."""
    depth = 1
    for found in _BRACKET.finditer(blank, at):
        depth += 1 if found[0] == "(" else -1
        if depth == 0:
            return found.end()
    return None
