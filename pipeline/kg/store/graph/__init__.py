"""The property graph: a projection of the store on a Bolt server, Neo4j or the local one."""

from pathlib import Path

from kg.store.graph.ask import ask
from kg.store.graph.back import extractions
from kg.store.graph.difference import Difference, compare
from kg.store.graph.follow import SyncReport, Watch, push
from kg.store.graph.local import connect_local, reading
from kg.store.graph.target import Address, Target, named


def connect(
    store: Path, uri: str | None = None, *, database: str | None = None, seconds: float | None = None
) -> Target:
    """Connect to the server that `uri` or NEO4J_URI names, else to the local one of the store.

    Where that has to be started, it stops each query after so many seconds; None is no limit.
    Raises UnavailableError where it does not answer, UsageError where it refuses, StoreError where there is no store.
    """
    address = named(uri, database=database)
    return connect_local(store, seconds=seconds) if address is None else Target(address)


def sync(
    store: Path,
    uri: str | None = None,
    *,
    database: str | None = None,
    rebuild: bool = False,
    watch: Watch | None = None,
) -> SyncReport:
    """Bring a graph up to date with the store; `rebuild` empties it first.

    Raises UnavailableError, UsageError, StoreError.
    """
    with connect(store, uri, database=database) as target:
        return push(store, target, rebuild=rebuild, watch=watch)


def check(store: Path, uri: str | None = None, *, database: str | None = None) -> list[Difference]:
    """Compare a graph with the store: numbers and contents of each kind of node and relationship.

    Raises UnavailableError, UsageError, StoreError.
    """
    with connect(store, uri, database=database) as target:
        return compare(store, target)


__all__ = [
    "Address",
    "Difference",
    "SyncReport",
    "Target",
    "ask",
    "check",
    "compare",
    "connect",
    "connect_local",
    "extractions",
    "named",
    "push",
    "reading",
    "sync",
]
