"""Users' graphs survive the end of the server at any moment; readers survive that of a snapshot."""

import os
import random
import shutil
import signal
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

import httpx
import pytest

from hand_made import entity, extraction, fill
from served import WRITING, serving

ADA, BOB = entity("Ada Lovelace"), entity("Bob Martin")
pytestmark = pytest.mark.servers


def test_a_server_killed_between_and_in_changes_loses_none_that_it_confirmed(tmp_path: Path) -> None:
    folder, chance, confirmed, sent = tmp_path / "store", random.Random(3), set[int](), 0
    fill(folder, [extraction([(ADA, "met", BOB)])])
    for _ in range(5):
        with serving(folder) as client:
            client.headers.update(WRITING)
            killer = threading.Timer(chance.uniform(0.0, 1.2), client.process.kill)
            try:
                for number in count():
                    sent += 1
                    answer = client.post("/update", data={"update": batch(sent)})
                    assert answer.status_code == 204, answer.text
                    confirmed.add(sent)
                    if number == 0:  # Its worker runs now, however busy the machine is.
                        killer.start()
            except httpx.TransportError:
                killer.join()
    with serving(folder) as client:
        query = "SELECT ?n (COUNT(*) AS ?c) { GRAPH ?g { ?n <x:in> ?o } } GROUP BY ?n"
        rows = client.get("/sparql", params={"query": query}).json()["results"]["bindings"]
    held = {int(row["n"]["value"].removeprefix("x:")): int(row["c"]["value"]) for row in rows}
    assert len(confirmed) >= 5
    assert confirmed <= set(held)
    assert set(held.values()) == {3}, "a change is there as a whole or not at all"


@pytest.mark.parametrize("address", ["/update", "/sparql"])
def test_who_waits_when_the_server_is_stopped_is_told_so(tmp_path: Path, address: str) -> None:
    fill(tmp_path / "store", [])
    rows = " ".join(f"<x:{number}>" for number in range(300))
    values = " ".join(f"VALUES ?{name} {{ {rows} }}" for name in "abcd")
    texts = {
        "/update": {"update": f"INSERT {{ ?a ?b ?c }} WHERE {{ {values} }}"},
        "/sparql": {"query": f"SELECT (COUNT(*) AS ?n) {{ {values} FILTER(?a != ?b && ?c != ?d) }}"},
    }
    with serving(tmp_path / "store", "--timeout", "60") as client, ThreadPoolExecutor(2) as pool:
        waiting = [pool.submit(client.post, address, data=texts[address], headers=WRITING) for _ in range(2)]
        time.sleep(1.0)
        assert not any(one.done() for one in waiting)
        client.process.terminate()
        assert [one.result().status_code for one in waiting] == [503, 503]


def batch(number: int) -> str:
    graphs = " ".join(f"GRAPH <x:g{part}> {{ <x:{number}> <x:in> {part} }}" for part in range(3))
    return f"INSERT DATA {{ {graphs} }}"


def test_half_a_snapshot_that_a_killed_change_left_is_no_obstacle(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    fill(folder, [extraction([(ADA, "met", BOB)])])
    with serving(folder) as client:
        client.headers.update(WRITING)
        assert client.post("/update", data={"update": batch(1)}).status_code == 204
        for number in range(2, 5):
            (folder / "user" / "gen" / f"{number:06}.tmp").mkdir()
        answer = client.post("/update", data={"update": batch(2)})
        assert answer.status_code == 204, answer.text
    assert not list((folder / "user" / "gen").glob("*.tmp"))


def test_a_query_goes_on_while_its_snapshot_is_deleted(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    fill(folder, [extraction([(ADA, "met", BOB)], title=f"{index}", source=f"{index}") for index in range(30)])
    slow = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g kgo:met ?i }"
    with serving(folder) as client:
        before = client.get("/sparql", params={"query": slow}).json()
        found = list[object]()
        asking = threading.Thread(target=lambda: found.append(client.get("/sparql", params={"query": slow}).json()))
        asking.start()
        time.sleep(0.05)
        for path in (folder / "gen").iterdir():
            shutil.rmtree(path)
        asking.join()
        assert found == [before]
        fill(folder, [extraction([(BOB, "met", ADA)], title="next", source="next")])
        assert client.get("/sparql", params={"query": f"ASK {{ <{BOB.id}> kgo:met <{ADA.id}> }}"}).json()["boolean"]


def test_a_worker_that_dies_is_replaced(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    fill(folder, [extraction([(ADA, "met", BOB)])])
    with serving(folder) as client:
        for pid in children(client.process.pid):
            os.kill(pid, signal.SIGKILL)
        time.sleep(0.5)
        for _ in range(10):
            assert client.get("/sparql", params={"query": "ASK { ?s kgo:met ?o }"}).json()["boolean"]


def children(parent: int) -> list[int]:
    listed = Path(f"/proc/{parent}/task/{parent}/children")
    return [int(one) for one in listed.read_text().split()]
