"""Keywords of a SPARQL text, without parsing it: strings, names and comments are set aside first.

It decides what is refused with a message that helps. What keeps queries inside are the limits of the workers.
"""

import re
from collections.abc import Collection
from typing import Final

# Each part is atomic and none gives back what it took: a text of a million quotation marks is read in one pass. A
# string that never ends runs to the end of its line or of the text; such a text is refused by the engine.
_APART: Final = re.compile(
    r"(?>"
    r"'''(?>[^'\\]|\\.|'(?!''))*+(?:'''|\\?\Z)"
    r'|"""(?>[^"\\]|\\.|"(?!""))*+(?:"""|\\?\Z)'
    r"|'(?>[^'\\\n\r]|\\.)*+'?+"
    r'|"(?>[^"\\\n\r]|\\.)*+"?+'
    r"|<[^<>\"{}|^`\x00-\x20]*+>"
    r"|\#[^\n\r]*+"
    r"|[?$]\w++"
    r"|@[A-Za-z]++(?>-[A-Za-z0-9]++)*+"
    r"|:(?>[\w:.\-]|%[0-9A-Fa-f]{2}|\\.)*+"
    r")"
    r"|(?P<word>\w[\w.\-]*+)(?P<colon>:(?>[\w:.\-]|%[0-9A-Fa-f]{2}|\\.)*+)?+",
    re.DOTALL,
)

_DOUBTFUL: Final = re.compile(r"<[^<>'\s]*+'[^<>\s]*+>")


def masked(text: str) -> str:
    """Return the text, as long as it was, with blanks for all that is no keyword, number or sign."""
    return _APART.sub(_blank, text)


def _blank(found: re.Match[str]) -> str:
    is_keyword = found["word"] is not None and found["colon"] is None
    return found[0] if is_keyword else " " * len(found[0])


def says(text: str, *keywords: str) -> bool:
    """Tell whether one of the keywords stands in the text."""
    return holds(text, *keywords) and _search(masked(text), keywords)


def holds(text: str, *letters: str) -> bool:
    """Tell whether one of the runs of small letters may stand anywhere: no is sure, and told without masking."""
    if not text.isascii():  # Letters beyond ASCII count as others in a search that heeds no case: ſ as s.
        return True
    small = text.lower()
    return any(one in small for one in letters)


def may_say(text: str, *keywords: str) -> bool:
    """Tell whether one of the keywords may stand in the text, in doubt yes.

    `?a<?b&&'>'` can be read as a comparison and as an IRI; what follows then is a text for one reading and not for the
    other. And a word needs no blank before it where a number or a truth value ends: `1SERVICE`, `trueSERVICE`.
    """
    if not holds(text, *keywords):
        return False
    return _holds(masked(text), keywords) or (_DOUBTFUL.search(text) is not None and _holds(text, keywords))


def asks_only(text: str, keyword: str, addresses: Collection[str]) -> bool:
    """Tell whether one of the addresses, written out in full, follows wherever the keyword stands, even in a string."""
    named = "|".join(map(re.escape, addresses))
    rest = re.sub(rf"{keyword}\s*(?:silent\s*)?<(?:{named})>", " ", text, flags=re.IGNORECASE) if named else text
    return not _holds(rest, (keyword,))


def _holds(text: str, keywords: tuple[str, ...]) -> bool:
    return re.search("|".join(keywords), text, re.IGNORECASE) is not None


def _search(text: str, keywords: tuple[str, ...]) -> bool:
    return re.search(rf"\b(?:{'|'.join(keywords)})\b", text, re.IGNORECASE) is not None
