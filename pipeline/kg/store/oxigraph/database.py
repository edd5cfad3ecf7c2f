"""The writer's Oxigraph database: one named graph a document, replaced as a whole."""

from collections.abc import Iterable
from pathlib import Path

from pyoxigraph import NamedNode, Quad, Store

from kg.errors import StoreError
from kg.store.room import is_full


class Database:
    """Hold the database open; only the process that holds the store's lock may."""

    def __init__(self, path: Path) -> None:
        """Open the database, making it where it is missing.

        Raises StoreError where it is damaged, OSError where there is no room.
        """
        try:
            self.store = Store(str(path))
        except (OSError, ValueError, RuntimeError) as error:
            if is_full(error):
                raise
            hint = f"delete the folder {path}: the next `kg ingest` builds it again from the ledger"
            raise StoreError(f"the database {path} cannot be opened: {error}", hint) from error

    def replace(self, graphs: Iterable[str], quads: list[Quad]) -> None:
        """Take out the named graphs, then put in the quads; doing it again gives the same."""
        for graph in graphs:
            node = NamedNode(graph)
            if self.store.contains_named_graph(node):
                self.store.remove_graph(node)
        if quads:
            self.store.extend(quads)

    def snapshot(self, target: Path) -> None:
        """Write a snapshot into a folder that does not exist yet.

        Without the flush a reader would have to replay the log, which takes seconds.
        """
        self.store.flush()
        self.store.backup(str(target))
