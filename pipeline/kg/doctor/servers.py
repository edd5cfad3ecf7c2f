"""The graph servers: the local one that kg starts by itself, and the one that NEO4J_URI names."""

import importlib.util
import os
import sys

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


def neo4j() -> Finding:
    """Say whether the server that NEO4J_URI names answers and lets us in."""
    if not os.environ.get("NEO4J_URI"):
        return Finding("Neo4j", "ok", "none named: NEO4J_URI is not set, `kg cypher` uses the local server")
    from kg.store.graph import Target, named  # noqa: PLC0415 - the driver is slow to load

    try:
        address = named()
        assert address is not None
        with Target(address) as target:
            kind = "Neo4j" if target.is_neo4j else "another server that speaks Bolt"
    except KgError as error:
        return Finding("Neo4j", "problem", error.message, error.hint or None, asked=True)
    return Finding("Neo4j", "ok", f"{address.uri} answers ({kind})", asked=True)
