"""Keywords of a SPARQL text, without parsing it: strings, names and comments are set aside first.

It decides what is refused with a message that helps. What keeps queries inside are the limits of the workers.
"""

import re
from typing import Final

# Each part is atomic: a text of a million quotation marks is read in one pass.
_APART: Final = re.compile(
    r"(?>"
    r"'''(?>[^'\\]|\\.|'(?!''))*+'''"
    r'|"""(?>[^"\\]|\\.|"(?!""))*+"""'
    r"|'(?>[^'\\\n\r]|\\.)*+'"
    r'|"(?>[^"\\\n\r]|\\.)*+"'
    r"|<[^<>\"{}|^`\\\x00-\x20]*+>"
    r"|\#[^\n\r]*+"
    r"|[?$]\w++"
    r"|@[A-Za-z]++(?>-[A-Za-z0-9]++)*+"
    r"|(?>\w[\w.\-]*+)?+:(?>[\w:.\-]|%[0-9A-Fa-f]{2}|\\.)*+"
    r")",
    re.DOTALL,
)


def masked(text: str) -> str:
    """Return the text, as long as it was, with blanks for all that is no keyword, number or sign."""
    return _APART.sub(lambda found: " " * len(found[0]), text)


def says(text: str, *keywords: str) -> bool:
    """Tell whether one of the keywords stands in the text."""
    return re.search(rf"\b(?:{'|'.join(keywords)})\b", masked(text), re.IGNORECASE) is not None
