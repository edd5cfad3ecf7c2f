"""`kg serve --bolt-port`: the driver reads the property graph, which follows what is ingested meanwhile."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import httpx
import pytest
from neo4j import Driver, GraphDatabase

from hand_made import entity, extraction
from kg.model import EntityType
from kg.rdf import quads
from kg.resolve import across
from kg.store import Writer

ANNE, NOVATEL = entity("Anne Dubois"), entity("Novatel", EntityType.ORGANIZATION)
pytestmark = [pytest.mark.servers, pytest.mark.timeout(120)]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def ingest(store: Path, title: str, relation: str) -> None:
    with Writer(store, render=quads, resolver=across) as writer:
        writer.commit(extraction([(ANNE, relation, NOVATEL)], title=title))


def relations(driver: Driver) -> set[str]:
    found, _, _ = driver.execute_query("MATCH (:Entity)-[r]->(:Entity) RETURN DISTINCT type(r) AS t", database_="kg")
    return {row["t"] for row in found}


def test_bolt_and_sparql_stand_side_by_side_and_follow_the_store(tmp_path: Path) -> None:
    store, bolt, http = tmp_path / "store", free_port(), free_port()
    ingest(store, "One", "acquired")
    command = [
        sys.executable,
        "-m",
        "kg",
        "--store",
        str(store),
        "serve",
        "--port",
        str(http),
        "--bolt-port",
        str(bolt),
    ]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        assert server.stderr is not None
        try:
            assert f"bolt://127.0.0.1:{bolt}" in server.stderr.readline()
            assert "/sparql" in server.stderr.readline()
            password = (store / "graph" / "password").read_text(encoding="utf-8")
            with GraphDatabase.driver(f"bolt://127.0.0.1:{bolt}", auth=("root", password)) as driver:
                assert relations(driver) == {"ACQUIRED"}
                ingest(store, "Two", "sued")
                deadline = time.monotonic() + 30
                while relations(driver) != {"ACQUIRED", "SUED"}:
                    assert time.monotonic() < deadline, relations(driver)
                    time.sleep(0.2)
            asked = {"query": "ASK { ?s <https://kg.example/ontology#sued> ?o }"}
            accept = {"Accept": "application/sparql-results+json"}
            assert httpx.get(f"http://127.0.0.1:{http}/sparql", params=asked, headers=accept).json()["boolean"]
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)
