"""Reads web pages: trafilatura finds the article, title, author and date (the one door to trafilatura)."""

import re
from typing import Final

from kg.errors import InputError
from kg.read.reading import Reading
from kg.read.text import MARKS, decode

# Without these, htmldate takes a year in a footer for the date of the article, and asks the clock for today.
_DATES: Final = {
    "original_date": True,
    "extensive_search": False,
    "min_date": "1900-01-01",
    "max_date": "2199-12-31",
}
_HTML: Final = re.compile(rb"(?:\s|<\?xml[^>]*>|<!--.*?-->)*(?:<!doctype\s+html|<html[\s>])", re.IGNORECASE | re.DOTALL)
_CHARSET: Final = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)


def looks_like_html(content: bytes) -> bool:
    """Tell whether the bytes begin as a web page does."""
    return _HTML.match(content[:2048].lstrip(b"\xef\xbb\xbf")) is not None


def read_html(content: bytes, source: str, charset: str | None = None) -> Reading:
    """Return the article of a page; menus, comments and pictures are left out.

    Raises InputError where no article can be found.
    """
    from trafilatura import bare_extraction  # noqa: PLC0415 - 0.4 s that a plain text need not wait for

    page = decode(content, source, charset or _declared(content))
    found = bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=False, date_extraction_params=_DATES
    )
    text = "" if found is None or isinstance(found, dict) else found.text or ""
    if found is None or isinstance(found, dict) or not text.strip():
        raise InputError(f"{source}: no article found in this page", "save its text in a .txt file")
    return Reading(text, found.title or None, found.author or None, found.date or None)


def _declared(content: bytes) -> str | None:
    """Return the encoding that the page names in its head, unless a byte-order mark says it better."""
    if any(content.startswith(mark) for mark, _ in MARKS):
        return None
    match = _CHARSET.search(content[:4096])
    name = match[1].decode("ascii").lower() if match else None
    # Browsers read these as Windows-1252, and so do the people who write them.
    return "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "ascii", "us-ascii") else name
