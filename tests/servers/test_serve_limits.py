"""Heavy queries end with an error, the server lives on, and others do not wait for them."""

import contextlib
import itertools
import statistics
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

from hand_made import entity, extraction, fill
from served import serving

PEOPLE = [entity(f"Person Number{index}") for index in range(60)]
CROSS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
GREEDY = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?a ?c ?d ?f ?g ?i { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } }"
ENDLESS = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
pytestmark = pytest.mark.servers


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("limits") / "store"
    pairs = itertools.pairwise(PEOPLE)
    fill(folder, [extraction([(one, "met", other)], title=f"{one.name}", source=one.name) for one, other in pairs])
    return folder


@pytest.fixture(scope="module")
def client(folder: Path) -> Iterator[httpx.Client]:
    with serving(folder, "--timeout", "2", "--memory", "128") as found:
        yield found


def test_a_cross_product_ends_in_time_while_others_go_on(client: httpx.Client) -> None:
    waits, over = list[float](), threading.Event()

    def others() -> None:
        with httpx.Client(base_url=client.base_url) as other:
            while not over.is_set():
                start = time.monotonic()
                answer = other.get("/sparql", params={"query": f"SELECT * {{ <{PEOPLE[0].id}> kgo:met ?whom }}"})
                waits.append(time.monotonic() - start)
                assert len(answer.json()["results"]["bindings"]) == 1
                time.sleep(max(0.05 - waits[-1], 0.0))

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(others)
        start = time.monotonic()
        answer = client.post("/sparql", data={"query": CROSS})
        took = time.monotonic() - start
        over.set()
        running.result()
    assert answer.status_code == 503
    assert "2 s" in answer.text
    # How fast exactly is measured in benchmarks/: CI machines are noisy. Here the limit works and nobody waits for it.
    assert 1.9 < took < 10.0
    assert len(waits) > 5
    assert statistics.median(waits) < 1.0


def test_an_endless_answer_is_an_error_and_not_a_broken_answer(client: httpx.Client) -> None:
    start = time.monotonic()
    answer = client.post("/sparql", data={"query": ENDLESS})
    assert answer.status_code == 503
    assert time.monotonic() - start < 10.0


def test_a_query_that_wants_too_much_memory_ends_alone(client: httpx.Client) -> None:
    answer = client.post("/sparql", data={"query": GREEDY})
    assert answer.status_code == 503
    assert "128 MiB" in answer.text
    assert client.get("/health").text == "ok\n"


def test_more_heavy_queries_than_workers_all_end_in_time(client: httpx.Client) -> None:
    def ask(_: int) -> tuple[int, float]:
        start = time.monotonic()
        status = httpx.post(f"{client.base_url}/sparql", data={"query": CROSS}, timeout=20).status_code
        return status, time.monotonic() - start

    with ThreadPoolExecutor(12) as pool:
        found = list(pool.map(ask, range(12)))
    assert {status for status, _ in found} == {503}
    assert max(took for _, took in found) < 15.0
    assert client.get("/health").text == "ok\n"


def test_a_text_of_many_quotation_marks_is_read_in_time(client: httpx.Client) -> None:
    for text in ("'" * 200_001, '"' * 200_001, "'''" + "\\'" * 100_000, "<" * 200_000, "a" * 200_000, "'a\\" * 70_000):
        start = time.monotonic()
        assert client.post("/sparql", data={"query": f"SELECT {text}"}).status_code == 400
        assert time.monotonic() - start < 10.0


def test_a_body_too_large_is_refused(folder: Path) -> None:
    with serving(folder) as client:
        try:
            answer = client.post(
                "/sparql", content=b"#" * (65 << 20), headers={"content-type": "application/sparql-query"}
            )
            assert answer.status_code == 413
        except httpx.WriteError:
            pass  # The server hung up before all was sent, which is an answer, too.
        assert client.get("/health").text == "ok\n"


def test_no_worker_outlives_the_server(folder: Path) -> None:
    with serving(folder, "--timeout", "60") as client:
        asking = ThreadPoolExecutor(1).submit(client.post, "/sparql", data={"query": CROSS})
        time.sleep(0.5)
        workers = children(client.process.pid)
        assert len(workers) >= 5
        client.process.kill()
        assert isinstance(asking.exception(timeout=10), httpx.TransportError)
        time.sleep(0.5)
        assert not [pid for pid in workers if state(pid) not in ("gone", "Z")]


def state(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    return "gone"


def children(parent: int) -> list[int]:
    """Return the processes that a process started."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            if path.read_text().rpartition(")")[2].split()[1] == str(parent):
                found.append(int(path.parent.name))
    return found
