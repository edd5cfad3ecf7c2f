"""`kg cypher` and `kg sync` before any server is asked: help, and what is refused at once."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from kg.cli import main

HEAVY = ("neo4j", "arcadedb_embedded", "jpype", "pyoxigraph", "sqlite3", "rich")


@pytest.fixture(autouse=True)
def _nobodys_server(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in os.environ if name.startswith("NEO4J_")]:
        monkeypatch.delenv(name)


@pytest.mark.parametrize("verb", ["cypher", "sync"])
def test_help_waits_for_no_driver(verb: str) -> None:
    code = (
        "import json, sys\nfrom click.testing import CliRunner\nfrom kg.cli import main\n"
        f"result = CliRunner().invoke(main, [{verb!r}, '--help'])\n"
        "assert result.exit_code == 0 and '--database' in result.stdout\n"
        f"print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert json.loads(done.stdout) == []


@pytest.mark.parametrize("arguments", [["cypher", "RETURN 1"], ["sync"], ["sync", "--check"]])
def test_without_a_store_or_a_server_nothing_is_started(tmp_path: Path, arguments: list[str]) -> None:
    result = CliRunner().invoke(main, ["--store", str(tmp_path / "none"), *arguments])
    assert result.exit_code == 2
    assert "kg" in result.stderr
    assert "ingest" in result.stderr
    assert not (tmp_path / "none").exists()


def test_an_address_with_a_password_is_refused_and_not_repeated(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["--store", str(tmp_path), "sync", "bolt://neo4j:my-secret@localhost:7687"])
    assert result.exit_code == 2
    assert "my-secret" not in result.output
    assert "NEO4J_PASSWORD" in result.stderr
