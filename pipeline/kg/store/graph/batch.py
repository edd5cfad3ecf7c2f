"""Some changed documents with all that has to be written for them, read from the ledger."""

import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.model.codec import loads
from kg.store.graph.shape import Edge, Node, Shape, entity_node, shape
from kg.store.graph.target import Target
from kg.store.ledger import changes
from kg.store.ledger.settle import entity_of

_DOCUMENTS, _EDGES = 500, 20_000
MENTIONED: Final = (
    "UNWIND $documents AS iri MATCH (:KG {iri: iri})-[:MENTIONS]->(e:Entity) RETURN DISTINCT e.iri AS iri"
)
RETYPED: Final = (
    "UNWIND $entities AS one MATCH (e:KG {iri: one.iri}) WHERE e.type <> one.type "
    "OPTIONAL MATCH (e)<-[:MENTIONS]-(d:Document) RETURN e.iri AS entity, d.iri AS document"
)


@dataclass(slots=True)
class Batch:
    """Hold documents up to change number `end`: `shapes` of those to write, `gone` of those to take back.

    `entities` are the nodes of all entities that the documents mention or mentioned; `former` are those that no
    document of the batch mentions any more, `retyped` those whose node has the labels of another type.
    """

    end: int
    shapes: dict[str, Shape] = field(default_factory=dict)
    gone: list[str] = field(default_factory=list)
    entities: dict[str, Node] = field(default_factory=dict)
    former: list[str] = field(default_factory=list)
    retyped: list[str] = field(default_factory=list)

    @property
    def documents(self) -> list[str]:
        """Return the ids of all documents."""
        return [*self.shapes, *self.gone]

    @property
    def nodes(self) -> Iterator[Node]:
        """Yield every node to write."""
        yield from self.entities.values()
        for found in self.shapes.values():
            yield found.document
            yield from found.facts

    @property
    def edges(self) -> Iterator[Edge]:
        """Yield every relationship to write."""
        for found in self.shapes.values():
            yield from found.edges


def next_batch(ledger: sqlite3.Connection, number: int, target: Target) -> Batch | None:
    """Return the next documents that changed after the number, None where there are none."""
    batch, edges = Batch(number), 0
    for change in changes.since(ledger, number):
        edges += _load(ledger, change.document, batch)
        batch.end = change.number
        if len(batch.documents) >= _DOCUMENTS or edges >= _EDGES:
            break
    if not batch.documents:
        return None
    while _incomplete(batch, ledger, target):
        pass
    return batch


def nodes(ledger: sqlite3.Connection, wanted: Iterable[str]) -> dict[str, Node]:
    """Return the nodes of those entities that documents hold, as all of them together describe each."""
    found = dict[str, Node]()
    for iri in wanted:
        row = ledger.execute("SELECT entity, mentions FROM entities WHERE id = ?", (iri,)).fetchone()
        if row is not None:
            found[iri] = entity_node(iri, entity_of(row[0]), row[1])
    return found


def _load(ledger: sqlite3.Connection, document: str, batch: Batch) -> int:
    """Add a document as it is now and return how many relationships it brings.

    One that is being written again is left out: its next change is about to be numbered.
    """
    row = ledger.execute("SELECT record, settled FROM documents WHERE id = ?", (document,)).fetchone()
    if row is None:
        batch.gone.append(document)
    elif row[1]:
        batch.shapes[document] = shape(loads(row[0]), changes.mapping(ledger, document), row[0])
        return len(batch.shapes[document].edges)
    return 0


def _incomplete(batch: Batch, ledger: sqlite3.Connection, target: Target) -> bool:
    """Find the entities of the batch and add the documents that it lacks; tell whether there were any.

    A node whose type changed is made again, because the local server cannot change labels: all documents that
    mention it have to tie it in again.
    """
    local = {iri: node for found in batch.shapes.values() for iri, node in found.entities.items()}
    before = [str(row["iri"]) for row in target.run(MENTIONED, {"documents": batch.documents})]
    batch.former = [iri for iri in before if iri not in local]
    batch.entities = {**local, **nodes(ledger, [*local, *batch.former])}
    wanted = [{"iri": node.iri, "type": node.properties["type"]} for node in batch.entities.values()]
    rows = target.run(RETYPED, {"entities": wanted})
    batch.retyped = sorted({str(row["entity"]) for row in rows})
    lacking = {str(row["document"]) for row in rows if row["document"]} - {*batch.documents}
    known = len(batch.documents)
    for document in sorted(lacking):
        _load(ledger, document, batch)
    return len(batch.documents) > known
