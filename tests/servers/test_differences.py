"""What the local server does otherwise than Neo4j, pinned: where one of these fails, the code around it can go."""

from pathlib import Path

import pytest
from neo4j.exceptions import Neo4jError

from kg.store.graph import Target, push

pytestmark = pytest.mark.servers

_NODE = "CREATE (n:KG:Entity:Person {iri: 'urn:x'})"
_LABEL = "MATCH (n:KG {iri: 'urn:x'}) REMOVE n:%s SET n:%s RETURN labels(n) AS labels"


def run(target: Target, text: str) -> list[dict[str, object]]:
    with target.session() as session:
        return session.run(text).data()


def relabel(target: Target) -> list[dict[str, object]]:
    """Change a label twice, each time in a transaction, and return the rows of the last."""
    run(target, _NODE)
    try:
        with target.session() as session:
            session.execute_write(lambda tx: tx.run(_LABEL % ("Person", "Place")).consume())
            return session.execute_write(lambda tx: tx.run(_LABEL % ("Place", "Organization")).data())
    finally:
        run(target, "MATCH (n:KG {iri: 'urn:x'}) DELETE n")


def test_labels_of_a_node_under_a_constraint_stay(press: Path, local: Target, neo4j: Target) -> None:
    """So `batch.retyped` makes a node again."""
    push(press, neo4j)
    assert relabel(neo4j) == [{"labels": ["Entity", "KG", "Organization"]}]
    with pytest.raises(Neo4jError):
        relabel(local)


def test_means_differ_in_the_last_digit(local: Target, neo4j: Target) -> None:
    text = "UNWIND [0.9, 0.9, 0.9] AS x RETURN avg(x) AS mean"
    ((here,), (there,)) = (run(one, text)[0].values() for one in (local, neo4j))
    assert here == pytest.approx(there, abs=1e-12)


def test_reading_sessions_can_write_on_the_local_server(local: Target, neo4j: Target) -> None:
    """So `kg cypher` and `kg serve` ask as a user who may only read."""
    text = "CREATE (n:Scrap) DELETE n"
    with local._driver.session(database=local.address.database, default_access_mode="READ") as session:
        session.run(text).consume()
    with neo4j._driver.session(default_access_mode="READ") as session, pytest.raises(Neo4jError, match="read access"):
        session.run(text).consume()
