"""Compares a remote store with this one, graph by graph: numbers of triples and digests of what they say."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from pyoxigraph import RdfFormat, Store, serialize

from kg.model.ids import digest
from kg.store.graph.difference import Difference
from kg.store.remote.cursor import Cursor
from kg.store.remote.source import Source
from kg.store.remote.target import Target


class Content(NamedTuple):
    """Hold the number of triples of a graph and the digest of them all."""

    triples: int
    digest: str

    @classmethod
    def of(cls, triples: bytes) -> "Content":
        """Measure a graph; stores write the same number in several ways, so that it is read first."""
        dataset = Store()
        dataset.load(triples, format=RdfFormat.N_TRIPLES)
        text = serialize(iter(dataset), format=RdfFormat.N_QUADS) or b""
        return cls(len(dataset), digest(*sorted(text.decode().splitlines())))


def compare(store: Path, target: Target) -> list[Difference]:
    """Return the numbers of changes, documents and triples here and there, and each document that differs.

    Raises StoreError, UnavailableError, UsageError.
    """
    with Source(store) as source:
        held = Cursor.read(target)
        number = held.number if held is not None and held.store == source.name else 0
        pairs = list(_pairs(source, target))
        wrong = [
            Difference(name, ours.triples, theirs.triples, same=False) for name, ours, theirs in pairs if ours != theirs
        ]
        return [
            Difference("changes", source.number, number, same=held == source.at(source.number)),
            _total("documents", [(ours.triples > 0, theirs.triples > 0) for _, ours, theirs in pairs], wrong),
            _total("triples", [(ours.triples, theirs.triples) for _, ours, theirs in pairs], wrong),
            *wrong,
        ]


def _total(kind: str, counts: list[tuple[int, int]], wrong: list[Difference]) -> Difference:
    return Difference(kind, sum(one for one, _ in counts), sum(one for _, one in counts), same=not wrong)


def _pairs(source: Source, target: Target) -> Iterator[tuple[str, Content, Content]]:
    """Yield the content here and there of each graph that either has, or had."""
    graphs = {target.address.graph(change.document): change.document for change in source.since(0)}
    for graph in sorted({*graphs, *(target.names() or ())}):
        ours = source.triples(graphs[graph]) if graph in graphs else None
        yield graph, Content.of(ours or b""), Content.of(target.read(graph))
