"""`kg ingest` with the real models: what it prints, how it ends, and that no order counts."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main

ARTICLES = {
    "acquisition.txt": "Elon Musk bought Twitter in October 2022. Donald Trump praised the billionaire.",
    "appui.txt": "Elon Musk a apporté son soutien à Donald Trump mardi. Kamala Harris a critiqué Elon Musk.",
    "suspension.txt": "Twitter a suspendu le compte @dudes4harris. « C'est un choix », a dit Kamala Harris.",
}
pytestmark = pytest.mark.models


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def kg(store: Path, *arguments: str, text: str | None = None) -> Result:
    """Call the command in this process."""
    return CliRunner().invoke(main, ["--store", str(store), *arguments], input=text)


def exported(store: Path) -> bytes:
    """Return the whole graph in a canonical form."""
    result = kg(store, "export", "--format", "nquads")
    assert result.exit_code == 0, result.stderr
    return result.stdout_bytes


def test_ingest_tells_what_it_did_and_does_it_once(tmp_path: Path, articles: Path) -> None:
    first = json.loads(kg(tmp_path / "s", "ingest", str(articles)).stdout)
    assert (first["documents"], first["added"], first["failed"]) == (3, 3, [])
    assert first["entities"] >= 4
    assert first["facts"] >= 3
    before = exported(tmp_path / "s")
    again = json.loads(kg(tmp_path / "s", "ingest", str(articles)).stdout)
    assert (again["documents"], again["unchanged"]) == (3, 3)
    assert exported(tmp_path / "s") == before
    (line,) = kg(tmp_path / "s", "ingest", str(articles), "--format", "jsonl").stdout.splitlines()
    assert json.loads(line) == again
    text = kg(tmp_path / "s", "ingest", str(articles), "--format", "table").stdout
    assert text.startswith("3 documents, ")


def test_any_order_and_any_number_of_workers_give_the_same_bytes(tmp_path: Path, articles: Path) -> None:
    kg(tmp_path / "a", "ingest", str(articles))
    files = sorted(map(str, articles.iterdir()), reverse=True)
    for file in files:
        kg(tmp_path / "b", "ingest", file)
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-m", "kg", "ingest", "--store", str(tmp_path / "c"), "--workers", "2", *files]
    ended = subprocess.run(command, capture_output=True, env=environment, check=True, timeout=200)
    assert json.loads(ended.stdout)["added"] == 3
    assert ended.stderr == b""
    assert exported(tmp_path / "a") == exported(tmp_path / "b") == exported(tmp_path / "c")


def test_forgetting_a_document_leaves_what_the_others_give(tmp_path: Path, articles: Path) -> None:
    kg(tmp_path / "a", "ingest", str(articles))
    assert kg(tmp_path / "a", "forget", "appui.txt").exit_code == 0
    (articles / "appui.txt").unlink()
    kg(tmp_path / "b", "ingest", str(articles))
    assert exported(tmp_path / "a") == exported(tmp_path / "b")


def test_one_bad_file_never_stops_the_others(tmp_path: Path, articles: Path) -> None:
    (articles / "b.txt").write_bytes(b"\x00\x01\x02")
    result = kg(tmp_path / "s", "ingest", str(tmp_path / "none.txt"), str(articles))
    summary = json.loads(result.stdout)
    assert result.exit_code == 1
    assert summary["documents"] == 3
    assert [Path(item["source"]).name for item in summary["failed"]] == ["none.txt", "b.txt"]
    assert "none.txt" in result.stderr
    assert "b.txt" in result.stderr


@pytest.mark.parametrize("content", [None, b"", b"\x00\x01"])
def test_a_single_bad_source_ends_with_4(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "x.txt").write_bytes(content)
    result = kg(tmp_path / "s", "ingest", str(tmp_path / "x.txt"))
    assert result.exit_code == 4
    assert "x.txt" in result.stderr
    assert json.loads(result.stdout)["documents"] == 0


@pytest.mark.parametrize(
    "options", [["--date", "2024-13-01"], ["--date", "monday"], ["--lang", "de"], ["--workers", "0"]]
)
def test_a_broken_option_ends_with_2_before_anything_is_read(
    tmp_path: Path, articles: Path, options: list[str]
) -> None:
    assert kg(tmp_path / "s", "ingest", str(articles), *options).exit_code == 2
    assert not (tmp_path / "s").exists()


def test_a_dry_run_prints_the_facts_and_writes_nothing(tmp_path: Path) -> None:
    result = kg(tmp_path / "s", "ingest", "-", "--dry-run", "--lang", "fr", text=ARTICLES["appui.txt"])
    rows = json.loads(result.stdout)
    assert "endorses" in {row["relation"] for row in rows}
    assert "1 documents" in result.stderr
    assert not (tmp_path / "s").exists()


def test_a_public_function_does_what_the_command_does(tmp_path: Path, articles: Path) -> None:
    import kg as package

    summary = package.ingest([articles], tmp_path / "a")
    kg(tmp_path / "b", "ingest", str(articles))
    assert summary.added == 3
    assert exported(tmp_path / "a") == exported(tmp_path / "b")
    with package.open_store(tmp_path / "a") as reader:
        assert {row["name"] for row in reader.entities()} >= {"Elon Musk", "Donald Trump"}
