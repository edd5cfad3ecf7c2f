"""Remote RDF stores: the change log pushed over HTTP, each document as a named graph of the store there."""

from pathlib import Path

from kg.store.remote.address import Address, is_remote, named
from kg.store.remote.cursor import Cursor
from kg.store.remote.difference import compare
from kg.store.remote.follow import PushReport, Watch, push
from kg.store.remote.target import Target, connect


def sync(store: Path, uri: str) -> PushReport:
    """Bring the remote store at an address up to date with the store.

    Raises UnavailableError, UsageError, StoreError.
    """
    with connect(named(uri)) as target:
        return push(store, target)


__all__ = [
    "Address",
    "Cursor",
    "PushReport",
    "Target",
    "Watch",
    "compare",
    "connect",
    "is_remote",
    "named",
    "push",
    "sync",
]
