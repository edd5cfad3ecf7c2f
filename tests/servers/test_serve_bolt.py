"""`kg serve --bolt-port`: the driver reads the property graph, which follows what is ingested meanwhile."""

import contextlib
import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import Driver, GraphDatabase
from neo4j.exceptions import DriverError, Forbidden, Neo4jError

from hand_made import entity, extraction
from kg.model import EntityType
from kg.rdf import quads
from kg.resolve import across
from kg.store import Writer
from kg.store.graph import check
from served import free_port, serving

ANNE, NOVATEL = entity("Anne Dubois"), entity("Novatel", EntityType.ORGANIZATION)
pytestmark = [pytest.mark.servers, pytest.mark.timeout(120)]


def ingest(store: Path, title: str, relation: str) -> None:
    with Writer(store, render=quads, resolver=across) as writer:
        writer.commit(extraction([(ANNE, relation, NOVATEL)], title=title))


def relations(driver: Driver) -> set[str]:
    found, _, _ = driver.execute_query("MATCH (:Entity)-[r]->(:Entity) RETURN DISTINCT type(r) AS t", database_="kg")
    return {row["t"] for row in found}


@contextlib.contextmanager
def bolt(store: Path, *options: str) -> Iterator[tuple[Driver, int]]:
    """Run `kg serve` with a graph server beside it and yield a driver for the user that it tells, and the port."""
    port = free_port()
    command = [sys.executable, "-m", "kg", "--store", str(store), "serve", "--port", str(free_port())]
    line = [*command, "--bolt-port", str(port), *options]
    with subprocess.Popen(line, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            said = server.stderr.readline()
            told = re.fullmatch(r"(bolt://\S+) \(database kg, user (\w+), password in (.*)\)\n", said)
            assert told is not None, said
            password = Path(told[3]).read_text(encoding="utf-8")
            assert password not in said
            with GraphDatabase.driver(told[1], auth=(told[2], password)) as driver:
                yield driver, port
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)


def test_bolt_and_sparql_stand_side_by_side_and_follow_the_store(tmp_path: Path) -> None:
    store, port = tmp_path / "store", free_port()
    ingest(store, "One", "acquired")
    with serving(store, "--bolt-port", str(port), timeout=60) as client:
        password = (store / "graph" / "reader").read_text(encoding="utf-8")
        with GraphDatabase.driver(f"bolt://127.0.0.1:{port}", auth=("reader", password)) as driver:
            assert relations(driver) == {"ACQUIRED"}
            ingest(store, "Two", "sued")
            eventually(driver, {"ACQUIRED", "SUED"})
        asked = {"query": "ASK { ?s <https://kg.example/ontology#sued> ?o }"}
        assert client.get("/sparql", params=asked, headers={"accept": "application/json"}).json()["boolean"]


@pytest.mark.models
def test_other_verbs_work_beside_a_server(tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest(store, "One", "acquired")
    (tmp_path / "two.txt").write_text("Marie Durand a rencontré Paul Petit à Lyon.\n", encoding="utf-8")
    with bolt(store) as (driver, _):
        line = [sys.executable, "-m", "kg", "--store", str(store)]
        verbs = (
            ["ingest", str(tmp_path / "two.txt"), "--lang", "fr"],
            ["facts", "--format", "json"],
            ["cypher", "MATCH (d:Document) RETURN count(d) AS n", "--format", "json"],
            ["sparql", "SELECT (COUNT(DISTINCT ?g) AS ?n) { GRAPH ?g { ?s ?p ?o } }", "--format", "json"],
        )
        said = [subprocess.run([*line, *verb], capture_output=True, text=True, check=False) for verb in verbs]
        assert [one.returncode for one in said] == [0] * 4, [one.stderr for one in said]
        assert {one["relation"] for one in json.loads(said[1].stdout)} == {"acquired", "met"}
        assert json.loads(said[2].stdout) == [{"n": 2}]
        assert json.loads(said[3].stdout)[0]["n"] >= 2
        eventually(driver, {"ACQUIRED", "MET"})


def eventually(driver: Driver, wanted: set[str]) -> None:
    deadline = time.monotonic() + 60
    while True:
        with contextlib.suppress(DriverError, Neo4jError):
            if relations(driver) == wanted:
                return
        assert time.monotonic() < deadline
        time.sleep(0.2)


WRITES = (
    "CREATE (n:Person {name: 'x'})",
    "CREATE (n:Unheard {name: 'x'})",
    "MERGE (n:Person {iri: 'urn:x'})",
    "MATCH (n:Person) SET n.name = 'x'",
    "MATCH (n:Person) REMOVE n.name",
    "MATCH (n:Person) SET n:Unheard",
    "MATCH (n) DETACH DELETE n",
    "MATCH ()-[r]->() DELETE r",
    "MATCH ()-[r]->() SET r.confidence = 1",
    "MATCH (a:Person), (b:Organization) CREATE (a)-[:UNHEARD]->(b)",
    "FOREACH (i IN [1] | CREATE (:Person {name: i}))",
    "CREATE INDEX mine FOR (n:Person) ON (n.name)",
    "CREATE CONSTRAINT mine FOR (n:Person) REQUIRE n.name IS UNIQUE",
    "CREATE USER eve SET PASSWORD 'eve-eve-eve'",
    "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
    "LOAD CSV FROM 'http://127.0.0.1:9/' AS line RETURN line",
    "LOAD CSV FROM 'http://192.0.2.1/' AS line RETURN line",
)


def test_who_connects_reads_and_changes_nothing(tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest(store, "One", "acquired")
    with bolt(store) as (driver, port):
        for write in WRITES:
            for mode in ("READ", "WRITE"):
                with driver.session(database="kg", default_access_mode=mode) as session, pytest.raises(Forbidden):
                    session.run(write).consume()
            with driver.session(database="kg") as session, pytest.raises(Forbidden):
                session.execute_write(lambda tx, write=write: tx.run(write).consume())
        assert relations(driver) == {"ACQUIRED"}
        line = [sys.executable, "-m", "kg", "--store", str(store), "cypher"]
        beside = subprocess.run([*line, WRITES[0]], capture_output=True, text=True, check=False)
        assert (beside.returncode, beside.stdout) == (2, "")
        assert "kg cypher --write" in beside.stderr
        assert json.loads((store / "graph" / "server.json").read_text(encoding="utf-8"))["bolt"] == port
        assert all(one.same for one in check(store))


def test_writing_over_bolt_can_be_asked_for(tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest(store, "One", "acquired")
    with bolt(store, "--bolt-write") as (driver, _):
        driver.execute_query("CREATE (n:Mine {name: 'x'})", database_="kg")
        line = [sys.executable, "-m", "kg", "--store", str(store), "cypher", "--write", "--format", "csv"]
        done = subprocess.run([*line, "MATCH (n:Mine) DELETE n RETURN 1 AS x"], capture_output=True, check=True)
        assert done.stdout == b"x\n1\n"


HEAVY = "UNWIND range(1, 20000) AS a UNWIND range(1, 20000) AS b MATCH (n) WHERE n.name = toString(a * b) RETURN n.name"


def test_a_heavy_query_over_bolt_is_stopped(tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest(store, "One", "acquired")
    with bolt(store, "--timeout", "5") as (driver, _):
        begin = time.monotonic()
        with pytest.raises(Neo4jError) as caught:
            driver.execute_query(HEAVY, database_="kg")
        assert "TransactionTimedOut" in (caught.value.code or "")
        assert 4.5 < time.monotonic() - begin < 30
        assert relations(driver) == {"ACQUIRED"}


def test_kg_cypher_has_a_time_limit_where_one_is_asked_for(tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest(store, "One", "acquired")
    line = [sys.executable, "-m", "kg", "--store", str(store), "cypher", "--timeout", "5", HEAVY]
    done = subprocess.run(line, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (2, ""), done.stderr
    assert "took too long" in done.stderr


def test_a_graph_server_that_dies_is_started_again_where_it_was(tmp_path: Path) -> None:
    store = tmp_path / "store"
    ingest(store, "One", "acquired")
    with bolt(store) as (driver, _):
        assert relations(driver) == {"ACQUIRED"}
        os.kill(json.loads((store / "graph" / "server.json").read_text(encoding="utf-8"))["pid"], signal.SIGKILL)
        ingest(store, "Two", "sued")
        eventually(driver, {"ACQUIRED", "SUED"})


def test_a_port_that_is_taken_is_said_at_once(tmp_path: Path) -> None:
    ingest(tmp_path / "store", "One", "acquired")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        line = [sys.executable, "-m", "kg", "--store", str(tmp_path / "store"), "serve", "--bolt-port", port]
        done = subprocess.run(line, capture_output=True, text=True, check=False, timeout=20)
    assert (done.returncode, "--bolt-port" in done.stderr) == (3, True), done.stderr


@pytest.mark.parametrize("options", [["--bolt-write"], ["--dataset", "x", "--bolt-port", "7687"], ["--bolt-port", "0"]])
def test_options_that_would_not_be_heeded_are_refused(tmp_path: Path, options: list[str]) -> None:
    line = [sys.executable, "-m", "kg", "--store", str(tmp_path), "serve", "--port", "0", *options]
    assert subprocess.run(line, capture_output=True, check=False, timeout=30).returncode == 2
