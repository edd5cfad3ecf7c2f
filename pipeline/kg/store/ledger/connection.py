"""Connections to the ledger: one for the writer, any number for readers."""

import sqlite3
from pathlib import Path

from kg.errors import StoreError
from kg.store.ledger.schema import TABLES


def connect(path: Path, *, writable: bool) -> sqlite3.Connection:
    """Open the ledger; the writer's connection makes what is missing.

    Raises StoreError where the file is missing or damaged, sqlite3.OperationalError where it cannot be written.
    """
    try:
        return _writer(path) if writable else _reader(path)
    except sqlite3.Error as error:
        if writable and isinstance(error, sqlite3.OperationalError):
            raise  # There is no room or no right to write; the ledger itself may be as it should be.
        raise StoreError(
            f"the ledger {path} cannot be read: {error}",
            "restore the folder from a copy, or ingest the documents again into a new store (--store NEW)",
        ) from error


def _writer(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("PRAGMA cache_size=-65536")
    connection.executescript(f"BEGIN IMMEDIATE; {TABLES} COMMIT;")  # A reader finds all tables or none.
    return connection


def _reader(path: Path) -> sqlite3.Connection:
    address = path.absolute().as_uri()
    try:
        connection = sqlite3.connect(f"{address}?mode=ro", uri=True, isolation_level=None)
        if not _tables(connection):
            connection.close()
            return _writer(Path(":memory:"))  # Somebody is just making the ledger, or was killed doing so.
    except sqlite3.OperationalError as error:
        if "unable to open" not in str(error) or not path.exists():
            raise
        # A folder that cannot be written has no room for the shared memory of WAL: nobody writes there.
        connection = sqlite3.connect(f"{address}?immutable=1", uri=True, isolation_level=None)
        _tables(connection)
    connection.execute("PRAGMA cache_size=-65536")
    return connection


def _tables(connection: sqlite3.Connection) -> int:
    """Return the number of tables; raises sqlite3.Error where the file cannot be read."""
    (count,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    return int(count)
