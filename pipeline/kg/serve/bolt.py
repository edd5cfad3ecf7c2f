"""Bolt while serving: the local graph server beside the endpoint, kept up to date from the change log."""

import contextlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

from kg.errors import KgError, UnavailableError
from kg.store import Reader
from kg.store.ledger import changes

_PAUSE: Final = 1.0  # seconds between two looks at the change log


@contextlib.contextmanager
def bolt(store: Path, port: int) -> Iterator[str]:
    """Serve the property graph on the loopback device while the context lasts; yield its address.

    Raises UnavailableError where the server cannot be had on that port, StoreError where there is no store.
    """
    from kg.store.graph import connect_local, push  # noqa: PLC0415 - the driver is loaded only where Bolt is asked for

    with connect_local(store, port=port) as target:
        if target.address.uri != f"bolt://127.0.0.1:{port}":
            raise UnavailableError(
                f"the store's graph server already runs at {target.address.uri}", "name that port with --bolt-port"
            )
        push(store, target)
        ended = threading.Event()
        follower = threading.Thread(target=_follow, args=(store, lambda: push(store, target), ended), daemon=True)
        follower.start()
        try:
            yield target.address.uri
        finally:
            ended.set()
            follower.join(timeout=10)


def _follow(store: Path, bring: Callable[[], object], ended: threading.Event) -> None:
    """Push whatever the change log has that the graph lacks, until it is over; a failure is tried again."""
    held = -1
    while not ended.wait(_PAUSE):
        with contextlib.suppress(KgError, OSError), Reader(store) as reader:
            newest = changes.last(reader.ledger)
            if newest != held:
                bring()
                held = newest
