"""The Cypher that writes documents into the graph and takes them back, within one transaction.

Every node has the label KG, whose `iri` is unique. One statement writes one combination of labels or one type of
relationship. Labels and types come from `names`, all else goes by parameter.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from neo4j import ManagedTransaction

from kg.model.entity import EntityType
from kg.store.graph.names import relationship_type
from kg.store.graph.shape import Edge, Node
from kg.store.graph.target import Target

SCHEMA: Final = (
    "CREATE CONSTRAINT kg_iri IF NOT EXISTS FOR (n:KG) REQUIRE n.iri IS UNIQUE",
    "CREATE CONSTRAINT kg_cursor IF NOT EXISTS FOR (c:KGCursor) REQUIRE c.name IS UNIQUE",
    "CREATE INDEX kg_name IF NOT EXISTS FOR (n:Entity) ON (n.name)",
)
_FIRST: Final = sorted(("Document", "Entity", "Fact", "KG", "KGCursor", *EntityType))


def prepare(target: Target) -> None:
    """Make the constraints and indexes that are missing.

    Neo4j lists the labels of a node in the order in which it first saw them, the local server by the alphabet: a new
    Neo4j is shown them by the alphabet, so that `labels(n)` is the same.
    """
    if target.is_neo4j and not target.run("SHOW CONSTRAINTS YIELD name WHERE name = 'kg_iri' RETURN name"):
        for name in _FIRST:
            target.run(f"CREATE (n:`{name}`) DELETE n")
    for text in SCHEMA:
        target.run(text)


_SAID: Final = (
    "UNWIND $documents AS iri MATCH (d:KG {iri: iri})-[:SAYS]->(f:Fact) RETURN f.iri AS fact, f.relation AS relation"
)
_LOOSE: Final = (
    "UNWIND $entities AS iri MATCH (e:KG {iri: iri}) WHERE NOT EXISTS { MATCH (e)<-[:MENTIONS]-(:Document) } "
    "DETACH DELETE e"
)


def take_back(tx: ManagedTransaction, documents: Sequence[str]) -> None:
    """Remove all that the documents say; the documents and entities themselves stay."""
    facts = defaultdict[str, list[str]](list)
    for row in tx.run(_SAID, documents=documents):
        facts[row["relation"]].append(row["fact"])
    for relation, ids in sorted(facts.items()):
        tx.run(_ENDS % relationship_type(relation), facts=ids).consume()
    tx.run("UNWIND $documents AS iri MATCH (:KG {iri: iri})-[m:MENTIONS]->() DELETE m", documents=documents).consume()
    remove(tx, [fact for ids in facts.values() for fact in ids])


_ENDS: Final = (
    "UNWIND $facts AS fact MATCH (f:KG {iri: fact})-[:SUBJECT]->(s:KG) MATCH (f)-[:OBJECT]->(o:KG) "
    "MATCH (s)-[r:`%s`]->(o) WHERE r.fact = fact DELETE r"
)


def remove(tx: ManagedTransaction, nodes: Sequence[str]) -> None:
    """Remove nodes with all their relationships."""
    if nodes:
        tx.run("UNWIND $nodes AS iri MATCH (n:KG {iri: iri}) DETACH DELETE n", nodes=nodes).consume()


def put_nodes(tx: ManagedTransaction, nodes: Iterable[Node]) -> None:
    """Write nodes; each has exactly the properties given.

    Asking first which nodes are there takes the place of MERGE, for which the local server reads all nodes of the
    labels, where it finds one by the index otherwise.
    """
    kinds = defaultdict[tuple[str, ...], list[Mapping[str, object]]](list)
    for node in nodes:
        kinds[node.labels].append(node.properties)
    for labels, rows in sorted(kinds.items()):
        there = {row["iri"] for row in tx.run(_THERE, iris=[row["iri"] for row in rows])}
        if there:
            tx.run(_UPDATE, rows=[row for row in rows if row["iri"] in there]).consume()
        if len(there) < len(rows):
            words = "`:`".join(("KG", *labels))
            tx.run(_CREATE % words, rows=[row for row in rows if row["iri"] not in there]).consume()


_THERE: Final = "UNWIND $iris AS iri MATCH (n:KG {iri: iri}) RETURN n.iri AS iri"
_UPDATE: Final = "UNWIND $rows AS row MATCH (n:KG {iri: row.iri}) SET n = row"
_CREATE: Final = "UNWIND $rows AS row CREATE (n:`%s`) SET n = row"


def add_edges(tx: ManagedTransaction, edges: Iterable[Edge]) -> None:
    """Write relationships, none of which is there yet."""
    kinds = defaultdict[str, list[dict[str, object]]](list)
    for edge in edges:
        kinds[edge.type].append({"start": edge.start, "end": edge.end, "properties": edge.properties})
    for kind, rows in sorted(kinds.items()):
        tx.run(_EDGE % kind, rows=rows).consume()


_EDGE: Final = (
    "UNWIND $rows AS row MATCH (a:KG {iri: row.start}) MATCH (b:KG {iri: row.end}) "
    "CREATE (a)-[r:`%s`]->(b) SET r = row.properties"
)


def drop_loose(tx: ManagedTransaction, entities: Sequence[str]) -> None:
    """Remove those of the entities that no document mentions any more."""
    if entities:
        tx.run(_LOOSE, entities=entities).consume()
