"""One writer at a time: a lock on a file, freed by the system when its process ends, however it ends."""

import fcntl
import os
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from kg.errors import LockedError

_PAUSE = 0.05


class Lock:
    """Hold the lock of a store for as long as the object is open."""

    def __init__(self, path: Path, *, wait: float = 10.0) -> None:
        """Take the lock, waiting up to `wait` seconds.

        Raises LockedError, naming the process that holds it.
        """
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
        deadline = time.monotonic() + wait
        while not self._taken():
            if time.monotonic() >= deadline:
                holder = _holder(path)
                os.close(self._handle)
                raise LockedError(f"{path.parent} is being written by {holder}", "wait for it to end, then try again")
            time.sleep(_PAUSE)
        os.ftruncate(self._handle, 0)
        os.pwrite(self._handle, f"{os.getpid()}\n{' '.join(sys.argv)}\n".encode(errors="replace"), 0)

    def _taken(self) -> bool:
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

    def release(self) -> None:
        """Free the lock; a second call does nothing."""
        if self._handle >= 0:
            os.ftruncate(self._handle, 0)
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Self:
        """Return the lock itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Free the lock."""
        self.release()


def _holder(path: Path) -> str:
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    pid, command = (*lines, "", "")[:2]
    return f"process {pid} ({command})" if pid else "another process"
