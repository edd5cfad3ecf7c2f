"""How far a graph follows the change log, kept in the graph itself: a (:KGCursor) node.

A graph that is emptied or restored from a copy so says itself what it lacks.
"""

import sqlite3
from typing import Final, NamedTuple

from neo4j import ManagedTransaction

from kg.model.ids import digest
from kg.store.graph.target import Target

_READ: Final = (
    "MATCH (c:KGCursor {name: 'kg'}) RETURN c.store AS store, c.number AS number, c.mark AS mark, c.whole AS whole"
)
_WRITE: Final = (
    "MERGE (c:KGCursor {name: 'kg'}) SET c.store = $store, c.number = $number, c.mark = $mark, c.whole = $whole"
)


class Cursor(NamedTuple):
    """Hold the last change that the graph has.

    `mark` is the digest of that change; `whole` is False while the graph is being emptied.
    """

    store: str
    number: int
    mark: str
    whole: bool = True


def read(target: Target) -> Cursor | None:
    """Return the graph's cursor, None where it never got one."""
    rows = target.run(_READ)
    return Cursor(**rows[0]) if rows and rows[0]["store"] is not None else None  # type: ignore[arg-type]


def held(tx: ManagedTransaction, cursor: Cursor | None) -> bool:
    """Tell whether the cursor is still this one, and keep others from moving it until the transaction ends."""
    tx.run("MERGE (c:KGCursor {name: 'kg'}) SET c.locked = true").consume()
    row = tx.run(_READ).single(strict=True)
    found = (row["store"], row["number"], row["mark"], row["whole"])
    return found == ((None, None, None, None) if cursor is None else tuple(cursor))


def move(tx: ManagedTransaction, cursor: Cursor) -> None:
    """Note how far the graph follows the change log."""
    tx.run(_WRITE, **cursor._asdict()).consume()


def mark(ledger: sqlite3.Connection, number: int) -> str:
    """Return the digest of one change of the log, empty where there is no such change."""
    row = ledger.execute("SELECT number, document, kind FROM changes WHERE number = ?", (number,)).fetchone()
    return "" if row is None else digest(*map(str, row))
