"""Which store a graph was made from: a word of its own that each store carries in its folder."""

import os
import secrets
from pathlib import Path

from kg.errors import StoreError


def identity(store: Path) -> str:
    """Return the word that tells this store from all others, made where it is missing.

    Raises StoreError where it is missing and the folder cannot be written.
    """
    path = store / "identity"
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o644), "w", encoding="utf-8") as file:
            file.write(secrets.token_hex(8) + "\n")
    except FileExistsError:
        pass
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {error}", "make the folder of the store writable once") from error
    return path.read_text(encoding="utf-8").strip()
