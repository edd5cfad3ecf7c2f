"""What is pushed: the graphs of documents as the newest snapshot has them, and the changes that it holds."""

import sqlite3
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import NamedNode, RdfFormat, Triple, serialize

from kg.store.graph.cursor import mark
from kg.store.graph.identity import identity
from kg.store.ledger import changes
from kg.store.ledger.changes import Change
from kg.store.reader import Reader
from kg.store.remote.cursor import Cursor


class Source:
    """Hold a store open for reading; a snapshot may hold more than its ledger said a moment before, never less."""

    def __init__(self, store: Path) -> None:
        """Note the last change in the snapshot, then open that or a newer one.

        Raises StoreError where the folder is no store.
        """
        self._reader = Reader(store)
        self.name = identity(store)
        self.ledger: sqlite3.Connection = self._reader.ledger
        self.number = changes.cursor(self.ledger, "oxigraph")
        self._dataset = self._reader.dataset

    def since(self, number: int) -> list[Change]:
        """Return the last change of each document after the number, as far as the snapshot goes."""
        return [change for change in changes.since(self.ledger, number) if change.number <= self.number]

    def triples(self, document: str) -> bytes | None:
        """Return the N-Triples of a document's graph, None where there is no such document."""
        quads = self._dataset.quads_for_pattern(None, None, None, NamedNode(document))
        found = [Triple(quad.subject, quad.predicate, quad.object) for quad in quads]
        return serialize(found, format=RdfFormat.N_TRIPLES) if found else None

    def at(self, number: int) -> Cursor:
        """Return the cursor of a remote store that holds all changes up to this number."""
        return Cursor(self.name, number, mark(self.ledger, number))

    def __enter__(self) -> Self:
        """Return the source itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Free what was opened."""
        del self._dataset
        self._reader.close()
