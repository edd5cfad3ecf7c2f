"""A writer killed at any moment leaves every document whole or absent; the next ends with the same bytes."""

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from pyoxigraph import NamedNode

from hand_made import content, entity, extraction, fill, tiny_quads, writer
from kg.model import Extraction
from kg.store import Layout, Reader
from kg.store.ledger.search import EVERY

NAMES = [f"{first} {last}" for first in ("Ada", "Bea", "Cleo", "Dora") for last in ("Lyon", "Metz", "Nancy")]
PEOPLE = [entity(name) for name in NAMES] + [entity("Lyon"), entity("Metz", cues=["role:maire"])]


def documents(count: int = 60) -> list[Extraction]:
    """Make documents with namesakes, so that entities move from one global id to another as more come."""
    draw = random.Random(7)
    triples = [[(draw.choice(PEOPLE), "met", draw.choice(PEOPLE)) for _ in range(6)] for _ in range(count)]
    return [extraction(item, title=f"Title {number}") for number, item in enumerate(triples)]


def write_on_and_on(folder: Path) -> None:
    """Ingest and forget without end; the test kills the process that runs this."""
    everything = documents()
    with writer(folder) as store:
        print("ready", flush=True)  # noqa: T201
        while True:
            for number, one in enumerate(everything):
                store.commit(one)
                if number % 4 == 0:
                    store.publish()
            for one in everything[::3]:
                store.forget(one.document.id)
            store.publish()


def whole_or_absent(folder: Path) -> None:
    """Check that the snapshot and the ledger hold every document as a whole or not at all."""
    with Reader(folder) as reader:
        for one in documents():
            found = len(list(reader.dataset.quads_for_pattern(None, None, None, NamedNode(one.document.id))))
            assert found in (0, len(set(tiny_quads(one, {})))), one.document.id
            query = "SELECT count(*) FROM facts f JOIN documents d ON d.seq = f.document WHERE d.id = ?"
            (facts,) = reader.ledger.execute(query, (one.document.id,)).fetchone()
            assert facts in (0, len(one.facts))


@pytest.mark.slow
def test_a_killed_writer_leaves_whole_documents_and_the_same_end(tmp_path: Path) -> None:
    fill(tmp_path / "calm", documents())
    wanted = content(tmp_path / "calm")
    delays = random.Random(11)
    code = f"from test_killed_writer import *; write_on_and_on(Path({str(tmp_path / 's')!r}))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])}
    for _ in range(8):
        command = [sys.executable, "-c", code]
        with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment, text=True) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == "ready\n"
            time.sleep(delays.uniform(0.0, 1.2))
            process.send_signal(signal.SIGKILL)
        whole_or_absent(tmp_path / "s")
    kinds = fill(tmp_path / "s", documents())
    assert len(kinds) == len(documents())
    whole_or_absent(tmp_path / "s")
    assert content(tmp_path / "s") == wanted


@pytest.mark.parametrize("moment", ["ledger", "settled", "database", "snapshot", "current"])
def test_a_crash_between_any_two_steps_is_made_good(
    tmp_path: Path, moment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    everything = documents(6)
    fill(tmp_path / "calm", everything)
    fill(tmp_path / "s", everything[:3])
    steps = {
        "ledger": "kg.store.writer.settle",
        "settled": "kg.store.writer.Database.replace",
        "database": "kg.store.writer.Database.snapshot",
        "snapshot": "pathlib.Path.replace",
        "current": "kg.store.writer.changes.move",
    }

    def crash(*_: object) -> None:
        raise KeyboardInterrupt

    store = writer(tmp_path / "s")
    for one in everything[3:]:
        store.commit(one)
    with monkeypatch.context() as patch:
        patch.setattr(steps[moment], crash)
        with pytest.raises(KeyboardInterrupt):
            store.close()
    reader = Reader(tmp_path / "s")
    in_the_snapshot = {quad.graph_name.value for quad in reader.dataset}
    assert len(in_the_snapshot) == (6 if moment == "current" else 3)
    reader.close()
    fill(tmp_path / "s", [])
    assert content(tmp_path / "s") == content(tmp_path / "calm")


def test_a_ledger_that_is_just_being_made_reads_as_empty(tmp_path: Path) -> None:
    layout = Layout(tmp_path / "s")
    layout.create()
    with closing(sqlite3.connect(layout.ledger)) as half:
        half.execute("PRAGMA journal_mode=WAL")
        with Reader(layout.folder) as reader:
            assert list(reader.entities()) == list(reader.facts(EVERY)) == []
    assert fill(layout.folder, documents(1)) == ["added"]
