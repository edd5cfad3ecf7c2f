"""The verbs that look after a store stand in the help page, and their help waits for nothing."""

import json
import os
import subprocess
import sys

import pytest

HEAVY = ("spacy", "neo4j", "arcadedb_embedded", "pyoxigraph", "sqlite3", "rich", "tarfile", "http.client")


@pytest.mark.parametrize("verb", ["doctor", "backup", "restore", "sync"])
def test_help_waits_for_nothing(verb: str) -> None:
    code = (
        "import json, sys\nfrom click.testing import CliRunner\nfrom kg.cli import main\n"
        f"result = CliRunner().invoke(main, [{verb!r}, '--help'])\n"
        "assert result.exit_code == 0 and '--store' in result.stdout\n"
        f"assert {verb!r} in CliRunner().invoke(main, ['--help']).stdout\n"
        f"print(json.dumps([name for name in {HEAVY!r} if name in sys.modules]))"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=environment)
    assert json.loads(done.stdout) == []
