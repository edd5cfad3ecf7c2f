"""A store opened for writing with the stages that it needs, and the graph servers that follow it."""

import importlib
import os
from pathlib import Path

from kg.rdf import quads
from kg.resolve import across
from kg.store import Writer


def open_writer(store: Path, *, wait: float = 10.0) -> Writer:
    """Open the store for writing, waiting up to `wait` seconds for another writer to end.

    Raises StoreError, LockedError.
    """
    return Writer(store, render=quads, resolver=across, wait=wait)


def project(store: Path) -> None:
    """Bring the graph server that NEO4J_URI names up to date; without it there is nothing to do.

    Raises UnavailableError where the server cannot be reached: what it misses waits in the change log.
    """
    if os.environ.get("NEO4J_URI"):
        # By name, because the driver is slow to load and only needed where a server is named.
        importlib.import_module("kg.store.graph").sync(store)
