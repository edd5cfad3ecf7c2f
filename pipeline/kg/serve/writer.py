"""The writing worker: a process of its own that changes the users' graphs and makes snapshots for readers.

Started by the server as `python -m kg.serve.writer FOLDER MIB [ADDRESS…]`. It can open files, which writing needs, but
no socket, unless there are addresses that updates may ask.
When the server stops it in the middle of a change, nothing has changed.
"""

import contextlib
import json
import sys
from pathlib import Path
from typing import Final

from kg.errors import LockedError
from kg.serve import frames, limits
from kg.serve.change import Change, Changed
from kg.serve.edit import apply
from kg.serve.refusal import Refusal
from kg.serve.user import UserGraphs
from kg.serve.worker import send
from kg.store.lock import Lock
from kg.store.room import is_full

# What two databases open at a time take for themselves: buffers, and the stacks of their threads.
_DATABASES: Final = 512 << 20


def _done(graphs: UserGraphs, change: Change, allowed: tuple[str, ...]) -> Changed:
    try:
        with Lock(graphs.lock):
            status = 200 if change.verb == "join" else graphs.change(lambda dataset: apply(dataset, change, allowed))
            documents = None if change.documents is None else Path(change.documents)
            path, generation = _joined(graphs, documents)
    except LockedError as error:
        raise Refusal(503, error.message, error.hint) from error
    except (OSError, RuntimeError) as error:
        full = is_full(error)
        hint = "nothing changed; make room on the server's disk, then send it again" if full else ""
        raise Refusal(507 if full else 500, f"the change could not be written: {error}", hint) from error
    return Changed(status, path, generation)


def _joined(graphs: UserGraphs, documents: Path | None) -> tuple[str | None, str]:
    """Return the snapshot for readers; none where that of the documents has been replaced meanwhile."""
    try:
        path, generation = graphs.joined(documents)
    except FileNotFoundError:
        return None, ""
    return str(path), generation


def _answer(graphs: UserGraphs, change: Change, allowed: tuple[str, ...]) -> None:
    try:
        said = _done(graphs, change, allowed)
        send(frames.frame(frames.DATA, said.pack()) + frames.frame(frames.END))
    except Refusal as error:
        refused = {"status": error.status, "message": error.message, "hint": error.hint}
        send(frames.frame(frames.REFUSED, json.dumps(refused).encode()))


def main() -> None:
    """Set the limits, then change what the server asks for."""
    limits.die_with_parent()
    allowed = tuple(sys.argv[3:])
    if not allowed:
        limits.refuse_sockets()
    limits.bound_memory((int(sys.argv[2]) << 20) + _DATABASES)
    graphs = UserGraphs(Path(sys.argv[1]))
    with contextlib.suppress(KeyboardInterrupt, ConnectionError):
        while (message := frames.read(sys.stdin.buffer)) is not None:
            _answer(graphs, Change.unpack(message[1]), allowed)


if __name__ == "__main__":
    main()
