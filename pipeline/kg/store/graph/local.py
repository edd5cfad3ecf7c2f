"""The graph server that kg starts by itself where NEO4J_URI names none.

Its files lie in `graph/` of the store's folder. They are a projection: whatever is wrong with them, they are
thrown away and made again from the store.
"""

import fcntl
import json
import os
import secrets
import shutil
import socket
import subprocess
import sys
import threading
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from kg.errors import KgError, StoreError, UnavailableError
from kg.store.graph.target import Address, Target
from kg.store.layout import Layout

DATABASE: Final = "kg"
_USER: Final = "root"
_READER: Final = "reader"
_START_SECONDS: Final = 60.0
_PAUSE: Final = 0.05
_TRIES: Final = 3
SHORTEST: Final = 5.0
"""The shortest limit of a query in seconds: the server knows one for all, and what kg writes needs some time, too."""


def connect_local(store: Path, *, port: int | None = None, seconds: float | None = None) -> Target:
    """Connect to the local server of the store, starting it (on `port`, else a free one) where none answers.

    A server that is started here stops each query after so many seconds; None is no limit. It ends when the
    last process that uses it does. Raises StoreError where the folder is no store or cannot be written,
    UnavailableError where the server does not start.
    """
    Layout(store).check()
    folder = (store / "graph").absolute()
    try:
        return _connected(folder, port, seconds)
    except OSError as error:
        raise StoreError(
            f"the local graph server needs to write in {folder}: {error}",
            "make the folder writable, or name a server with --uri or NEO4J_URI",
        ) from error


def reading(store: Path, local: Target) -> Address:
    """Return the address of the same local server for a user who can read the graph and change nothing."""
    password = (store / "graph" / _READER).read_text(encoding="utf-8")
    return Address(local.address.uri, _READER, password, DATABASE)


def _connected(folder: Path, port: int | None, seconds: float | None) -> Target:
    folder.mkdir(exist_ok=True)
    with ExitStack() as lease:
        users = lease.enter_context((folder / "USERS").open("a+b"))
        with (folder / "START").open("a+b") as start:
            fcntl.flock(start, fcntl.LOCK_EX)  # One process starts the server, the others wait and use it.
            fcntl.flock(users, fcntl.LOCK_SH)  # Waits for a server that is just ending.
            target = _running(folder) or _started(folder, port, seconds)
        target.keep(lease.pop_all())
        return target


def _running(folder: Path) -> Target | None:
    """Return a connection to the server that the folder's last user started, where it still answers."""
    try:
        port = json.loads((folder / "server.json").read_text(encoding="utf-8"))["bolt"]
        password = (folder / "password").read_text(encoding="utf-8")
        return Target(_address(port, password))
    except (OSError, ValueError, KeyError, TypeError, KgError):
        return None


def _started(folder: Path, port: int | None, seconds: float | None) -> Target:
    if port is not None:
        _check_free(port)
    reason = ""
    for attempt in range(_TRIES):
        if attempt:
            shutil.rmtree(folder / "server", ignore_errors=True)
        try:
            return _start(folder, port or _free_port(), seconds)
        except KgError as error:
            reason = error.message
    raise UnavailableError(
        f"the local graph server does not start: {reason}",
        f"see {folder / 'output'}, or name a server with --uri or NEO4J_URI",
    )


def _start(folder: Path, bolt: int, seconds: float | None) -> Target:
    password, _ = _password(folder / "password"), _password(folder / _READER)
    http = _free_port()
    heap = os.environ.get("KG_GRAPH_HEAP", "1g")
    limit = "0" if seconds is None else str(int(1000 * max(seconds, SHORTEST)))
    command = [sys.executable, "-P", "-m", "kg.store.graph.child", str(folder), str(bolt), str(http), heap, limit]
    with (folder / "output").open("wb") as output:
        # A session of its own: Ctrl-C at the terminal is for kg, the server ends after it.
        child = subprocess.Popen(  # noqa: S603 - our own interpreter and module
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=output, start_new_session=True
        )
    try:
        _await(child, folder)
        target = Target(_address(bolt, password))
    except BaseException:
        child.kill()
        child.wait()
        raise
    finally:
        assert child.stdout is not None
        child.stdout.close()
    # Whoever starts a process has to take note of its end.
    threading.Thread(target=child.wait, daemon=True).start()
    (folder / "server.json").write_text(json.dumps({"pid": child.pid, "bolt": bolt}), encoding="utf-8")
    return target


def _await(child: "subprocess.Popen[bytes]", folder: Path) -> None:
    """Wait until the server says that it is ready."""
    assert child.stdout is not None
    os.set_blocking(child.stdout.fileno(), False)
    deadline, said = time.monotonic() + _START_SECONDS, b""
    while b"ready\n" not in said:
        said += child.stdout.read() or b""
        if child.poll() is not None or time.monotonic() > deadline:
            raise UnavailableError(_last_line(folder / "output"))
        time.sleep(_PAUSE)


def _last_line(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").split("\n")
    wrong = [line for line in lines if "Error" in line or "Exception" in line]
    return ([*wrong[:1], *[line for line in lines if line.strip()][-1:], "it says nothing"])[0].strip()[:300]


def _password(path: Path) -> str:
    """Return a password of the local server, made once, in a file that only its owner can read."""
    if not path.exists():
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(24))
    return path.read_text(encoding="utf-8")


def _address(port: int, password: str) -> Address:
    return Address(f"bolt://127.0.0.1:{port}", _USER, password, DATABASE)


def _check_free(port: int) -> None:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            raise UnavailableError(
                f"the graph server cannot have the port {port}: {error.strerror}", "name another with --bolt-port"
            ) from error


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


__all__ = ["connect_local", "reading"]
