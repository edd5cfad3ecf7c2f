"""A graph server killed in the middle of a sync, or the sync itself: the next one ends with nothing lost or double."""

import json
import os
import random
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from faults.articles import command, exported
from faults.mutants import many
from hand_made import entity, extraction
from kg.errors import UnavailableError
from kg.store import Reader
from kg.store.graph import Address, Target, batch, compare, connect_local, extractions, push
from kg.store.graph import target as targets
from kg.writing import open_writer
from servers import real_neo4j
from servers.real_neo4j import Neo4jProcess

pytestmark = [pytest.mark.servers, pytest.mark.slow, pytest.mark.timeout(3600)]
DOCUMENTS = 60
Restart = Callable[[], None]


@pytest.fixture(scope="module")
def neo4j(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Neo4jProcess]:
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


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a store whose documents share entities, sent some at a time."""
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        monkeypatch.delenv(name)
    monkeypatch.setattr(batch, "_DOCUMENTS", 4)
    draw, pool = random.Random(3), [entity(f"Person Number{chr(65 + n)}") for n in range(20)]
    made = []
    for number in range(DOCUMENTS):
        triples = [(*draw.sample(pool, 1), "met", *draw.sample(pool, 1)) for _ in range(4)]
        made.append(extraction(triples, title=f"Title {number}", source=f"{number}.txt"))
    with open_writer(tmp_path / "s") as writer:
        for one in made:
            writer.commit(one)
    return tmp_path / "s"


def cut_off(store: Path, target: Target, draw: random.Random, harm: Restart) -> None:
    """Push from the beginning, and do harm after some batch, at once or a moment later."""
    at, reached = draw.randrange(4, DOCUMENTS - 4), threading.Event()

    def watch(done: int, _total: int) -> None:
        if done >= at:
            reached.set()

    def run() -> None:
        try:
            push(store, target, rebuild=True, watch=watch)
        except UnavailableError as error:
            said.append(error)

    said = list[UnavailableError]()
    pushing = threading.Thread(target=run)
    pushing.start()
    assert reached.wait(60)
    time.sleep(draw.choice((0.0, draw.uniform(0.0, 0.1))))
    harm()
    pushing.join(120)
    assert not pushing.is_alive()
    assert all(error.hint for error in said)


def whole(store: Path, target: Target) -> None:
    """Check that the graph holds what the store does, no more, no less, and gives every document back."""
    push(store, target)
    assert [one for one in compare(store, target) if not one.same] == []
    nodes = target.run("MATCH (n:KG) RETURN count(n) AS n, count(DISTINCT n.iri) AS different")
    assert nodes[0]["n"] == nodes[0]["different"]
    with Reader(store) as reader:
        back = {one.document.id: (one, mapping) for one, mapping in extractions(target)}
        assert len(back) == DOCUMENTS
        assert all(reader.extraction(identifier) == pair for identifier, pair in back.items())


def test_neo4j_killed_in_a_sync_and_started_again_loses_nothing(store: Path, neo4j: Neo4jProcess) -> None:
    draw, address = random.Random(11), Address(neo4j.uri, real_neo4j.USER, real_neo4j.PASSWORD)

    def restart() -> None:
        neo4j.stop()
        neo4j.start()

    for _ in range(many(1, 25)):
        with Target(address) as target:
            cut_off(store, target, draw, restart)
        with Target(address) as target:
            whole(store, target)


def test_the_local_server_killed_in_a_sync_loses_nothing(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "_RETRY_SECONDS", 1.0)
    draw = random.Random(12)

    def kill() -> None:
        held = json.loads((store / "graph" / "server.json").read_text(encoding="utf-8"))
        os.kill(held["pid"], signal.SIGKILL)

    for _ in range(many(2, 50)):
        with connect_local(store) as target:
            cut_off(store, target, draw, kill)
        with connect_local(store) as target:
            whole(store, target)


def test_a_sync_killed_at_any_moment_is_made_whole_by_the_next(
    store: Path, neo4j: Neo4jProcess, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", real_neo4j.PASSWORD)
    draw, line = random.Random(13), command(store, "sync", neo4j.uri, "--rebuild")
    for _ in range(many(3, 50)):
        with subprocess.Popen(line, stdout=subprocess.DEVNULL) as process:
            time.sleep(draw.uniform(0.3, 2.0))
            process.kill()
        with Target(Address(neo4j.uri, real_neo4j.USER, real_neo4j.PASSWORD)) as target:
            whole(store, target)
    back = command(store, "export", "--format", "nquads", "--from", neo4j.uri, "--output", tmp_path / "back")
    subprocess.run(back, check=True)
    assert (tmp_path / "back").read_bytes() == exported(store)
