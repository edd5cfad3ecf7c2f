"""Parts sentences between which a web page has lost the blank: « (Rhône).En 2017 », « en 2022.Le parti », « … ».Le ».

Behind a letter the tokenizers part them themselves.
"""

import re
from collections.abc import Iterator
from typing import Final

from kg.model import Span

_GLUED: Final = re.compile(r"(?<=[\d)»\"”][.!?])(?=[«“\"]?[A-ZÉÀÈÊÎÔ][\w'’])")
_CLOSED: Final = re.compile(r"[)»\"”]([.!?])(?=[«“\"]?[A-ZÉÀÈÊÎÔ][\w'’])")


def glued(text: str, within: Span) -> Iterator[Span]:
    """Yield where such blanks are missing in a stretch of text."""
    yield from (Span(found.start(), found.start()) for found in _GLUED.finditer(text, within.start, within.end))


def parted(text: str) -> str:
    """Return the text, as long as it was, with a blank there, which no name goes across."""
    return _CLOSED.sub(r"\1 ", text)
