"""Compares a graph with the store, node by node and relationship by relationship, without holding either."""

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from neo4j import Query

from kg.model.codec import loads
from kg.model.ids import digest
from kg.store.graph.batch import nodes
from kg.store.graph.shape import Edge, Node, shape
from kg.store.graph.target import Target
from kg.store.ledger import changes, documents
from kg.store.reader import Reader

_NODES: Final = "MATCH (n:KG) RETURN labels(n) AS labels, properties(n) AS properties"
_EDGES: Final = (
    "MATCH (a:KG)-[r]->(b:KG) RETURN type(r) AS type, a.iri AS start, b.iri AS end, properties(r) AS properties"
)


@dataclass(frozen=True, slots=True)
class Difference:
    """Hold how many things of a kind the store and the graph have; `same` is True where their contents agree too."""

    kind: str
    store: int
    graph: int
    same: bool


class Tally:
    """Count things by kind and sum up their digests, so that their order does not matter."""

    def __init__(self, things: Iterable[Node | Edge]) -> None:
        """Count all of the things."""
        self.counts = defaultdict[str, int](int)
        self.sums = defaultdict[str, int](int)
        for thing in things:
            kind, text = _described(thing)
            self.counts[kind] += 1
            self.sums[kind] = (self.sums[kind] + int(digest(text), 16)) % 2**80


def compare(store: Path, target: Target) -> list[Difference]:
    """Return every kind of node and relationship with its numbers in the store and in the graph.

    Raises StoreError, UnavailableError.
    """
    with Reader(store) as reader:
        ours = Tally(_stored(reader.ledger))
    theirs = Tally(_held(target))
    kinds = sorted({*ours.counts, *theirs.counts})
    return [Difference(k, ours.counts[k], theirs.counts[k], ours.sums[k] == theirs.sums[k]) for k in kinds]


def _stored(ledger: sqlite3.Connection) -> Iterator[Node | Edge]:
    entities = dict[str, Node]()
    for record in documents.texts(ledger):
        extraction = loads(record)
        found = shape(extraction, changes.mapping(ledger, extraction.document.id), record)
        yield found.document
        yield from found.facts
        yield from found.edges
        entities |= found.entities
    yield from {**entities, **nodes(ledger, entities)}.values()


def _held(target: Target) -> Iterator[Node | Edge]:
    with target.stream(Query(_NODES), {}) as result:
        for labels, properties in result:
            yield Node(str(properties.get("iri")), tuple(labels), properties)
    with target.stream(Query(_EDGES), {}) as result:
        for kind, start, end, properties in result:
            yield Edge(kind, start, end, properties)


def _described(thing: Node | Edge) -> tuple[str, str]:
    """Return the kind of a thing and all that it says."""
    if isinstance(thing, Edge):
        return f"[:{thing.type}]", _text([thing.start, thing.end], thing.properties)
    labels = sorted({*thing.labels, "KG"})
    kind = next((label for label in ("Document", "Entity", "Fact") if label in labels), "KG")
    return f"(:{kind})", _text(labels, thing.properties)


def _text(words: list[str], properties: Mapping[str, object]) -> str:
    return json.dumps([words, properties], ensure_ascii=False, sort_keys=True, default=str)
