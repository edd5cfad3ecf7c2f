"""Two servers, one store: what the tests of this folder run against."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from hand_made import fill
from kg.store.graph import Address, Target, connect_local, push
from servers import real_neo4j
from servers.news import PRESS
from servers.real_neo4j import Neo4jProcess


@pytest.fixture(autouse=True)
def _nobodys_server(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests away from a server that the environment names."""
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def neo4j_process(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jProcess]:
    reason = real_neo4j.missing()
    if reason is not None:
        assert not os.environ.get("CI"), reason
        pytest.skip(reason)
    server = Neo4jProcess(tmp_path_factory.mktemp("neo4j") / "home")
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(scope="session")
def neo4j_address(neo4j_process: Neo4jProcess) -> Address:
    return Address(neo4j_process.uri, real_neo4j.USER, real_neo4j.PASSWORD)


@pytest.fixture
def neo4j_environment(neo4j_process: Neo4jProcess, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name the server in the environment, as users do, and return its address."""
    monkeypatch.setenv("NEO4J_URI", neo4j_process.uri)
    monkeypatch.setenv("NEO4J_PASSWORD", real_neo4j.PASSWORD)
    return neo4j_process.uri


@pytest.fixture(scope="session")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a store with the whole press; no test changes it."""
    folder = tmp_path_factory.mktemp("press") / "store"
    fill(folder, PRESS)
    return folder


@pytest.fixture(scope="session")
def local(press: Path) -> Iterator[Target]:
    """Connect to a local server that holds the press."""
    with connect_local(press) as target:
        push(press, target)
        yield target


@pytest.fixture(scope="session")
def neo4j(neo4j_address: Address) -> Iterator[Target]:
    with Target(neo4j_address) as target:
        yield target


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """Return a store of the test's own, still empty."""
    folder = tmp_path / "store"
    fill(folder, [])
    return folder


@pytest.fixture(scope="session")
def _scratch(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    """Connect to a local server that tests may write to."""
    folder = tmp_path_factory.mktemp("scratch") / "store"
    fill(folder, [])
    with connect_local(folder) as found:
        yield found


@pytest.fixture(params=["_scratch", "neo4j"], ids=["local", "neo4j"])
def target(request: pytest.FixtureRequest) -> Target:
    """Return a connection to the local server, then to Neo4j, with nothing in it."""
    found = request.getfixturevalue(request.param)
    assert isinstance(found, Target)
    found.run("MATCH (n) DETACH DELETE n")
    return found
