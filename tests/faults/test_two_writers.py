"""Two ingests at once: one waits its turn or says who holds the store; nothing is lost."""

import subprocess
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from faults.articles import command, exported, kg, write
from faults.mutants import many
from kg.errors import LockedError
from kg.store import Layout

LAST = "Claire Moreau a rencontré Paul Girard mardi à Lyon. Elle a accusé Marc Hamel de corruption.".encode()


def start(store: Path, *arguments: str | Path) -> subprocess.Popen[bytes]:
    """Begin an ingest; what it reads from the standard input comes from the test."""
    pipe = subprocess.PIPE
    line = command(store, "ingest", *arguments, "--lang", "fr")
    return subprocess.Popen(line, stdin=pipe, stdout=pipe, stderr=pipe)


def taken(store: Path, process: subprocess.Popen[bytes]) -> None:
    """Wait until the process has taken the store."""
    lock = Layout(store).lock
    while not (lock.exists() and f"{process.pid}\n" in lock.read_text()):
        assert process.poll() is None
        time.sleep(0.01)


@pytest.mark.models
@pytest.mark.slow
def test_the_second_says_who_holds_the_store(tmp_path: Path) -> None:
    texts, more = write(tmp_path / "texts", 5), write(tmp_path / "more", 5, seed=2)
    store = tmp_path / "s"
    with start(store, texts, "-") as first:  # It holds the store until its standard input ends.
        taken(store, first)
        second = kg(store, "ingest", more, "--lang", "fr", "--wait", "0.1")
        _, said = first.communicate(LAST, timeout=120)
    assert first.returncode == 0, said.decode()
    assert second.returncode == LockedError.exit_code
    assert f"process {first.pid} (".encode() in second.stderr
    assert b"Traceback" not in second.stderr
    with start(tmp_path / "calm", texts, "-") as calm:
        calm.communicate(LAST, timeout=120)
    assert exported(store) == exported(tmp_path / "calm")


@pytest.mark.models
@pytest.mark.slow
def test_ingests_that_wait_all_come_through(tmp_path: Path) -> None:
    folders = [write(tmp_path / f"texts-{number}", 6, seed=number) for number in range(3)]
    store = tmp_path / "s"
    started = [start(store, folder, "--wait", "200") for folder in folders]
    for one in started:
        _, said = one.communicate(timeout=240)
        assert one.returncode == 0, said.decode()
    assert kg(tmp_path / "calm", "ingest", *folders, "--lang", "fr").returncode == 0
    assert exported(store) == exported(tmp_path / "calm")


def test_whoever_makes_the_store_first_all_find_it_whole(tmp_path: Path) -> None:
    folders = [tmp_path / f"{number:04}" for number in range(many(600, 10_000))]
    barrier = threading.Barrier(3)

    def create_all() -> None:
        try:
            for folder in folders:
                barrier.wait(timeout=200)
                Layout(folder).create()
        finally:
            barrier.abort()

    with ThreadPoolExecutor(3) as pool:
        for one in [pool.submit(create_all) for _ in range(3)]:
            error = one.exception()
            assert error is None or isinstance(error, threading.BrokenBarrierError), error
    assert all(folder.exists() for folder in folders)
