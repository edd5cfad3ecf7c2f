"""The local graph server: started when wanted, shared, ended with its last user, thrown away when broken."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hand_made import fill
from kg.errors import StoreError
from kg.store.graph import compare, connect_local, push
from servers.news import PRESS

pytestmark = pytest.mark.servers


def pid(store: Path) -> int:
    return int(json.loads((store / "graph" / "server.json").read_text(encoding="utf-8"))["pid"])


def ended(process: int, *, wait: float = 10) -> bool:
    """Tell whether the process ends within some seconds."""
    for _ in range(int(wait * 10)):
        try:
            if Path(f"/proc/{process}/stat").read_text(encoding="utf-8").split()[2] == "Z":
                return True
        except FileNotFoundError:
            return True
        time.sleep(0.1)
    return False


def test_one_server_serves_all_and_ends_with_the_last(store: Path) -> None:
    with connect_local(store) as first:
        with connect_local(store) as second:
            assert second.address == first.address
        assert first.run("RETURN 1 AS x") == [{"x": 1}]
        assert not ended(pid(store), wait=0.5)
    assert ended(pid(store))


def test_it_ends_with_a_process_that_is_killed(store: Path) -> None:
    code = (
        "import pathlib, sys, time\nfrom kg.store.graph import connect_local\n"
        f"target = connect_local(pathlib.Path({str(store)!r}))\nprint('up', flush=True)\ntime.sleep(60)"
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"up\n"
        server = pid(store)
        process.kill()
    assert ended(server)


def test_only_this_machine_and_this_user_can_ask(store: Path) -> None:
    with connect_local(store) as target:
        assert (store / "graph" / "password").stat().st_mode & 0o777 == 0o600
        assert target.address.password not in repr(target.address)
        inodes = {str(path.readlink()) for path in Path(f"/proc/{pid(store)}/fd").iterdir() if path.exists()}
        listening = [
            line.split()[1]
            for table in ("tcp", "tcp6")
            for line in Path(f"/proc/net/{table}").read_text(encoding="ascii").splitlines()[1:]
            if line.split()[3] == "0A" and f"socket:[{line.split()[9]}]" in inodes
        ]
        assert listening
        assert all("0100007F" in address for address in listening), listening


def test_a_killed_server_is_started_again_with_its_graph(store: Path) -> None:
    fill(store, PRESS)
    with connect_local(store) as target:
        push(store, target)
        os.kill(pid(store), signal.SIGKILL)
        assert ended(pid(store))
    (store / "graph" / "server.json").write_text("{}", encoding="utf-8")
    with connect_local(store) as target:
        push(store, target)
        assert all(one.same for one in compare(store, target))


@pytest.mark.parametrize("harm", ["files", "password"])
def test_what_is_broken_is_thrown_away(store: Path, harm: str) -> None:
    fill(store, PRESS)
    with connect_local(store) as target:
        push(store, target)
    assert ended(pid(store))
    folder = store / "graph"
    if harm == "files":
        for path in [path for path in (folder / "server" / "databases" / "kg").iterdir() if path.is_file()]:
            path.write_bytes(b"broken")
    else:
        (folder / "password").write_text("another one", encoding="utf-8")
    with connect_local(store) as target:
        push(store, target)
        assert all(one.same for one in compare(store, target))


def test_the_folder_can_be_deleted_at_any_time(store: Path) -> None:
    fill(store, PRESS)
    with connect_local(store) as target:
        push(store, target)
    assert ended(pid(store))
    shutil.rmtree(store / "graph")
    with connect_local(store) as target:
        assert push(store, target).documents == len(PRESS)


def test_without_a_store_there_is_nothing_to_serve(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no store"):
        connect_local(tmp_path / "nothing")
