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
_ESCAPE: Final = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")


def masked(text: str) -> str:
    """Return the text, as long as it was, with blanks for all that is no keyword, number or sign."""
    return _APART.sub(lambda found: " " * len(found[0]), text)


def unescaped(text: str) -> str:
    r"""Return the text as a parser sees it: `\u0053ERVICE` is a keyword, too."""
    return _ESCAPE.sub(_character, text)


def says(text: str, word: str) -> bool:
    """Tell whether a keyword stands in the text, however it is written."""
    found = re.compile(rf"\b{word}\b", re.IGNORECASE)
    return bool(found.search(masked(text)) or ("\\" in text and found.search(masked(unescaped(text)))))


def _character(found: re.Match[str]) -> str:
    code = int(found[1] or found[2], 16)
    return chr(code) if code <= 0x10FFFF else found[0]
