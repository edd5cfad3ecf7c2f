"""`kg ingest` killed at random moments, models, workers and all: it goes on from where it was, to the same bytes."""

import random
import subprocess
import time
from collections import defaultdict
from contextlib import closing
from pathlib import Path

import pytest

from faults.articles import command, exported, kg, write
from faults.mutants import many
from kg.model.ids import BASE
from kg.store import Layout, Reader
from kg.store.ledger import connect

pytestmark = [pytest.mark.models, pytest.mark.slow, pytest.mark.timeout(3600)]
SAID = "SELECT d.id, d.record, count(f.seq) FROM documents d LEFT JOIN facts f ON f.document = d.seq GROUP BY d.seq"
OF_DOCUMENTS = (f"<{BASE}document/", f"<{BASE}fact/")


def held(store: Path) -> dict[str, tuple[str, int]]:
    """Return the record and the number of facts of each document in the ledger."""
    if not Layout(store).ledger.exists():
        return {}
    with closing(connect(Layout(store).ledger, writable=False)) as ledger:
        return {name: (record, facts) for name, record, facts in ledger.execute(SAID)}


def stated(store: Path) -> dict[str, set[tuple[str, str]]]:
    """Return what the snapshot states of each document, its mentions and its facts.

    The objects are left out: which entity a name means can change as more documents come.
    """
    found = defaultdict[str, set[tuple[str, str]]](set)
    with Reader(store) as reader:
        for quad in reader.dataset:
            if str(quad.subject).startswith(OF_DOCUMENTS):
                found[quad.graph_name.value].add((str(quad.subject), str(quad.predicate)))
    return found


def kill_once(store: Path, texts: Path, draw: random.Random, workers: int) -> None:
    """Kill an ingest: while it begins, between any two documents, while it publishes, or after its end."""
    before, count = len(held(store)), len(list(texts.iterdir()))
    more = draw.randint(0, count - before)
    line = command(store, "ingest", texts, "--lang", "fr", "--workers", str(workers))
    with subprocess.Popen(line, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        while process.poll() is None and len(held(store)) < before + more:
            time.sleep(0.01)
        time.sleep(draw.choice((0.0, draw.uniform(0.0, 0.1), draw.uniform(0.0, 2.0))))
        process.kill()


def test_a_killed_ingest_goes_on_to_the_same_bytes(tmp_path: Path) -> None:
    texts, calm, store = write(tmp_path / "texts", many(10, 100)), tmp_path / "calm", tmp_path / "s"
    assert kg(calm, "ingest", texts, "--lang", "fr").returncode == 0
    whole, graphs, draw = held(calm), stated(calm), random.Random(13)
    assert len(whole) == len(graphs) == len(list(texts.iterdir()))
    for number in range(many(2, 100)):
        before = held(store)
        kill_once(store, texts, draw, workers=1 + number % 2)
        after = held(store)
        assert before.keys() <= after.keys(), "what was written once stays"
        assert after.items() <= whole.items(), "each document is whole"
        if Layout(store).format.exists():
            assert stated(store).items() <= graphs.items(), "each document is whole in the snapshot, too"
        if len(after) == len(whole) and number % 5:  # The next begins anew, but sometimes there is nothing to do.
            store = tmp_path / f"s{number}"
    done = kg(store, "ingest", texts, "--lang", "fr", "--workers", "2")
    assert done.returncode == 0, done.stderr.decode()
    assert exported(store) == exported(calm)
    assert kg(store, "verify").returncode == 0


def test_the_workers_of_a_killed_ingest_end_with_it(tmp_path: Path) -> None:
    texts = write(tmp_path / "texts", 5)
    line = command(tmp_path / "s", "ingest", texts, "-", "--lang", "fr", "--workers", "2")
    with subprocess.Popen(line, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as process:
        begun = time.monotonic()
        started = descendants(process.pid)
        while len(started) < 4:  # Two workers, what they are forked from, and the process that counts what they share.
            assert process.poll() is None
            assert time.monotonic() < begun + 60, started
            time.sleep(0.05)
            started = descendants(process.pid)
        process.kill()
    deadline = time.monotonic() + 60
    while any(runs(pid) for pid in started):
        assert time.monotonic() < deadline
        time.sleep(0.05)


def descendants(pid: int) -> list[int]:
    """Return the processes that a process has started, and those that they have."""
    try:
        found = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except FileNotFoundError:  # It has just ended.
        return []
    return found + [further for one in found for further in descendants(one)]


def runs(pid: int) -> bool:
    """Tell whether a process is there and no zombie that nobody has asked for."""
    try:
        return "\nState:\tZ" not in Path(f"/proc/{pid}/status").read_text()
    except FileNotFoundError:
        return False
