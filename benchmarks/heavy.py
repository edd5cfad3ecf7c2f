"""A cross product with a limit of two seconds beside twenty small queries a second: when it ends, how others fare."""

import contextlib
import http.client
import tempfile
import threading
import time
import urllib.parse
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from benchmarks import endpoint, machine, peers, press, table
from benchmarks.asked import Answers, Client
from benchmarks.peers import Endpoint

_CROSS: Final = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
_LIMIT: Final = 2
_PAUSE: Final = 0.05
_ROUNDS: Final = 8


def main(size: int = 1_500) -> None:
    """Send the heavy query again and again, one at a time, then two at once, while others ask."""
    print(machine.described())
    with tempfile.TemporaryDirectory() as name:
        quads = press.store(Path(name) / "store", size)
        queries = endpoint.asked(Path(name) / "store")["Two-hop join"]
        with peers.kg(Path(name) / "store", "--timeout", str(_LIMIT)) as server:
            rows = [_row(server, queries, at_once) for at_once in (0, 1, 2)]
    head = ["heavy queries at once", "ended as", "slowest end s", "answers", "p50 ms", "p99 ms", "slowest ms"]
    table.show(f"Limit of {_LIMIT} s, 20 two-hop joins a second beside it, {quads:,} quads", head, rows)


def _row(server: Endpoint, queries: list[str], at_once: int) -> list[table.Cell]:
    with _others(server, queries) as seconds:
        if at_once:
            with ThreadPoolExecutor(at_once) as pool:
                ends = list(pool.map(lambda _: _heavy(server), range(_ROUNDS * at_once)))
        else:
            time.sleep(_LIMIT * _ROUNDS)
            ends = []
    found, statuses = Answers(seconds, 0), sorted({status for status, _ in ends})
    said = ", ".join(map(str, statuses)) or "-"
    slowest = f"{max(took for _, took in ends):.2f}" if ends else "-"
    return [at_once, said, slowest, len(seconds), found.at(0.5), found.at(0.99), 1000 * max(seconds)]


def _heavy(server: Endpoint) -> tuple[int, float]:
    """Return how the cross product ended and after how many seconds."""
    start = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", server.port, timeout=60)
    connection.request("GET", f"{server.path}?{urllib.parse.urlencode({'query': _CROSS})}")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer.status, time.perf_counter() - start


@contextlib.contextmanager
def _others(server: Endpoint, queries: list[str]) -> Iterator[list[float]]:
    """Ask twenty times a second as long as the block lasts; yield what each answer took, from when it was due."""
    seconds, over = list[float](), threading.Event()

    def ask() -> None:
        client, number, begin = Client(server), 0, time.perf_counter()
        while not over.is_set():
            due = begin + number * _PAUSE
            time.sleep(max(0.0, due - time.perf_counter()))
            client.ask(queries[number % len(queries)])
            seconds.append(time.perf_counter() - due)
            number += 1

    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(ask)
        try:
            yield seconds
        finally:
            over.set()
            running.result()


if __name__ == "__main__":
    main()
