"""Reads plain text and Markdown: the text stays as it is, so that offsets are those of the file.

Only a byte-order mark goes, and every line ends in one newline character.
"""

import codecs
import contextlib
import re
import unicodedata
from typing import Final

from kg.errors import InputError
from kg.read.dates import dateline
from kg.read.reading import Reading

# The mark of UTF-32 begins with the one of UTF-16: the longer ones come first.
MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
TITLE_LENGTH: Final = 200
"""The longest title, in code points: those of the corpora end at 150."""
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MULTIBYTE: Final = re.compile(rb"[\xc3\xc5\xe2][\x80-\xbf]")


def read_text(content: bytes, source: str, charset: str | None = None) -> Reading:
    """Return the text with its title, where the first line is one.

    Raises InputError where the bytes are not a text.
    """
    text = decode(content, source, charset).replace("\r\n", "\n").replace("\r", "\n")
    return Reading(text, title(text))


def title(text: str) -> str | None:
    r"""Return the first line if it reads like a title: short, no full stop at its end, an empty line below.

    >>> title("Un séisme en Italie\n\nLe séisme a frappé hier.")
    'Un séisme en Italie'
    """
    first, _, rest = text.lstrip("\n").partition("\n")
    below, newline, _ = rest.partition("\n")
    line = first.strip().lstrip("#").strip()
    if not line or len(line) > TITLE_LENGTH or line.endswith(".") or below.strip() or not newline:
        return None
    return None if dateline(line) else line


def decode(content: bytes, source: str, charset: str | None = None) -> str:
    """Return the bytes as text: by their mark, as UTF-8, by `charset`, else as plain Windows-1252.

    Raises InputError where they are not text.
    """
    marked = next((name for mark, name in MARKS if content.startswith(mark)), None)
    text = _first(content, (marked,) if marked else ("utf-8", charset))
    if text is None:
        text = _windows(content, source)
    if len(_CONTROL.findall(text)) > len(text) // 1000:
        raise _binary(source)
    return text


def _first(content: bytes, encodings: tuple[str | None, ...]) -> str | None:
    """Return the bytes in the first encoding that fits; pages name encodings that do not exist, too."""
    for encoding in filter(None, encodings):
        with contextlib.suppress(UnicodeDecodeError, LookupError):
            return content.decode(encoding)
    return None


def _windows(content: bytes, source: str) -> str:
    """Return the bytes read as Windows-1252, unless they are a damaged UTF-8 text or no text at all."""
    text = _first(content, ("cp1252",))
    if text is None or "\0" in text:
        raise _binary(source)
    if _MULTIBYTE.search(content):
        raise InputError(
            f"{source}: UTF-8 with damaged characters",
            f"type: iconv -c -f utf-8 -t utf-8 {source} > repaired.txt",
        )
    plain = sum(char.isalnum() or char.isspace() or unicodedata.category(char)[0] == "P" for char in text)
    foreign = sum(char > "\x7f" for char in text)
    if _CONTROL.search(text) or plain < 0.95 * len(text) or foreign > 0.25 * len(text):
        raise _binary(source)
    return text


def _binary(source: str) -> InputError:
    return InputError(f"{source}: binary, not a text", f"kg reads .txt .md .html .pdf; type: file {source}")
