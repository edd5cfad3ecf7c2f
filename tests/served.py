"""A real `kg serve` in a process of its own, for tests that speak HTTP to it."""

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import httpx

TOKEN = "a-token-of-the-tests"
WRITING = {"authorization": f"Bearer {TOKEN}"}


class Client(httpx.Client):
    """Speak to a server and know its process."""

    process: subprocess.Popen[bytes]


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@contextlib.contextmanager
def serving(folder: Path, *options: str, timeout: float = 20.0) -> Iterator[Client]:
    """Run `kg serve` until the block ends and yield a client whose base is its address."""
    port = free_port()
    token = folder.parent / f"token-{port}"
    token.write_text(f"{TOKEN}\n")
    where = [] if "--dataset" in options else ["--store", str(folder)]
    tail = [*where, "--port", str(port), "--update-token-file", str(token), *options]
    with process(["serve", *tail], timeout=timeout, port=port) as client:
        yield client


@contextlib.contextmanager
def process(arguments: list[str], *, port: int, timeout: float = 20.0, inside: Sequence[str] = ()) -> Iterator[Client]:
    """Run `kg` with these arguments (`inside` another command), wait until it listens, and end it with the block."""
    started = subprocess.Popen(
        [*inside, sys.executable, "-m", "kg", *arguments],
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONWARNINGS": "default"},
    )
    try:
        with Client(base_url=f"http://127.0.0.1:{port}", timeout=60) as client:
            client.process = started
            _wait(client, started, timeout)
            yield client
    finally:
        started.terminate()
        _, said = started.communicate(timeout=20)
    assert b"Traceback" not in said, said.decode()


def _wait(client: httpx.Client, started: subprocess.Popen[bytes], timeout: float) -> None:
    deadline = time.monotonic() + timeout
    while True:
        try:
            assert client.get("/health").text == "ok\n"
        except httpx.TransportError:
            assert started.poll() is None, started.communicate()[1].decode()
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.05)
        else:
            return
