"""Reads PDF files: pypdf takes the lines from the pages, this module puts the paragraphs together again."""

import io
import re
from typing import Final

from kg.errors import InputError
from kg.read.reading import Reading
from kg.read.text import title

MAGIC: Final = b"%PDF-"
_NUMBER: Final = re.compile(r"\s*(page\s*)?[-–]?\s*\d{1,4}\s*([/-]\s*\d{1,4}\s*)?[-–]?\s*", re.IGNORECASE)
_STOP: Final = re.compile(r"[.!?…:;][»”\")\]]*$")
SHORT: Final = 0.75
"""A line shorter than this share of a full line ends its paragraph, where it ends a sentence."""


def read_pdf(content: bytes, source: str) -> Reading:
    """Return the text of all pages; the date at which the file was made is not taken for a publication date.

    Raises InputError where the file is damaged, locked by a password, or holds pictures of text only.
    """
    import pypdf  # noqa: PLC0415 - 0.2 s that a plain text need not wait for

    try:
        reader = pypdf.PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise InputError(f"{source}: locked by a password", f"type: qpdf --decrypt {source} open.pdf")
        lines = [line for page in reader.pages for line in (page.extract_text() or "").splitlines()]
        told = reader.metadata
        heading, author = (told.title, told.author) if told else (None, None)
    except (pypdf.errors.PyPdfError, pypdf.errors.DependencyError, ArithmeticError, LookupError) as error:
        raise _damaged(source, error) from error
    except (AttributeError, TypeError, ValueError, RecursionError, OSError) as error:
        # pypdf meets damaged objects with these.
        raise _damaged(source, error) from error
    text = paragraphs(lines)
    if not text:
        raise InputError(f"{source}: no text, only pictures of it", f"type: ocrmypdf {source} read.pdf")
    return Reading(text, _words(heading) or title(text), _words(author))


def _damaged(source: str, error: Exception) -> InputError:
    return InputError(f"{source}: a damaged PDF ({type(error).__name__})", f"type: qpdf --check {source}")


def _words(value: object) -> str | None:
    """Return a metadata string in one line; programs write `untitled` or the name of the file there, too."""
    text = " ".join(value.split()) if isinstance(value, str) else ""
    empty = text.lower() in ("", "untitled", "anonymous", "unspecified") or text.lower().endswith((".doc", ".docx"))
    return None if empty else text


def paragraphs(lines: list[str]) -> str:
    """Return the lines as paragraphs with an empty line between them; page numbers go, cut words are joined.

    >>> paragraphs(["Le gouver-", "nement a dit.", "", "2"])
    'Le gouvernement a dit.'
    """
    kept = [line.strip() for line in lines if not (line.strip() and _NUMBER.fullmatch(line))]
    full = max((len(line) for line in kept), default=0)
    parts = [""]
    for line in kept:
        if parts[-1].endswith("\n") or not line:
            parts.append(line)
        else:
            parts[-1] = _join(parts[-1], line)
        if line and len(line) < SHORT * full and _STOP.search(line):
            parts[-1] += "\n"
    return "\n\n".join(part.strip() for part in parts if part.strip())


def _join(before: str, line: str) -> str:
    if before.endswith("-") and before[-2:-1].isalpha() and line[:1].islower():
        return before[:-1] + line
    return f"{before} {line}".strip()
