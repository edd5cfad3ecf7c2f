"""Secrets of users and of the local server stand nowhere but where they were put: not in outputs, logs or processes."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from neo4j import GraphDatabase
from neo4j.exceptions import Neo4jError

from hand_made import fill
from served import free_port, process
from servers.news import PRESS
from servers.real_neo4j import PASSWORD

pytestmark = pytest.mark.servers
TOKEN, WRONG, REMOTE = "token-of-the-server-0123", "wrong-secret-of-a-guest-4567", "token-of-a-remote-store-89ab"


def children(pid: int) -> list[int]:
    """Return the processes that a process has started, and theirs."""
    own = [int(one) for one in Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()]
    return own + [two for one in own for two in children(one)]


def files(folder: Path) -> dict[str, bytes]:
    """Return what stands in the files of a store, without those that are there to hold a password."""
    kept = {folder / "graph" / name for name in ("password", "reader")}
    found = (path for path in folder.rglob("*") if path.is_file() and path not in kept)
    return {str(path): path.read_bytes() for path in found}


def typed(store: Path, uri: str) -> Iterator[str]:
    """Yield what commands print that use secrets, right and wrong ones."""
    calls: list[tuple[list[str], dict[str, str]]] = [
        (["sync"], {}),
        (["sync"], {"NEO4J_PASSWORD": WRONG}),
        (["sync", f"bolt://neo4j:{WRONG}@127.0.0.1:1"], {}),
        (["sync", f"http://user:{WRONG}@127.0.0.1:1/data"], {}),
        (["sync", f"http://127.0.0.1:{free_port()}/data"], {"KG_REMOTE_TOKEN": REMOTE}),
        (["cypher", "RETURN nothing("], {}),
        (["doctor", "--markdown"], {}),
        (["export", "--from", uri], {"NEO4J_PASSWORD": WRONG}),
    ]
    for arguments, more in calls:
        line = [sys.executable, "-m", "kg", "--store", str(store), *arguments]
        environment = {**os.environ, "KG_DEBUG": "1", "PYTHONWARNINGS": "default", **more}
        done = subprocess.run(line, capture_output=True, text=True, check=False, env=environment, timeout=120)
        yield done.stdout + done.stderr


def served(store: Path, token: Path) -> Iterator[str]:
    """Yield what a server answers to right and wrong secrets, and what others can see of its processes."""
    http, bolt = free_port(), free_port()
    options = ["--port", str(http), "--bolt-port", str(bolt), "--update-token-file", str(token)]
    with process(["--store", str(store), "serve", *options], port=http, timeout=60) as client:
        for one in (TOKEN, WRONG):
            headers = {"authorization": f"Bearer {one}"}
            yield client.post("/update", data={"update": "INSERT DATA { broken"}, headers=headers).text
        for name in ("password", "reader"):
            held = (store / "graph" / name).read_text(encoding="utf-8")
            with GraphDatabase.driver(f"bolt://127.0.0.1:{bolt}", auth=("root", held)) as driver:
                with pytest.raises(Neo4jError) as broken:
                    driver.execute_query("RETURN nothing(", database_="kg")
                yield str(broken.value)
        for one in children(client.process.pid):
            line = Path(f"/proc/{one}/cmdline").read_text(encoding="utf-8")
            yield line
            if "kg.serve.worker" in line:
                yield Path(f"/proc/{one}/environ").read_text(encoding="utf-8", errors="replace")


def test_no_output_log_file_or_process_tells_a_secret(
    store: Path, tmp_path: Path, neo4j_environment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, PRESS)
    (tmp_path / "token").write_text(f"{TOKEN}\n", encoding="utf-8")
    said = [*typed(store, neo4j_environment)]
    monkeypatch.setenv("KG_REMOTE_TOKEN", REMOTE)
    said += served(store, tmp_path / "token")
    written = files(store)
    assert any("kg.serve.worker" in text for text in said), "its processes were seen"
    assert any("log" in Path(name).parts for name in written), "the local server's log is among them"
    own = [(store / "graph" / name).read_text(encoding="utf-8") for name in ("password", "reader")]
    for secret in (PASSWORD, TOKEN, WRONG, REMOTE, *own):
        assert not [text for text in said if secret in text], secret
        assert not [name for name, content in written.items() if secret.encode() in content], secret
