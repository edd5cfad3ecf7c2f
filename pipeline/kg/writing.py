"""A store opened for writing with the stages that it needs, and the servers that follow it."""

import importlib
import os
from pathlib import Path

from kg.errors import KgError
from kg.rdf import quads
from kg.resolve import across
from kg.store import Writer

_SYNC = "what was written is in the store: `kg sync` sends the server what it lacks"


def open_writer(store: Path, *, wait: float = 10.0) -> Writer:
    """Open the store for writing, waiting up to `wait` seconds for another writer to end.

    Raises StoreError, LockedError.
    """
    return Writer(store, render=quads, resolver=across, wait=wait)


def targets() -> list[str]:
    """Return the addresses that follow every store: that of NEO4J_URI, then those of KG_TARGETS."""
    found = [os.environ.get("NEO4J_URI", ""), *os.environ.get("KG_TARGETS", "").split()]
    return list(dict.fromkeys(uri for uri in found if uri))


def project(store: Path) -> None:
    """Bring the servers that the environment names up to date; one that fails does not stop the others.

    Raises UnavailableError, UsageError: what a server misses waits in the change log.
    """
    failed = list[KgError]()
    for uri in targets():
        try:
            _bring(store, uri)
        except KgError as error:
            failed.append(error)
    if failed:
        hint = f"{failed[0].hint}; {_SYNC}" if failed[0].hint else _SYNC
        raise type(failed[0])("; ".join(error.message for error in failed), hint)


def _bring(store: Path, uri: str) -> None:
    # By name, because the driver is slow to load and only needed where a server is named.
    kind = "remote" if uri.lower().startswith(("http://", "https://")) else "graph"
    importlib.import_module(f"kg.store.{kind}").sync(store, uri)
