"""The same Cypher gives the same rows on the local graph server and on Neo4j."""

import json
from pathlib import Path

import pytest

from kg.model.codec import Json
from kg.query.cypher import parameters
from kg.resources import ontology
from kg.store.graph import Target, ask, push

pytestmark = pytest.mark.servers

FILES = sorted((ontology() / "queries").glob("*.cypher"))
QUERIES = {
    "every entity as a node": "MATCH (e:Entity) RETURN e ORDER BY e.iri",
    "every fact as a node": "MATCH (f:Fact) RETURN f ORDER BY f.iri",
    "every relationship": "MATCH (a:KG)-[r]->(b:KG) RETURN r ORDER BY a.iri, type(r), b.iri, r.fact",
    "a path": "MATCH p = (:Person)-[:ENDORSES]->(b)-[:OPPONENT_OF]-(c) RETURN p "
    "ORDER BY [r IN relationships(p) | r.fact]",
    "several labels": "MATCH (e:Entity:Organization) RETURN e.name ORDER BY e.name",
    "labels": "MATCH (e:Entity) RETURN labels(e) AS labels, count(*) AS n ORDER BY labels",
    "either label": "MATCH (e:Person|OnlineAccount) RETURN e.name ORDER BY e.name",
    "label in where": "MATCH (e) WHERE e:Group OR e:Place RETURN e.name ORDER BY e.name",
    "not a label": "MATCH (e:Entity&!Person) RETURN e.name ORDER BY e.name",
    "relationship type": "MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS t, count(*) AS n ORDER BY n DESC, t",
    "variable length": (
        "MATCH (a:Entity {name: 'Elon Musk'})-[:ENDORSES|OWNS|SUED|OPPONENT_OF*1..3]->(b) "
        "RETURN DISTINCT b.name ORDER BY b.name"
    ),
    "quantified path": (
        "MATCH (a:Entity {name: 'Elon Musk'})((:Entity)-[r WHERE r.fact IS NOT NULL]->(:Entity)){1,3}(b:Entity) "
        "RETURN DISTINCT b.name AS name ORDER BY name"
    ),
    "shortest path": (
        "MATCH p = shortestPath((a:Entity {name: 'Elon Musk'})-[:ENDORSES|OPPONENT_OF*..4]-"
        "(b:Entity {name: 'Kamala Harris'})) RETURN length(p) AS n, [x IN nodes(p) | x.name] AS names"
    ),
    "exists": (
        "MATCH (e:Entity) WHERE EXISTS { (e)<-[:SUBJECT]-(:Fact {modality: 'denied'}) } RETURN e.name ORDER BY e.name"
    ),
    "count subquery": (
        "MATCH (e:Person) RETURN e.name AS name, COUNT { (e)<-[:SUBJECT]-() } AS n ORDER BY n DESC, name"
    ),
    "call subquery": (
        "MATCH (d:Document) CALL { WITH d MATCH (d)-[:SAYS]->(f) RETURN max(f.confidence) AS best, count(f) AS n } "
        "RETURN d.title, best, n ORDER BY d.title"
    ),
    "pattern comprehension": (
        "MATCH (d:Document) "
        "RETURN d.title AS title, size([(d)-[:SAYS]->(f) WHERE f.modality <> 'asserted' | f.iri]) AS n ORDER BY title"
    ),
    "optional": (
        "MATCH (e:Organization) OPTIONAL MATCH (e)-[r:SUED]->(o) RETURN e.name, type(r), o.name ORDER BY e.name, o.name"
    ),
    "aggregation": (
        "MATCH (f:Fact) RETURN f.modality AS modality, count(*) AS n, round(avg(f.confidence), 9) AS mean, "
        "min(f.start) AS first, sum(f.amount) AS amounts ORDER BY modality"
    ),
    "collect in order": (
        "MATCH (f:Fact) WITH f ORDER BY f.relation, f.iri RETURN f.modality AS m, collect(f.relation) AS r ORDER BY m"
    ),
    "union": "MATCH (e:Place) RETURN e.name AS n UNION MATCH (e:Group) RETURN e.name AS n",
    "case and text": (
        "MATCH (e:Entity) RETURN toUpper(left(e.name, 3)) AS short, CASE WHEN size(e.aliases) > 0 THEN e.aliases[0] "
        "ELSE '-' END AS alias, size(e.name) AS length, split(e.iri, '/')[-2] AS kind ORDER BY short, e.iri"
    ),
    "text search": "MATCH (f:Fact) WHERE f.sentence CONTAINS 'X' AND f.sentence =~ '(?s).*endors.*|.*s.ed.*' "
    "RETURN f.relation ORDER BY f.relation, f.iri",
    "dates": (
        "MATCH (f:Fact) WHERE size(f.time) = 10 WITH date(f.time) AS d RETURN d, d.year AS y, "
        "d + duration('P1D') AS next, duration.inDays(date('2024-01-01'), d).days AS days ORDER BY d, days"
    ),
    "months as text": (
        "MATCH (f:Fact) WHERE f.time >= '2024-07' AND f.time < '2024-08' "
        "RETURN f.time, f.relation ORDER BY f.time, f.iri"
    ),
    "unwind": "UNWIND range(1, 3) AS i UNWIND ['a', null] AS x RETURN i, x, i * 1.5 AS y ORDER BY i, y, x",
    "nulls": "MATCH (f:Fact) RETURN f.time IS NULL AS undated, f.nothing AS nothing, count(*) AS n ORDER BY undated",
    "maps": "MATCH (e:Person) RETURN {name: e.name, as: e.aliases} AS m, e {.name, .type} AS p ORDER BY e.name",
    "properties of a fact": "MATCH (f:RaisedFunds) RETURN properties(f) AS p ORDER BY f.iri",
    "role names": "MATCH (f:Fact)-[r]->(:Entity) RETURN type(r) AS role, count(*) AS n ORDER BY role",
    "values": (
        "RETURN date('2024-07-29') AS a, datetime('2024-07-29T10:00:00+02:00') AS b, time('10:00Z') AS c, "
        "localdatetime('2024-07-29T10:00') AS d, localtime('10:00') AS e, duration('P1Y2M3DT4H') AS f, "
        "point({x: 1, y: 2}) AS g, point({longitude: 2.35, latitude: 48.85}) AS h, 1e3 AS i, true AS j, "
        "[1, [null]] AS k, {b: 1, a: {c: 'é'}} AS l"
    ),
    "reduce": (
        "MATCH (f:Fact) WITH f ORDER BY f.iri WITH collect(f.confidence) AS c "
        "RETURN round(reduce(s = 0.0, x IN c | s + x), 6) AS sum, any(x IN c WHERE x < 0.5) AS low"
    ),
    "parameters": "UNWIND $names AS name MATCH (e:Entity) WHERE name IN e.aliases RETURN name, e.name ORDER BY name",
    "skip and limit": "MATCH (e:Entity) RETURN e.name ORDER BY e.name SKIP 2 LIMIT 4",
    "order with nulls": "MATCH (f:Fact) RETURN f.time, f.relation ORDER BY f.time DESC, f.relation, f.iri",
}
GIVEN: dict[str, Json] = {"names": ["Musk", "Trump", "Twitter", "Nobody"]}


@pytest.fixture(scope="module")
def remote(press: Path, neo4j: Target) -> Target:
    """Return a Neo4j that holds the press."""
    push(press, neo4j)
    return neo4j


def both(local: Target, neo4j: Target, text: str) -> tuple[list[list[Json]], list[list[Json]]]:
    """Return the rows of a query on each server."""
    values = {**GIVEN, **parameters(text)}
    columns, here = ask(local, text, values)
    names, there = ask(neo4j, text, values)
    assert columns == names
    return list(here), list(there)


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_queries_that_come_with_kg(local: Target, remote: Target, file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.startswith("// ")
    here, there = both(local, remote, text)
    assert here
    assert json.dumps(here) == json.dumps(there)


@pytest.mark.parametrize("name", QUERIES)
def test_queries_as_users_write_them(local: Target, remote: Target, name: str) -> None:
    here, there = both(local, remote, QUERIES[name])
    assert here
    assert json.dumps(here) == json.dumps(there)


def test_there_are_enough_of_them() -> None:
    assert len(FILES) >= 12
    assert len(FILES) + len(QUERIES) >= 25
