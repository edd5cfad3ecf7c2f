"""The numbered change log, and how far each target has followed it."""

import sqlite3
from typing import NamedTuple


class Change(NamedTuple):
    """Hold the last thing that happened to a document: `added`, `updated` or `removed`."""

    number: int
    document: str
    kind: str


def since(ledger: sqlite3.Connection, number: int) -> list[Change]:
    """Return the last change of each document after the given number, in order."""
    rows = ledger.execute(
        "SELECT max(number), document, kind FROM changes WHERE number > ? GROUP BY document ORDER BY 1",
        (number,),
    )
    return [Change(*row) for row in rows]


def last(ledger: sqlite3.Connection) -> int:
    """Return the number of the last change, 0 before the first."""
    (number,) = ledger.execute("SELECT coalesce(max(number), 0) FROM changes").fetchone()
    return int(number)


def cursor(ledger: sqlite3.Connection, target: str) -> int:
    """Return the number of the last change that the target holds, 0 where it never got one."""
    row = ledger.execute("SELECT number FROM cursors WHERE target = ?", (target,)).fetchone()
    return 0 if row is None else int(row[0])


def move(ledger: sqlite3.Connection, target: str, number: int) -> None:
    """Note that the target holds all changes up to this number."""
    ledger.execute("INSERT OR REPLACE INTO cursors VALUES (?, ?)", (target, number))


def mapping(ledger: sqlite3.Connection, document: str) -> dict[str, str]:
    """Return the global id of each entity id of a settled document."""
    rows = ledger.execute(
        "SELECT p.local, p.global FROM documents d JOIN members m ON m.document = d.seq "
        "JOIN profiles p ON p.seq = m.profile WHERE d.id = ?",
        (document,),
    )
    return {local: known or local for local, known in rows}
