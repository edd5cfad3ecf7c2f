"""A disk that is full: who writes says so and loses nothing, and with room goes on to the same bytes."""

import contextlib
import random
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from faults.articles import command, exported, kg, write
from faults.mutants import many
from hand_made import fill
from kg.errors import StoreError, UsageError
from served import TOKEN, WRITING, free_port, process
from servers.news import PRESS

SIZE = 24 << 20
"""Bytes of the small disk."""


@dataclass
class Disk:
    """Hold a small disk that is full but for some bytes, until it is given room.

    Where no file system may be mounted, it is a folder, and no file may grow beyond those bytes.
    """

    folder: Path
    inside: list[str]
    limited: list[str]

    @classmethod
    def of(cls, holder: int | None, folder: Path, left: int) -> "Disk":
        """Leave so many bytes on the disk that a process has mounted on the folder, if one has."""
        if holder is None:
            return cls(folder, [], ["prlimit", f"--fsize={left // 3}"])
        inside = ["nsenter", "--target", str(holder), "--user", "--mount", "--preserve-credentials"]
        disk = cls(folder, inside, [])
        disk.run("sh", "-c", f"head -c {SIZE - left} /dev/zero > '{folder}/ballast'")
        return disk

    def run(self, *line: str) -> "subprocess.CompletedProcess[bytes]":
        """Run a command that sees the disk."""
        return subprocess.run([*self.inside, *self.limited, *line], capture_output=True, check=False, timeout=240)

    def make_room(self) -> None:
        """Take away what fills the disk."""
        self.limited = []
        self.run("rm", "-f", str(self.folder / "ballast"))


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[int | None]:
    """Yield a process that sees a small file system mounted at `disk`, None where that is not allowed."""
    folder = tmp_path / "disk"
    folder.mkdir()
    script = f"mount -t tmpfs -o size={SIZE} none '{folder}' && echo mounted && exec cat"
    line = ["unshare", "--map-root-user", "--mount", "sh", "-c", script]
    line, pipe = line if shutil.which("unshare") else ["true"], subprocess.PIPE
    with subprocess.Popen(line, stdin=pipe, stdout=pipe, stderr=pipe) as mounted:
        assert mounted.stdout is not None
        yield mounted.pid if mounted.stdout.readline() == b"mounted\n" else None
        mounted.terminate()


@pytest.mark.models
@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_an_ingest_that_finds_no_room_says_so_and_goes_on_later(tmp_path: Path, holder: int | None) -> None:
    texts, draw = write(tmp_path / "texts", many(15, 60)), random.Random(4)
    assert kg(tmp_path / "calm", "ingest", texts, "--lang", "fr").returncode == 0
    wanted = exported(tmp_path / "calm")
    for number in range(many(1, 25)):
        left = 600_000 if number == 0 else draw.randrange(2_000_000)
        disk = Disk.of(holder, tmp_path / "disk", left)
        store = disk.folder / f"s{number}"
        ingest = command(store, "ingest", texts, "--lang", "fr")
        full = disk.run(*ingest)
        assert full.returncode == StoreError.exit_code or number > 0, full.stderr.decode()
        if full.returncode != 0:
            assert full.returncode == StoreError.exit_code, full.stderr.decode()
            assert b"cannot be written" in full.stderr
            assert b"make room" in full.stderr
        for verb in ("facts", "entities", "export"):
            done = disk.run(*command(store, verb))
            assert done.returncode == 0 or left < 10_000, done.stderr.decode()
        disk.make_room()
        done = disk.run(*ingest)
        assert done.returncode == 0, done.stderr.decode()
        assert disk.run(*command(store, "export", "--format", "nquads")).stdout == wanted
        disk.run("rm", "-r", str(store))


@pytest.mark.servers
@pytest.mark.slow
def test_a_change_that_finds_no_room_changes_nothing(tmp_path: Path, holder: int | None) -> None:
    disk = Disk.of(holder, tmp_path / "disk", 3_000_000)
    few = {"update": "INSERT DATA { <x:a> <x:b> <x:c> }"}
    many_more = {"update": f"INSERT DATA {{ {' '.join(f'<x:{n}> <x:b> {n} .' for n in range(60_000))} }}"}
    with serving_on(disk, tmp_path) as client:
        assert client.post("/update", data=few).status_code == 204
        refused = client.post("/update", data=many_more)
        assert refused.status_code == 507, refused.text
        assert "make room" in refused.text
        assert count(client) == 1
    disk.make_room()
    with serving_on(disk, tmp_path) as client:
        assert count(client) == 1
        assert client.post("/update", data=many_more).status_code == 204
        assert count(client) == 60_001


@contextlib.contextmanager
def serving_on(disk: Disk, outside: Path) -> Iterator[httpx.Client]:
    """Serve a dataset on the disk to who may write."""
    port, token = free_port(), outside / "token"
    token.write_text(f"{TOKEN}\n")
    arguments = ["serve", "--dataset", str(disk.folder / "d"), "--port", str(port), "--update-token-file", str(token)]
    with process(arguments, port=port, timeout=60, inside=[*disk.inside, *disk.limited]) as client:
        client.headers.update(WRITING)
        yield client


def count(client: httpx.Client) -> int:
    """Return the number of triples that readers see."""
    found = client.get("/sparql", params={"query": "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"}).json()
    return int(found["results"]["bindings"][0]["n"]["value"])


@pytest.mark.parametrize("verb", ["facts", "entities --format table", "export", "sparql --format srj ASK{}", "--help"])
def test_an_output_that_cannot_be_written_is_said(tmp_path: Path, verb: str) -> None:
    fill(tmp_path / "s", PRESS)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command(tmp_path / "s", *verb.split()), stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
        )
    assert done.returncode == UsageError.exit_code
    assert b"No space left" in done.stderr
    assert b"make room" in done.stderr
    assert b"Traceback" not in done.stderr
