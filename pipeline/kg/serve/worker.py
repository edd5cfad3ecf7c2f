"""A query worker: a process of its own that opens a snapshot and answers queries on its pipe.

Started by the server as `python -m kg.serve.worker MIB [ADDRESS…]`; what it may use is set before the first query
comes. It can open no socket, unless there are addresses that queries may ask.
"""

import contextlib
import json
import os
import sys
from pathlib import Path

from pyoxigraph import Store

from kg.serve import frames, limits
from kg.serve.answer import answer
from kg.serve.refusal import Refusal
from kg.serve.task import Query
from kg.store.oxigraph import Held


class Worker:
    """Hold one snapshot open and answer queries on it."""

    def __init__(self, memory: int, allowed: tuple[str, ...] = ()) -> None:
        """Begin with an empty dataset; the first query names the snapshot. `memory` is in bytes, for one query."""
        self._memory, self._allowed = memory, allowed
        self._snapshot: tuple[str, int | None] | None = None
        self._dataset = Store()
        self._clock = limits.Clock()
        self._held: Held | None = None

    def serve(self) -> None:
        """Answer until the server closes the pipe."""
        source = sys.stdin.buffer
        while (message := frames.read(source)) is not None:
            self._answer(Query.unpack(message[1]))

    def _answer(self, query: Query) -> None:
        self._clock.allow(query.seconds)
        try:
            self._open(query.snapshot)
            answer(self._dataset, query, send, self._allowed)
        except Refusal as error:
            said = {"status": error.status, "message": error.message, "hint": error.hint}
            send(frames.frame(frames.REFUSED, json.dumps(said).encode()))

    def _open(self, snapshot: str | None) -> None:
        """Change to another snapshot where the query names one; before the first there is nothing to read."""
        made = None if snapshot is None else _made(snapshot)
        if snapshot is None or (snapshot, made) == self._snapshot or (made is None and self._holds(snapshot)):
            return
        limits.bound_memory(None)
        try:
            held = Held(Path(snapshot))
            self._dataset, self._held = Store.read_only(snapshot), held
        except (OSError, ValueError, RuntimeError) as error:
            raise Refusal(410, f"the snapshot {snapshot} cannot be opened: {error}") from error
        finally:
            limits.bound_memory(self._memory)
        self._snapshot = (snapshot, made)

    def _holds(self, snapshot: str) -> bool:
        """Tell whether the snapshot is open: a folder that was deleted meanwhile is still there for who opened it."""
        return self._snapshot is not None and self._snapshot[0] == snapshot


def _made(snapshot: str) -> int | None:
    """Return when a snapshot was made: numbers start again where somebody has emptied the folder."""
    try:
        return os.stat(snapshot).st_mtime_ns  # noqa: PTH116 - asked for each query, and faster so
    except FileNotFoundError:
        return None


def send(data: bytes) -> None:
    """Write to the server."""
    view = memoryview(data)
    while view:
        view = view[os.write(1, view) :]


def main() -> None:
    """Set the limits, then serve."""
    limits.die_with_parent()
    allowed = tuple(sys.argv[2:])
    if not allowed:
        limits.refuse_sockets()
    limits.bound_memory(int(sys.argv[1]) << 20)
    with contextlib.suppress(KeyboardInterrupt, ConnectionError):
        Worker(int(sys.argv[1]) << 20, allowed).serve()


if __name__ == "__main__":
    main()
