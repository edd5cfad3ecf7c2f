"""Turns files, folders, addresses and the standard input into documents.

Nothing here knows what is done with a document later.
"""

from typing import BinaryIO

from kg.errors import InputError, UsageError
from kg.model import Document
from kg.read.dates import check, dateline
from kg.read.language import LANGUAGES, identify
from kg.read.reading import Reading
from kg.read.sources import expand, load

__all__ = ["expand", "read"]


def read(
    source: str, *, language: str = "auto", published: str | None = None, stdin: BinaryIO | None = None
) -> Document:
    """Read one source: a path, an http(s) address, or `-` for the standard input.

    `language` is fr, en or auto; `published` is the publication date (YYYY-MM-DD), which else comes from
    the metadata or from the dateline of the text, else stays unknown. Raises InputError where the source is
    refused, UsageError for a broken language or date, UnavailableError where an address cannot be reached.
    """
    if language not in (*LANGUAGES, "auto"):
        raise UsageError(f"--lang {language}: kg reads fr and en", "type: --lang fr, --lang en or --lang auto")
    day = None if published is None else check(published)
    reading = load(source, stdin)
    if not reading.text.strip("\ufeff\u200b \t\n\f\v\xa0"):
        raise InputError(f"{source}: empty, there is no text in it", "give a file with an article")
    return _document(reading, source, language, day)


def _document(reading: Reading, source: str, language: str, day: str | None) -> Document:
    return Document.create(
        reading.text,
        identify(reading.text, source) if language == "auto" else language,
        source,
        published=day or reading.published or dateline(reading.text),
        title=reading.title,
        author=reading.author,
    )
