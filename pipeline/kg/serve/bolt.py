"""Bolt while serving: the local graph server beside the endpoint, kept up to date from the change log.

Who connects is told a user who can only read, unless writing was asked for. A server that dies is started again.
"""

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Final

from kg.errors import KgError, UnavailableError
from kg.store import Reader
from kg.store.ledger import changes

if TYPE_CHECKING:
    from kg.store.graph import Target

_PAUSE: Final = 1.0  # seconds between two looks at the change log


@contextlib.contextmanager
def bolt(store: Path, port: int, *, seconds: float, write: bool = False) -> Iterator[str]:
    """Serve the property graph on the loopback device while the context lasts; yield its address and who can ask.

    A query is stopped after so many seconds (five at least), unless the server runs already without that limit.
    Raises UnavailableError where the server cannot be had on that port, StoreError where there is no store.
    """
    with contextlib.closing(_Follower(store, port, seconds)) as follower:
        user, file = ("root", "password") if write else ("reader", "reader")
        yield f"bolt://127.0.0.1:{port} (database kg, user {user}, password in {store / 'graph' / file})"
        follower.end()


class _Follower:
    """Keep the graph up to date from a thread of its own."""

    def __init__(self, store: Path, port: int, seconds: float) -> None:
        """Start the server where it does not run, and bring it up to date before anybody asks it."""
        self._store, self._port, self._seconds = store, port, seconds
        self._held = -1
        self._target: Target | None = _connected(store, port, seconds)
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._follow, daemon=True)
        try:
            self._bring()
        except BaseException:
            self.close()
            raise
        self._thread.start()

    def end(self) -> None:
        """Stop following, once what is being sent is sent."""
        self._ended.set()
        self._thread.join(timeout=10)

    def close(self) -> None:
        """Let the server end, where nobody else uses it."""
        self._ended.set()
        if self._target is not None:
            self._target.close()

    def _follow(self) -> None:
        while not self._ended.wait(_PAUSE):
            try:
                self._bring()
            except (KgError, OSError):
                self._connect_again()

    def _bring(self) -> None:
        """See that the server still answers, which is told sooner than by a push, and push what the graph lacks."""
        from kg.store.graph import push  # noqa: PLC0415 - the driver is loaded only where Bolt is asked for

        if self._target is None:
            raise UnavailableError("the graph server is gone")
        self._target.run("RETURN 1")
        with Reader(self._store) as reader:
            newest = changes.last(reader.ledger)
        if newest != self._held:
            push(self._store, self._target)
            self._held = newest

    def _connect_again(self) -> None:
        """Start a server that has died again; where that fails, too, the next look at the change log tries again."""
        if self._target is not None:
            self._target.close()
        self._target, self._held = None, -1
        with contextlib.suppress(KgError, OSError):
            self._target = _connected(self._store, self._port, self._seconds)


def _connected(store: Path, port: int, seconds: float) -> "Target":
    from kg.store.graph import connect_local  # noqa: PLC0415 - the driver is loaded only where Bolt is asked for

    target = connect_local(store, port=port, seconds=seconds)
    if target.address.uri == f"bolt://127.0.0.1:{port}":
        return target
    target.close()
    raise UnavailableError(
        f"the store's graph server already runs at {target.address.uri}", "name that port with --bolt-port"
    )
