"""The servers: the local one that kg starts by itself, those that NEO4J_URI and KG_TARGETS name."""

import importlib.util
import os
import sys
from collections.abc import Iterator

from kg.doctor.finding import Finding
from kg.doctor.system import installed
from kg.errors import KgError

_LOCAL = "arcadedb-embedded"


def local() -> Finding:
    """Say whether the package of the local graph server is there."""
    found = installed(_LOCAL)
    if found is not None and importlib.util.find_spec("arcadedb_embedded") is not None:
        return Finding("local graph server", "ok", f"{_LOCAL} {found}")
    fix = f"{sys.executable} -m pip install {_LOCAL}"
    return Finding("local graph server", "problem", "not installed: `kg cypher` needs NEO4J_URI", fix)


def others() -> Iterator[Finding]:
    """Say of each server that KG_TARGETS names whether it answers."""
    for uri in os.environ.get("KG_TARGETS", "").split():
        try:
            kind = _reached(uri)
        except KgError as error:
            yield Finding("target", "problem", error.message, error.hint or None, asked=True)
        else:
            yield Finding("target", "ok", f"{uri} answers ({kind})", asked=True)


def _reached(uri: str) -> str:
    """Return what answers at an address."""
    from kg.store import graph, remote  # noqa: PLC0415 - the driver is slow to load

    if remote.is_remote(uri):
        with remote.connect(remote.named(uri)) as store:
            remote.Cursor.read(store)
        return "a remote RDF store"
    address = graph.named(uri)
    assert address is not None
    with graph.Target(address) as target:
        return "Neo4j" if target.is_neo4j else "another server that speaks Bolt"


def neo4j() -> Finding:
    """Say whether the server that NEO4J_URI names answers and lets us in."""
    if not os.environ.get("NEO4J_URI"):
        return Finding("Neo4j", "ok", "none named: NEO4J_URI is not set, `kg cypher` uses the local server")
    uri = os.environ["NEO4J_URI"]
    try:
        kind = _reached(uri)
    except KgError as error:
        return Finding("Neo4j", "problem", error.message, error.hint or None, asked=True)
    return Finding("Neo4j", "ok", f"{uri} answers ({kind})", asked=True)
