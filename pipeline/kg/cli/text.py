"""The text of a query: given as such, as a file, or on the standard input."""

import sys
from collections.abc import Sequence
from pathlib import Path

from kg.errors import InputError


def query_text(argument: str, *, endings: Sequence[str]) -> str:
    """Return the query that the argument holds or names; `endings` are those of files that must exist.

    Raises InputError where a file is missing or no text.
    """
    if argument == "-":
        return sys.stdin.read()
    looks_like_file = argument.endswith(tuple(endings)) and not any(char in argument for char in "{}\n")
    if not looks_like_file and not _is_file(argument):
        return argument
    try:
        return Path(argument).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"the query file {argument} cannot be read: {error}", "check the path") from error


def _is_file(argument: str) -> bool:
    try:
        return Path(argument).is_file()
    except (OSError, ValueError):  # A query is too long for a path.
        return False
