"""Endpoints to measure side by side, each a process that serves the same quads on a port of its own.

Peers that are Python packages stand in an environment of their own, ~/.cache/newskg-bench/venv.
"""

import contextlib
import os
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from served import free_port
from servers import real_fuseki

CACHE: Final = Path(os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache")) / "newskg-bench"
PACKAGES: Final = ("oxigraph==0.5.13", "rdflib-endpoint", "uvicorn", "rdflib-neo4j==1.1")
_FUSEKI: Final = "org.apache.jena.fuseki.main.cmds.FusekiServerCmd"


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Hold a server's name, the port where it listens and the path that takes queries."""

    name: str
    port: int
    path: str


def peer(program: str) -> str:
    """Return a program of the peers' own environment, which is made where it is missing."""
    folder = CACHE / "venv"
    if not (folder / "bin" / program).exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        subprocess.run([sys.executable, "-m", "venv", str(folder)], check=True)
        subprocess.run([str(folder / "bin" / "pip"), "install", "-q", *PACKAGES], check=True)
    return str(folder / "bin" / program)


@contextlib.contextmanager
def kg(store: Path, *options: str) -> Iterator[Endpoint]:
    """Serve a store by `kg serve`."""
    port = free_port()
    command = [sys.executable, "-m", "kg", "--store", str(store), "serve", "--port", str(port), *options]
    with _served(command, Endpoint("kg serve", port, "/sparql")) as found:
        yield found


@contextlib.contextmanager
def oxigraph(data: Path, work: Path) -> Iterator[Endpoint]:
    """Serve a file of quads by the server that the wheel `oxigraph` carries."""
    port, folder = free_port(), str(work / "oxigraph")
    program = peer("oxigraph")
    subprocess.run([program, "load", "--location", folder, "--file", str(data)], check=True, capture_output=True)
    command = [program, "serve-read-only", "--location", folder, "--bind", f"127.0.0.1:{port}"]
    with _served([*command, "--union-default-graph"], Endpoint("oxigraph serve", port, "/query")) as found:
        yield found


@contextlib.contextmanager
def oxigraph_empty(work: Path) -> Iterator[Endpoint]:
    """Serve an empty dataset by oxigraph, to read and to write."""
    port = free_port()
    command = [peer("oxigraph"), "serve", "--location", str(work / "empty"), "--bind", f"127.0.0.1:{port}"]
    with _served(command, Endpoint("oxigraph serve", port, "/query")) as found:
        yield found


@contextlib.contextmanager
def fuseki_empty(work: Path) -> Iterator[Endpoint]:
    """Serve an empty dataset in memory by Fuseki, to read and to write."""
    port = free_port()
    command = ["java", "-Xmx1g", "-cp", str(real_fuseki.jar()), _FUSEKI, "--localhost", f"--port={port}"]
    with _served([*command, "--mem", "--update", "/news"], Endpoint("Fuseki", port, "/news/query"), home=work) as found:
        yield found


@contextlib.contextmanager
def rdflib_empty() -> Iterator[Endpoint]:
    """Serve an empty dataset by rdflib-endpoint, to read and to write."""
    port = free_port()
    command = [peer("rdflib-endpoint"), "serve", "--host", "127.0.0.1", "--port", str(port), "--enable-update"]
    with _served(command, Endpoint("rdflib-endpoint", port, "/")) as found:
        yield found


@contextlib.contextmanager
def fuseki(data: Path, work: Path) -> Iterator[Endpoint]:
    """Serve a file of quads by Fuseki on TDB2, with 2 GB of heap."""
    port, folder = free_port(), work / "tdb2"
    folder.mkdir()
    command = ["java", "-Xmx2g", "-cp", str(real_fuseki.jar()), _FUSEKI, "--localhost", f"--port={port}", "--tdb2"]
    options = [f"--loc={folder}", "--update", "--set=tdb2:unionDefaultGraph=true", "/news"]
    with _served([*command, *options], Endpoint("Fuseki TDB2", port, "/news/query"), home=work) as found:
        headers = {"content-type": "application/n-quads"}
        request = urllib.request.Request(f"http://127.0.0.1:{port}/news", data.read_bytes(), headers)
        urllib.request.urlopen(request, timeout=600).read()
        yield found


@contextlib.contextmanager
def rdflib(data: Path) -> Iterator[Endpoint]:
    """Serve a file of quads by rdflib-endpoint."""
    port = free_port()
    command = [peer("rdflib-endpoint"), "serve", "--host", "127.0.0.1", "--port", str(port), str(data)]
    with _served(command, Endpoint("rdflib-endpoint", port, "/")) as found:
        yield found


@contextlib.contextmanager
def _served(command: Sequence[str], endpoint: Endpoint, *, home: Path | None = None) -> Iterator[Endpoint]:
    """Run a server until the block ends; wait until it answers."""
    quiet = subprocess.DEVNULL
    more = {} if home is None else {"FUSEKI_BASE": str(home / "base")}
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, cwd=home, env={**os.environ, **more})
    try:
        _wait(process, endpoint)
        yield endpoint
    finally:
        process.terminate()
        process.wait(30)


def _wait(process: subprocess.Popen[bytes], endpoint: Endpoint) -> None:
    query = urllib.parse.urlencode({"query": "ASK {}"})
    for _ in range(6000):
        if process.poll() is not None:
            raise RuntimeError(f"{endpoint.name} ended with {process.returncode}")
        with contextlib.suppress(urllib.error.URLError, OSError):
            urllib.request.urlopen(f"http://127.0.0.1:{endpoint.port}{endpoint.path}?{query}", timeout=5).read()
            return
        time.sleep(0.1)
    raise TimeoutError(endpoint.name)
