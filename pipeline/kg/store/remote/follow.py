"""Brings a remote store up to date: what the change log has after the remote's cursor, graph by graph.

The cursor is written after the graphs of its batch: what was interrupted is sent again, which changes nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from kg.errors import UsageError
from kg.store.remote.cursor import Cursor
from kg.store.remote.source import Source
from kg.store.remote.target import Target

Watch = Callable[[int, int], None]
_DOCUMENTS, _BYTES = 200, 2_000_000
_NONE: Final = Cursor("", 0, "")


@dataclass(frozen=True, slots=True)
class PushReport:
    """Say what a push did: `documents` written, `removed` taken back, the `number` of the last change held.

    `replaced` is True where the remote held something else and all documents were sent again.
    """

    target: str
    documents: int = 0
    removed: int = 0
    triples: int = 0
    number: int = 0
    replaced: bool = False


@dataclass(slots=True)
class _Batch:
    graphs: dict[str, bytes | None]
    size: int = 0

    @property
    def full(self) -> bool:
        return self.size >= _BYTES or len(self.graphs) >= _DOCUMENTS


def push(store: Path, target: Target, *, rebuild: bool = False, watch: Watch | None = None) -> PushReport:
    """Bring the graphs of a remote store up to date with the store; graphs that are no documents' stay.

    `rebuild` sends all documents again and removes those of another store. `watch` gets the number of documents done
    and of all. Raises StoreError, UnavailableError, UsageError.
    """
    with Source(store) as source:
        held = Cursor.read(target)
        replaced = rebuild or not _follows(held, source, target)
        if replaced:
            _remove_others(held, source, target)
            held = source.at(0)
            target.write({target.address.cursor: held.triples(target.address.cursor)})
        return _follow(source, target, held or _NONE, PushReport(target.address.uri, replaced=replaced), watch)


def _follows(held: Cursor | None, source: Source, target: Target) -> bool:
    """Tell whether the remote holds an earlier state of this store.

    Raises UsageError where it holds another store's documents, which nobody asked to remove.
    """
    if held is None:
        return True
    if held.store != source.name:
        raise UsageError(
            f"{target.address.uri} holds the documents of another store",
            "replace them with `kg sync --rebuild`, or call the graphs of this one otherwise with --graphs IRI",
        )
    return held.number <= source.number and held == source.at(held.number)


def _remove_others(held: Cursor | None, source: Source, target: Target) -> None:
    """Remove the graphs of documents that this store does not hold."""
    names = target.names()
    if names is None:
        if held is not None and held.store != source.name:
            hint = "name the update endpoint (…/update) instead, which can tell what is there"
            raise UsageError(f"{target.address.uri} cannot list the graphs of the other store", hint)
        return
    ours = {target.address.graph(change.document) for change in source.since(0)}
    others = [name for name in names if name not in ours]
    for start in range(0, len(others), _DOCUMENTS):
        target.write(dict.fromkeys(others[start : start + _DOCUMENTS]))


def _follow(source: Source, target: Target, held: Cursor, report: PushReport, watch: Watch | None) -> PushReport:
    waiting = source.since(held.number)
    batch, number = _Batch({}), held.number
    for done, change in enumerate(waiting, 1):
        triples = source.triples(change.document)
        batch.graphs[target.address.graph(change.document)] = triples
        batch.size += len(triples or b"")
        number, report = change.number, _counted(report, triples)
        if batch.full or done == len(waiting):
            target.write({**batch.graphs, target.address.cursor: source.at(number).triples(target.address.cursor)})
            batch = _Batch({})
            if watch is not None:
                watch(done, len(waiting))
    return replace(report, number=number)


def _counted(report: PushReport, triples: bytes | None) -> PushReport:
    if triples is None:
        return replace(report, removed=report.removed + 1)
    return replace(report, documents=report.documents + 1, triples=report.triples + triples.count(b"\n"))
