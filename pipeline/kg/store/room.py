"""Writing where there may be no room: what the system or SQLite says becomes an error with what to do next."""

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from kg.errors import StoreError


@contextlib.contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Say of errors of the system (no room, no right, a broken disk) that the folder cannot be written.

    Raises StoreError.
    """
    try:
        yield
    except (OSError, sqlite3.OperationalError) as error:
        hint = "make room, see that you may write there, then type the same again: what was written stays"
        raise StoreError(f"{folder} cannot be written: {error}", hint) from error


def is_full(error: Exception) -> bool:
    """Tell whether the engine or the system says that the disk is full; the engine gives no number, only words."""
    return "No space left" in str(error) or "File too large" in str(error)
