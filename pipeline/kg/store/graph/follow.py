"""Brings a graph up to date: what the change log has after the graph's cursor, in batches.

A batch and the new place of the cursor are one transaction, so that a graph that was down loses nothing and a
batch that was sent twice changes nothing. Entities stay as long as a document mentions them.
"""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Final

from neo4j import ManagedTransaction

from kg.store.graph import cursor as cursors
from kg.store.graph import statements
from kg.store.graph.batch import Batch, next_batch
from kg.store.graph.cursor import Cursor
from kg.store.graph.identity import identity
from kg.store.graph.target import Target
from kg.store.ledger import changes
from kg.store.reader import Reader

Watch = Callable[[int, int], None]
_EMPTIED: Final = 5_000
_EMPTY: Final = "MATCH (n:KG) WITH n LIMIT $limit DETACH DELETE n RETURN count(*) AS removed"


@dataclass(frozen=True, slots=True)
class SyncReport:
    """Say what a sync did: `documents` written, `removed` taken back, the `number` of the last change held.

    `replaced` is True where the graph held something else (another store, or `rebuild`) and was emptied first.
    """

    target: str
    documents: int = 0
    removed: int = 0
    facts: int = 0
    relationships: int = 0
    number: int = 0
    replaced: bool = False


def push(store: Path, target: Target, *, rebuild: bool = False, watch: Watch | None = None) -> SyncReport:
    """Bring the graph of the target up to date with the store.

    A graph that holds another store's documents is emptied first; nodes that kg did not write stay. `watch` gets
    the number of documents done and of all. Raises StoreError, UnavailableError, UsageError.
    """
    name = identity(store)
    with Reader(store) as reader:
        reader.ledger.execute("BEGIN")  # What is written meanwhile waits for the next sync.
        statements.prepare(target)
        held = cursors.read(target)
        replaced = rebuild or not _follows(held, reader.ledger, name, target)
        if replaced:
            _empty(target, name)
            held = cursors.read(target)
        report = SyncReport(target.address.uri, replaced=replaced)
        return _follow(reader.ledger, target, name, held, report, watch)


def _follows(held: Cursor | None, ledger: sqlite3.Connection, name: str, target: Target) -> bool:
    """Tell whether the graph is empty or an earlier state of this store."""
    if held is not None:
        return held.whole and held.store == name and held.mark == cursors.mark(ledger, held.number)
    return not target.run("MATCH (n:KG) RETURN n.iri LIMIT 1")


def _empty(target: Target, name: str) -> None:
    """Remove all that any store wrote; after an interruption the next sync goes on with it."""
    target.write(partial(cursors.move, cursor=Cursor(name, 0, "", whole=False)))
    while target.write(_some_less):
        pass
    target.write(partial(cursors.move, cursor=Cursor(name, 0, "")))


def _some_less(tx: ManagedTransaction) -> int:
    return int(tx.run(_EMPTY, limit=_EMPTIED).single(strict=True)["removed"])


def _follow(
    ledger: sqlite3.Connection, target: Target, name: str, held: Cursor | None, report: SyncReport, watch: Watch | None
) -> SyncReport:
    total = len(changes.since(ledger, 0 if held is None else held.number))
    while (batch := next_batch(ledger, 0 if held is None else held.number, target)) is not None:
        after = Cursor(name, batch.end, cursors.mark(ledger, batch.end))
        if not target.write(partial(_write, batch=batch, before=held, after=after)):
            held = cursors.read(target)  # Another process was faster.
            continue
        held, report = after, _counted(report, batch)
        if watch is not None:
            watch(min(report.documents + report.removed, total), total)
    return replace(report, number=0 if held is None else held.number)


def _write(tx: ManagedTransaction, batch: Batch, before: Cursor | None, after: Cursor) -> bool:
    """Write a batch and move the cursor; return False where another process has moved it meanwhile."""
    if not cursors.held(tx, before):
        return False
    statements.take_back(tx, batch.documents)
    statements.remove(tx, [*batch.gone, *batch.retyped])
    statements.put_nodes(tx, batch.nodes)
    statements.add_edges(tx, batch.edges)
    statements.drop_loose(tx, batch.former)
    cursors.move(tx, after)
    return True


def _counted(report: SyncReport, batch: Batch) -> SyncReport:
    return replace(
        report,
        documents=report.documents + len(batch.shapes),
        removed=report.removed + len(batch.gone),
        facts=report.facts + sum(len(found.facts) for found in batch.shapes.values()),
        relationships=report.relationships + sum(1 for _ in batch.edges),
    )
