"""`kg doctor` says what is there, what is wrong and what to type; only what the user named is an error."""

import csv
import fcntl
import json
import os
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hand_made import entity, extraction, fill, writer
from kg.annotate.models import ENGLISH as LOADED
from kg.cli import main
from kg.doctor import models, stores, system

ROOT = Path(__file__).parents[3]
FACTS = [(entity("Elon Musk"), "endorses", entity("Donald Trump"))]


@pytest.fixture(autouse=True)
def _nobodys_settings(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in [name for name in os.environ if name.startswith(("NEO4J_", "KG_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def doctor(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def found(result: Result) -> dict[str, dict[str, str | None]]:
    return {row["subject"]: row for row in json.loads(result.stdout)}


def test_a_sound_installation_has_no_problem_with_what_every_user_needs() -> None:
    result = doctor("doctor")
    rows = found(result)
    assert result.exit_code == 0
    assert list(rows) == [
        "Python", "kg", "French model", "English model", "spaCy", "store", "local graph server", "Neo4j", "free disk",
    ]  # fmt: skip
    for subject in ("Python", "French model", "spaCy", "store", "local graph server", "Neo4j"):
        assert rows[subject]["status"] == "ok"
        assert rows[subject]["fix"] is None
    assert version("spacy") in str(rows["spaCy"]["found"])
    assert not Path("kg-data").exists()


def test_every_format_says_the_same(tmp_path: Path) -> None:
    fill(tmp_path / "s", [extraction(FACTS)])
    rows = found(doctor("--store", "s", "doctor", "--json"))
    lines = doctor("--store", "s", "doctor", "--format", "jsonl").stdout.splitlines()
    cells = list(csv.DictReader(doctor("--store", "s", "doctor", "--format", "csv").stdout.splitlines()))
    assert {json.loads(line)["subject"] for line in lines} == {row["subject"] for row in cells} == set(rows)
    assert "1 documents" in doctor("--store", "s", "doctor", "--format", "table").stdout
    markdown = doctor("--store", "s", "doctor", "--markdown").stdout.splitlines()
    assert markdown[:2] == ["| subject | status | found | fix |", "|---|---|---|---|"]
    assert len(markdown) == len(rows) + 2


def test_a_store_is_described(tmp_path: Path) -> None:
    fill(tmp_path / "s", [extraction(FACTS), extraction(FACTS, title="Another", source="b.txt")])
    told = stores.store(tmp_path / "s", named=True)
    assert told.status == "ok"
    for part in ("format 1", "2 documents", "snapshot 000001", "not locked"):
        assert part in told.found


def test_a_writer_is_seen_and_one_that_was_killed_is_not(tmp_path: Path) -> None:
    with writer(tmp_path / "s"):
        assert f"being written by process {os.getpid()}" in stores.store(tmp_path / "s", named=True).found
    (tmp_path / "s" / "LOCK").write_text("12345\nkg ingest\n")
    assert "not locked" in stores.store(tmp_path / "s", named=True).found


def test_looking_at_the_lock_does_not_hold_it(tmp_path: Path) -> None:
    fill(tmp_path / "s", [])
    stores.store(tmp_path / "s", named=True)
    with (tmp_path / "s" / "LOCK").open("r+") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


@pytest.mark.parametrize("how", ["before", "after", "environment"])
def test_a_store_that_was_named_has_to_be_there(monkeypatch: pytest.MonkeyPatch, how: str) -> None:
    if how == "environment":
        monkeypatch.setenv("KG_STORE", "none")
    arguments = {"before": ["--store", "none", "doctor"], "after": ["doctor", "--store", "none"]}.get(how, ["doctor"])
    result = doctor(*arguments)
    assert result.exit_code == 1
    row = found(result)["store"]
    assert row["status"] == "problem"
    assert "ingest" in str(row["fix"])


@pytest.mark.parametrize(
    ("name", "damage", "word"),
    [
        ("format", b"99\n", "format '99'"),
        ("ledger.sqlite", b"no ledger" * 999, "ledger"),
        ("CURRENT", b"000077\n", "snapshot"),
    ],
)
def test_a_broken_store_is_told_with_its_fix(tmp_path: Path, name: str, damage: bytes, word: str) -> None:
    fill(tmp_path / "s", [extraction(FACTS)])
    (tmp_path / "s" / name).write_bytes(damage)
    result = doctor("--store", "s", "doctor")
    assert result.exit_code == 1
    row = found(result)["store"]
    assert row["status"] == "problem"
    assert word in str(row["found"])
    assert row["fix"]
    assert ("upgrade" in str(row["fix"])) == (name == "format")


def test_pages_damaged_inside_the_ledger_are_found(tmp_path: Path) -> None:
    fill(tmp_path / "s", [extraction(FACTS, source=f"{n}.txt", title=f"Title {n}") for n in range(40)])
    path = tmp_path / "s" / "ledger.sqlite"
    content = bytearray(path.read_bytes())
    content[8192:-4096] = b"\xff" * (len(content) - 12288)
    path.write_bytes(content)
    assert stores.store(tmp_path / "s", named=True).status == "problem"


def test_a_broken_default_store_is_a_problem_but_no_error(tmp_path: Path) -> None:
    (tmp_path / "kg-data").mkdir()
    (tmp_path / "kg-data" / "letter").write_text("mine")
    result = doctor("doctor")
    assert result.exit_code == 0
    assert found(result)["store"]["status"] == "problem"


def test_a_server_that_does_not_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_URI", "bolt://127.0.0.1:1")
    result = doctor("doctor")
    assert result.exit_code == 1
    assert "cannot be reached" in str(found(result)["Neo4j"]["found"])


@pytest.mark.parametrize("uri", ["bolt://127.0.0.1:1", "nonsense", "bolt://me:my-secret@127.0.0.1:1"])
def test_every_target_is_looked_at(monkeypatch: pytest.MonkeyPatch, uri: str) -> None:
    monkeypatch.setenv("KG_TARGETS", uri)
    result = doctor("doctor")
    assert result.exit_code == 1
    assert found(result)["target"]["status"] == "problem"
    assert "my-secret" not in result.output


def test_the_pinned_wheels_are_those_of_the_lock_files() -> None:
    assert models.ENGLISH.requirement in (ROOT / "requirements-en.lock").read_text()
    lock = (ROOT / "requirements.lock").read_text()
    assert f"{models.FRENCH.name}=={models.FRENCH.version}" in lock
    assert models.FRENCH.sha256 in lock


def test_the_doctor_knows_the_models_that_the_loader_takes() -> None:
    assert models.ENGLISH_PACKAGES == LOADED


def test_the_installer_takes_what_is_pinned_and_no_dependency(tmp_path: Path) -> None:
    command = models.installer(tmp_path / "requirements.txt")
    assert sys.executable in command
    assert {"--no-deps", "--require-hashes"} <= set(command)


def test_with_every_model_there_nothing_is_installed() -> None:
    if models.missing():
        pytest.skip("a model is missing here")
    result = doctor("doctor", "--fix")
    assert result.exit_code == 0
    assert "nothing to install" in result.stderr


def test_little_room_is_a_problem(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(system, "_LOW", 2**70)
    assert system.disk(tmp_path / "not" / "there").status == "problem"
