"""Queries that the server looks up by itself: through HTTP they are what the workers say, and never old."""

import socket
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from hand_made import entity, extraction, fill
from served import WRITING, serving

ADA, BOB = entity("Ada Lovelace"), entity("Bob Martin")
POINT = f"SELECT DISTINCT ?whom {{ <{ADA.id}> kgo:met ?whom }}"
pytestmark = pytest.mark.servers


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    fill(tmp_path / "store", [extraction([(ADA, "met", BOB)])])
    return tmp_path / "store"


@pytest.fixture
def client(folder: Path) -> Iterator[httpx.Client]:
    with serving(folder) as found:
        yield found


def ask(client: httpx.Client, query: str, accept: str = "application/json") -> httpx.Response:
    return client.get("/sparql", params={"query": query}, headers={"accept": accept})


@pytest.mark.parametrize("accept", ["application/json", "application/xml", "text/csv", "text/tab-separated-values"])
@pytest.mark.parametrize(
    "query", [POINT, "SELECT * { ?s kgo:met ?o } LIMIT 9", f"ASK {{ <{BOB.id}> kgo:met ?o }}", "ASK { un:known ?p ?o }"]
)
def test_both_ways_give_the_same_bytes_and_the_same_head(client: httpx.Client, query: str, accept: str) -> None:
    for _ in range(3):  # The first opens the snapshot and goes to a worker.
        mine, theirs = ask(client, query, accept), ask(client, f"{query} # for a worker", accept)
        assert (mine.status_code, mine.content) == (theirs.status_code, theirs.content)
        assert [*mine.headers] == [*theirs.headers]
        assert all(mine.headers[name] == theirs.headers[name] for name in mine.headers if name != "date")
        time.sleep(0.1)


def test_what_was_written_is_read_at_once(client: httpx.Client, folder: Path) -> None:
    for number in range(5):
        assert len(ask(client, POINT).json()["results"]["bindings"]) == 1 + number
        more = f"INSERT DATA {{ GRAPH <x:g> {{ <{ADA.id}> <https://kg.example/ontology#met> <x:{number}> }} }}"
        assert client.post("/update", data={"update": more}, headers=WRITING).status_code == 204
        assert len(ask(client, POINT).json()["results"]["bindings"]) == 2 + number
        time.sleep(0.1)  # A thread opens the snapshot; what comes now is looked up.
        assert len(ask(client, POINT).json()["results"]["bindings"]) == 2 + number
    fill(folder, [extraction([(ADA, "met", entity("Carl Norton"))], title="next", source="next")])
    deadline = time.monotonic() + 20
    while len(ask(client, POINT).json()["results"]["bindings"]) < 7:  # Joined with the users' graphs in a while.
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_a_pattern_with_many_solutions_is_answered_whole(tmp_path: Path) -> None:
    with serving(tmp_path / "data", "--dataset", str(tmp_path / "data")) as client:
        rows = " ".join(f"<x:s> <x:p> {number} ." for number in range(1000))
        assert client.post("/update", data={"update": f"INSERT DATA {{ {rows} }}"}, headers=WRITING).status_code == 204
        for limit, count in (("", 1000), (" LIMIT 500", 500), (" LIMIT 20", 20), (" LIMIT 0", 0)):
            for _ in range(3):
                found = ask(client, f"SELECT ?o {{ <x:s> <x:p> ?o }}{limit}").json()["results"]["bindings"]
                assert len(found) == count
                time.sleep(0.05)


def test_an_answer_leaves_in_one_piece_and_requests_in_one_are_all_answered(client: httpx.Client) -> None:
    ask(client, POINT)
    time.sleep(0.2)
    request = f"GET /health HTTP/1.1\r\nHost: 127.0.0.1:{client.base_url.port}\r\n"
    with socket.create_connection(("127.0.0.1", client.base_url.port or 0), timeout=10) as raw:
        raw.sendall(f"{request}\r\n".encode())
        assert raw.recv(65_536).endswith(b"\r\n\r\nok\n")
        raw.sendall(f"{request}\r\n{request}\r\n{request}Connection: close\r\n\r\n".encode())
        said = b""
        while part := raw.recv(65_536):
            said += part
        assert said.count(b"\r\n\r\nok\n") == 3
