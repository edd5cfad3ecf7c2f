"""Reading a store beside its writer: the ledger for rows, the newest snapshot for queries."""

import json
import sqlite3
from collections.abc import Iterator
from dataclasses import asdict
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import Self

from pyoxigraph import Store

from kg.model.codec import Json
from kg.model.document import Document
from kg.model.entity import Entity
from kg.model.extraction import Extraction
from kg.model.fact import Fact
from kg.model.rows import Row, entity_row, mention_row
from kg.store.layout import Layout
from kg.store.ledger import DocumentInfo, changes, connect, documents, search
from kg.store.ledger.search import Selection
from kg.store.oxigraph import Generations, Snapshot


class Reader:
    """Hold a store open for reading; many can read beside one writer.

    Raises StoreError where the folder is no store.
    """

    def __init__(self, folder: Path) -> None:
        """Check the folder and open nothing yet: each part is opened when it is first asked for."""
        self.layout = Layout(folder)
        self.layout.check()

    @cached_property
    def ledger(self) -> sqlite3.Connection:
        """Return the connection to the ledger; before the first ingest it is empty."""
        if self.layout.ledger.exists():
            return connect(self.layout.ledger, writable=False)
        return connect(Path(":memory:"), writable=True)

    @cached_property
    def _snapshot(self) -> Snapshot:
        return Generations(self.layout.generations, self.layout.current).open()

    @property
    def dataset(self) -> Store:
        """Return the newest published snapshot, read-only; it can be read until the reader is closed."""
        return self._snapshot.dataset

    def facts(self, selection: Selection) -> Iterator[Row]:
        """Yield the facts that the selection names, in the order of ingest and of the text."""
        held, ids = 0, dict[str, str]()
        for document, text in search.facts(self.ledger, selection):
            if document != held:
                held, ids = document, search.mapping(self.ledger, document)
            row = json.loads(text)
            yield {name: _global(value, ids) for name, value in row.items()}

    def count(self, selection: Selection) -> int:
        """Return how many facts the selection names, whatever its limit."""
        return search.count(self.ledger, selection)

    def entities(self, name: str | None = None) -> Iterator[Row]:
        """Yield entities, the most mentioned first; with a name only those that bear it."""
        for entity, mentions in search.entities(self.ledger, name):
            yield {**entity_row(entity), "mentions": mentions}

    def mentions(self, document: str | None = None) -> Iterator[Row]:
        """Yield the mentions of one document (id, path or part of its title) or of all."""
        only = None if document is None else documents.find(self.ledger, document).id
        for seq, extraction in self._records(only):
            ids = search.mapping(self.ledger, seq)
            for mention in extraction.mentions:
                row = mention_row(mention, extraction.document)
                yield {**row, "entity": ids.get(mention.entity, mention.entity)}

    def find(self, name: str) -> DocumentInfo:
        """Return the one document that the name (id, path, part of the title) fits.

        Raises UsageError where none does, or several.
        """
        return documents.find(self.ledger, name)

    def documents(self, words: str, limit: int) -> list[Row]:
        """Return documents as lists show them, the newest first; with words only those whose title or path has them."""
        return [{**asdict(one)} for one in documents.listed(self.ledger, words, limit)]

    def extractions(self, document: str | None = None) -> Iterator[Extraction]:
        """Yield what each document gave, or only the one of that name, in the order of ingest."""
        only = None if document is None else documents.find(self.ledger, document).id
        for _, extraction in self._records(only):
            yield extraction

    def extraction(self, document: str) -> tuple[Extraction, dict[str, str]] | None:
        """Return what a document (by id) gave and the global id of each of its entities."""
        found = documents.record(self.ledger, document)
        return None if found is None else (found, changes.mapping(self.ledger, document))

    def fact(self, name: str) -> tuple[Fact, Document]:
        """Return the one fact whose id is, begins or ends with `name`, and its document.

        Raises UsageError where there is none, or several.
        """
        return search.fact(self.ledger, name)

    def neighbourhood(self, name: str) -> tuple[list[Entity], list[Entity]]:
        """Return the entities (as documents describe them) of this name, and all that they could join."""
        return search.neighbourhood(self.ledger, name)

    def close(self) -> None:
        """Free what was opened; a second call does nothing."""
        if "ledger" in self.__dict__:
            self.ledger.close()
            del self.__dict__["ledger"]
        self.__dict__.pop("_snapshot", None)

    def __enter__(self) -> Self:
        """Return the reader itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Free what was opened."""
        self.close()

    def _records(self, document: str | None) -> Iterator[tuple[int, Extraction]]:
        if document is None:
            yield from documents.records(self.ledger)
            return
        (seq,) = self.ledger.execute("SELECT seq FROM documents WHERE id = ?", (document,)).fetchone()
        found = documents.record(self.ledger, document)
        assert found is not None
        yield seq, found


def _global(value: Json, ids: dict[str, str]) -> Json:
    """Return a part of a fact's row with the global id in place of each entity id."""
    if isinstance(value, list):
        return [_global(item, ids) for item in value]
    if isinstance(value, dict):
        own = value.get("id")
        inner: dict[str, Json] = {name: _global(item, ids) for name, item in value.items()}
        return {**inner, "id": ids.get(own, own)} if isinstance(own, str) else inner
    return value
