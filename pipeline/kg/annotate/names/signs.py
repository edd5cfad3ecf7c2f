"""Cuts candidates at what no name holds: signs of tables, of markup and of programs, pictographs, greetings."""

import re
from typing import Final

from kg.model import Span

# Not "$" ("A$AP Rocky"), "/" ("Fos-sur-Mer/Marseille") nor "&".
_SIGN: Final = re.compile(r"[{}|;<>\\=\[\]\t]|[ \u00a0][!?]{2,}|[\u2600-\u27bf\U0001f300-\U0001faff]")
_LEADING: Final = re.compile(r"(?:#+[ \u00a0]|[{}|;<>\\=\[\]\t][ \u00a0]*)+")
_GREETING: Final = re.compile(r"(?:Bonjour|Bonsoir|Chère|Chers|Chères|Dear)[ \u00a0](?=[A-ZÀ-Þ][a-zà-ÿ])")
_NO_NAME: Final = re.compile(r"[\d-]*T?\d\d:\d\d[\d:.Z+-]*|Bonjour|Bonsoir")  # an instant (ISO 8601), a greeting


def without_signs(text: str, span: Span) -> Span:
    """Return the part of the span before the first such sign and behind a greeting; an empty one where none is left."""
    for opening in (_LEADING, _GREETING):
        found = opening.match(text, span.start, span.end)
        span = span if found is None else Span(found.end(), span.end)
    sign = _SIGN.search(text, span.start, span.end)
    end = span.end if sign is None else sign.start()
    while end > span.start and text[end - 1].isspace():
        end -= 1
    return Span(span.start, span.start if _NO_NAME.fullmatch(text, span.start, end) else end)
