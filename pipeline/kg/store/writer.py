"""The one process that writes a store: ledger first, then the dataset, then a snapshot for readers."""

import time
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from pyoxigraph import Quad

from kg.model.extraction import Extraction
from kg.store.layout import Layout
from kg.store.ledger import DocumentInfo, changes, connect, documents
from kg.store.ledger.settle import settle
from kg.store.lock import Lock
from kg.store.oxigraph import Database, Generations
from kg.store.room import writing
from kg.store.seams import Render, Resolver

TARGET: Final = "oxigraph"
_EVERY_DOCUMENTS, _EVERY_SECONDS = 500, 5.0
_BATCH_QUADS = 200_000


class Writer:
    """Hold a store open for writing; use it with `with`, so that the last documents are published."""

    def __init__(self, folder: Path, *, render: Render, resolver: Resolver, wait: float = 10.0) -> None:
        """Open the store, making it where it is missing, and repair what a crash left behind.

        Raises StoreError where the folder is no store, LockedError after `wait` seconds.
        """
        self.layout = Layout(folder)
        self._render, self._resolver = render, resolver
        self._generations = Generations(self.layout.generations, self.layout.current)
        with writing(folder):
            self.layout.create()
            self._lock = Lock(self.layout.lock, wait=wait)
            try:
                self._open()
            except BaseException:
                self._lock.release()
                raise
        self._published = time.monotonic()
        self.quads_added = 0

    def _open(self) -> None:
        fresh = not self.layout.database.exists()
        self.ledger = connect(self.layout.ledger, writable=True)
        self._database = Database(self.layout.database)
        if fresh:
            changes.move(self.ledger, TARGET, 0)
        self._waiting = self._unpublished()

    def commit(self, extraction: Extraction) -> str:
        """Write a document and return `added`, `updated` or `unchanged`; readers see it after `publish`."""
        with writing(self.layout.folder):
            kind = documents.put(self.ledger, extraction, self._resolver)
        self._count(changed=kind != "unchanged")
        return kind

    def forget(self, name: str) -> DocumentInfo:
        """Take back all that a document (id, path or part of its title) said.

        Raises UsageError where the name fits none, or several.
        """
        document = documents.find(self.ledger, name)
        with writing(self.layout.folder):
            documents.take_back(self.ledger, document.id)
        self._count(changed=True)
        return document

    def publish(self) -> None:
        """Resolve entities, bring the dataset up to date and publish it, where anything changed."""
        if not self._unpublished():
            return
        with writing(self.layout.folder):
            number = settle(self.ledger, self._resolver)
            self._project(changes.cursor(self.ledger, TARGET))
            self._generations.publish(self._database.snapshot)
            changes.move(self.ledger, TARGET, number)
        self._waiting, self._published = 0, time.monotonic()

    def close(self) -> None:
        """Publish, then free the store."""
        try:
            self.publish()
        finally:
            self._free()

    def _free(self) -> None:
        self.ledger.close()
        del self._database
        self._lock.release()

    def _count(self, *, changed: bool) -> None:
        self._waiting += changed
        late = time.monotonic() - self._published > _EVERY_SECONDS
        if self._waiting >= _EVERY_DOCUMENTS or (late and self._waiting):
            self.publish()

    def _unpublished(self) -> int:
        (pending,) = self.ledger.execute("SELECT count(*) FROM pending").fetchone()
        behind = changes.last(self.ledger) - changes.cursor(self.ledger, TARGET)
        return int(pending) + behind + (self._generations.newest() is None)

    def _project(self, number: int) -> None:
        """Replace the graphs of all documents that changed after the number, some at a time."""
        graphs, quads = list[str](), list[Quad]()
        for change in changes.since(self.ledger, number):
            graphs.append(change.document)
            extraction = None if change.kind == "removed" else documents.record(self.ledger, change.document)
            if extraction is not None:
                quads += self._render(extraction, changes.mapping(self.ledger, change.document))
            if len(quads) >= _BATCH_QUADS:
                self._database.replace(graphs, quads)
                graphs, quads = [], []
        self._database.replace(graphs, quads)

    def __enter__(self) -> Self:
        """Return the writer itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Publish what was committed, also after an error, then free the store."""
        self.close()
