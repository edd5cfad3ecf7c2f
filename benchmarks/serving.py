"""Queries while articles come in: the time of point queries over HTTP during ingest and without.

What is ingested is made by hand: all that an ingest does to the store, at a rate that no model would reach. In the
other row `kg ingest` reads real articles beside the server, models and all.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final

from benchmarks import articles, endpoint, machine, peers, press, table
from benchmarks.asked import Answers, Client
from benchmarks.peers import Endpoint
from benchmarks.watched import ONE_THREAD
from kg.writing import open_writer

_PAUSE: Final = 0.02
_SECONDS: Final = 12.0
_ROUNDS: Final = 3


def main(size: int = 1_500) -> None:
    """Ask fifty times a second, in rounds: without a writer, during a stream of commits, during `kg ingest`."""
    print(machine.described())
    answers: dict[str, list[float]] = {"nothing beside": [], "writer, 20 documents/s": [], "kg ingest": []}
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        quads = press.store(work / "store", size)
        articles.drawn(500, work / "texts")
        queries = endpoint.asked(work / "store")["Point query"]
        with peers.kg(work / "store") as server:
            for number in range(_ROUNDS):
                for what in answers:
                    answers[what] += _beside(what, work, server, queries, number)
    _report(answers, quads)


def _beside(what: str, work: Path, server: Endpoint, queries: list[str], number: int) -> list[float]:
    process = _writer(what, work, number)
    try:
        if process is not None:
            time.sleep(8)  # until models are loaded and documents flow
        return _paced(server, queries)
    finally:
        if process is not None:
            assert process.poll() is None, f"{what} ended before the queries did"
            process.terminate()
            process.wait(60)


def _writer(what: str, work: Path, number: int) -> "subprocess.Popen[bytes] | None":
    """Start what writes beside the queries, in a session of its own, as from another terminal."""
    store, quiet = str(work / "store"), subprocess.DEVNULL
    if what.startswith("writer"):
        code = f"from benchmarks.serving import stream; stream({store!r}, {number + 10})"
        return subprocess.Popen([sys.executable, "-c", code], env=_environment(), start_new_session=True)
    if what == "kg ingest":
        texts = work / f"texts-{number}"
        shutil.move(work / "texts", texts)  # other paths: other documents, so that each round has work to do
        shutil.copytree(texts, work / "texts")
        command = [sys.executable, "-m", "kg", "--store", store, "ingest", str(texts), "--lang", "fr"]
        command += ["--date", "2016-12-31"]
        return subprocess.Popen(command, stdout=quiet, stderr=quiet, env=_environment(), start_new_session=True)
    return None


def stream(store: str, seed: int) -> None:
    """Commit 20 documents a second until the process is ended; the writer publishes as it does in an ingest."""
    with open_writer(Path(store)) as writer:
        for one in press.documents(100_000, seed=seed, name="stream"):
            writer.commit(one)
            time.sleep(0.05)


def _environment() -> dict[str, str]:
    return {**os.environ, **ONE_THREAD, "PYTHONPATH": f"{articles.REPOSITORY}:{articles.REPOSITORY / 'tests'}"}


def _paced(server: Endpoint, queries: list[str]) -> list[float]:
    """Ask at a steady pace, so that a slow answer does not spare the server the next question."""
    client, seconds = Client(server), list[float]()
    client.ask(queries[0])
    begin = time.perf_counter()
    for number in range(int(_SECONDS / _PAUSE)):
        due = begin + number * _PAUSE
        time.sleep(max(0.0, due - time.perf_counter()))
        client.ask(queries[number % len(queries)])
        seconds.append(time.perf_counter() - due)
    return seconds


def _report(answers: dict[str, list[float]], quads: int) -> None:
    calm = Answers(answers["nothing beside"], 0)
    rows = list[list[table.Cell]]()
    for what, seconds in answers.items():
        found = Answers(seconds, 0)
        rows.append([what, len(seconds), found.at(0.5), found.at(0.99), 1000 * max(seconds)])
        rows[-1].append(found.at(0.99) / calm.at(0.99))
    head = ["beside the queries", "answers", "p50 ms", "p99 ms", "slowest ms", "× p99 of nothing"]
    table.show(f"Point queries, 50 a second, {quads:,} quads at the start", head, rows)


if __name__ == "__main__":
    main()
