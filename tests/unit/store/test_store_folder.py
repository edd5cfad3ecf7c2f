"""A folder is a store of this format, or an error says what to do."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hand_made import content, entity, extraction, fill, writer
from kg.errors import LockedError, StoreError
from kg.store import Reader

FACTS = [(entity("Elon Musk"), "endorses", entity("Donald Trump"))]


def test_a_missing_store_names_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as caught:
        Reader(tmp_path / "none")
    assert "ingest" in caught.value.hint
    assert caught.value.exit_code == 2


def test_a_store_of_another_format_is_refused(tmp_path: Path) -> None:
    fill(tmp_path / "s", [extraction(FACTS)])
    (tmp_path / "s" / "format").write_text("99\n")
    for opened in (Reader, writer):
        with pytest.raises(StoreError, match="format '99'") as caught:
            opened(tmp_path / "s")
        assert "ingest" in caught.value.hint


def test_a_folder_with_other_files_is_never_written(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("mine")
    with pytest.raises(StoreError, match="not a store"):
        writer(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_a_file_in_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "s").write_text("a file")
    with pytest.raises(StoreError):
        writer(tmp_path / "s")


def test_an_empty_store_reads_as_empty(tmp_path: Path) -> None:
    fill(tmp_path / "s", [])
    reader = Reader(tmp_path / "s")
    assert (list(reader.entities()), list(reader.mentions()), len(reader.dataset)) == ([], [], 0)


@pytest.mark.parametrize("damage", ["ledger.sqlite", "db/CURRENT"])
def test_a_damaged_store_is_told_with_a_way_out(tmp_path: Path, damage: str) -> None:
    fill(tmp_path / "s", [extraction(FACTS)])
    (tmp_path / "s" / damage).write_bytes(b"not what it was" * 100)
    with pytest.raises(StoreError) as caught:
        writer(tmp_path / "s")
    assert caught.value.hint
    with pytest.raises(StoreError):  # The lock was freed: the second try says the same, not that it is held.
        writer(tmp_path / "s", wait=0)


def test_a_lost_database_is_built_again_from_the_ledger(tmp_path: Path) -> None:
    import shutil

    fill(tmp_path / "s", [extraction(FACTS)])
    before = content(tmp_path / "s")
    shutil.rmtree(tmp_path / "s" / "db")
    fill(tmp_path / "s", [])
    assert content(tmp_path / "s") == before != b""


def test_a_second_writer_waits_then_says_who_holds_the_store(tmp_path: Path) -> None:
    with writer(tmp_path / "s"):
        began = time.monotonic()
        with pytest.raises(LockedError, match=f"process {os.getpid()} ") as caught:
            writer(tmp_path / "s", wait=0.3)
        assert 0.3 <= time.monotonic() - began < 20
        assert caught.value.exit_code == 3
    fill(tmp_path / "s", [extraction(FACTS)])


def test_the_lock_of_a_killed_process_is_free(tmp_path: Path) -> None:
    opened = f"w = writer(Path({str(tmp_path / 's')!r})); print('held', flush=True); input()"
    code = f"from hand_made import writer; from pathlib import Path; {opened}"
    process = subprocess.Popen(
        [sys.executable, "-c", code],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"held\n"
    with pytest.raises(LockedError, match=f"process {process.pid} "):
        writer(tmp_path / "s", wait=0)
    process.kill()
    process.communicate()
    assert fill(tmp_path / "s", [extraction(FACTS)]) == ["added"]


def test_three_snapshots_are_kept_and_the_newest_is_read(tmp_path: Path) -> None:
    for number in range(5):
        fill(tmp_path / "s", [extraction(FACTS, title=f"Title {number}")])
    kept = sorted(path.name for path in (tmp_path / "s" / "gen").iterdir())
    assert len(kept) == 3
    assert (tmp_path / "s" / "CURRENT").read_text().strip() == kept[-1]


def test_a_reader_keeps_its_snapshot_while_the_writer_goes_on(tmp_path: Path) -> None:
    fill(tmp_path / "s", [extraction(FACTS)])
    held = Reader(tmp_path / "s").dataset
    size = len(held)
    for number in range(5):
        fill(tmp_path / "s", [extraction(FACTS, title=f"Title {number}")])
    assert len(held) == size
    assert len(list(held)) == size < len(Reader(tmp_path / "s").dataset)


def test_an_ingest_that_changes_nothing_publishes_nothing(tmp_path: Path) -> None:
    fill(tmp_path / "s", [extraction(FACTS)])
    before = (tmp_path / "s" / "CURRENT").read_text()
    assert fill(tmp_path / "s", [extraction(FACTS)]) == ["unchanged"]
    assert (tmp_path / "s" / "CURRENT").read_text() == before
