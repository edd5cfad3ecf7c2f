"""The graphs that users write: a dataset of their own beside that of the documents.

`gen/` and `CURRENT` are as in the store itself; `joined/` holds snapshots of documents and users' graphs together,
made for readers and never the only copy of anything.
"""

import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode, Store

from kg.model.ids import BASE
from kg.serve.refusal import Refusal
from kg.store.oxigraph import Generations, drop

DOCUMENTS: Final = BASE + "document/"
_KEPT: Final = 3
_MANY: Final = 100_000
# Each change leaves some tables more; Oxigraph does not merge small ones by itself, so that they are written anew.
_TABLES: Final = 60


class UserGraphs:
    """Hold the folder of the users' graphs; whoever changes them holds its lock."""

    def __init__(self, folder: Path) -> None:
        """Keep the folder, making it where it is missing."""
        folder.mkdir(parents=True, exist_ok=True)
        self.lock = folder / "LOCK"
        self._folder = folder
        self._generations = Generations(folder / "gen", folder / "CURRENT")

    def change(self, apply: Callable[[Store], int]) -> int:
        """Let `apply` change a copy, publish it, and return what `apply` returned; after an error nothing changed.

        Raises Refusal where a graph of a document would be written.
        """
        work = self._folder / "work"
        newest = self._generations.newest()
        scattered = newest is not None and len(list(newest.glob("*.sst"))) > _TABLES
        _copy(None if scattered else newest, work)
        dataset = Store(str(work))
        if scattered:
            _add(Store.read_only(str(newest)), dataset)
        status = apply(dataset)
        _check(dataset)
        dataset.flush()
        self._generations.publish(lambda target: dataset.backup(str(target)))
        return status

    def joined(self, documents: Path | None) -> tuple[Path, str]:
        """Return the snapshot for readers and the name of the users' generation in it."""
        newest = self._generations.newest()
        if newest is None:
            newest = self._generations.publish(lambda target: Store(str(target)).flush())
        if documents is None:
            return newest, newest.name
        made = documents.stat().st_mtime_ns  # Numbers start again where somebody has emptied the folder.
        target = self._folder / "joined" / f"{documents.name}-{made:x}-{newest.name}"
        if not target.exists():
            self._join(documents, newest, target)
        return target, newest.name

    def _join(self, documents: Path, own: Path, target: Path) -> None:
        work = target.with_suffix(f".{os.getpid()}.tmp")
        _copy(documents, work)
        dataset = Store(str(work))
        _add(Store.read_only(str(own)), dataset)
        dataset.flush()
        ready = work.with_suffix(".ready")
        shutil.rmtree(ready, ignore_errors=True)
        dataset.backup(str(ready))
        del dataset
        shutil.rmtree(work)
        ready.rename(target)
        for old in sorted(target.parent.iterdir(), key=lambda path: path.stat().st_mtime)[:-_KEPT]:
            drop(old)


def _add(source: Store, target: Store) -> None:
    """Add all quads and graphs of one dataset to another."""
    (target.bulk_extend if len(source) > _MANY else target.extend)(iter(source))
    for graph in source.named_graphs():
        target.add_graph(graph)


def _check(dataset: Store) -> None:
    for graph in dataset.named_graphs():
        if isinstance(graph, NamedNode) and graph.value.startswith(DOCUMENTS):
            hint = "write to a graph of another name; documents change by `kg ingest` and `kg forget`"
            raise Refusal(403, f"<{graph.value}> is the graph of a document", hint)


def _copy(source: Path | None, target: Path) -> None:
    """Copy a snapshot; its tables, which never change, are linked."""
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    for path in source.iterdir() if source is not None else ():
        if path.suffix == ".sst":
            os.link(path, target / path.name)
        else:
            shutil.copyfile(path, target / path.name)
