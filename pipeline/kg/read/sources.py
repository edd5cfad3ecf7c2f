"""Finds the files that a source names and reads their bytes; the content decides which format reads them."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO, Final

from kg.errors import InputError
from kg.read.html import looks_like_html, read_html
from kg.read.pdf import MAGIC, read_pdf
from kg.read.reading import Reading
from kg.read.text import read_text
from kg.read.url import fetch, is_address

LIMIT: Final = 20 * 1024 * 1024
"""The largest input, in bytes; a news article has some thousands."""
SUFFIXES: Final = (".txt", ".md", ".html", ".htm", ".pdf")


def expand(sources: Iterable[str]) -> Iterator[str]:
    """Yield the sources, each folder as the files in it that kg reads, sorted by path, without hidden ones.

    Raises InputError where a folder holds none.
    """
    for source in sources:
        if is_address(source) or source == "-" or not Path(source).is_dir():
            yield source
        else:
            yield from _files(source)


def _files(folder: str) -> list[str]:
    root = Path(folder)
    found = sorted(
        str(path)
        for path in root.rglob("*")
        if path.suffix.lower() in SUFFIXES
        and not any(part.startswith(".") for part in path.relative_to(root).parts)
        and path.is_file()
    )
    if not found:
        raise InputError(f"{folder}: no {' '.join(SUFFIXES)} file in this folder", f"type: ls -R {folder}")
    return found


def load(source: str, stdin: BinaryIO | None = None) -> Reading:
    """Return what the source holds.

    Raises InputError where it is missing, too large or not a text, UnavailableError for an address out of reach.
    """
    if is_address(source):
        page = fetch(source, LIMIT)
        return _parse(page.content, source, page.charset, html=page.html)
    if source == "-":
        return _parse(_take(stdin or sys.stdin.buffer, "the standard input"), "the standard input", None)
    return _parse(_read_file(source), source, None, html=source.lower().endswith((".html", ".htm")))


def _parse(content: bytes, source: str, charset: str | None, *, html: bool = False) -> Reading:
    if content[:1024].lstrip().startswith(MAGIC):
        return read_pdf(content, source)
    if source.lower().endswith(".pdf"):
        raise InputError(f"{source}: not a PDF, whatever its name says", f"type: file {source}")
    if html or looks_like_html(content):
        return read_html(content, source, charset)
    return read_text(content, source, charset)


def _read_file(source: str) -> bytes:
    path = Path(source)
    try:
        if path.is_dir():
            raise InputError(f"{source}: a folder, not a file", f"type: kg ingest {source}")
        with path.open("rb") as file:
            return _take(file, source)
    except FileNotFoundError as error:
        raise InputError(f"{source}: no such file", f"type: ls {path.parent}") from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise InputError(f"{source}: cannot be read: {reason}", f"type: ls -l {source}") from error


def _take(file: BinaryIO, source: str) -> bytes:
    content = file.read(LIMIT + 1)
    if len(content) > LIMIT:
        raise InputError(f"{source}: larger than {LIMIT // 1024 // 1024} MB", "split it, one article a file")
    return content
