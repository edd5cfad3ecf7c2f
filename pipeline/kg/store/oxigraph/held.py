"""Snapshots in use: whoever reads one holds a lock on its folder, and a writer drops only what nobody holds.

An open snapshot needs its folder: beyond the first sixteen tables the engine opens each when a query first needs it,
and where it is missing an aggregate collects errors until the memory is full.
"""

import contextlib
import fcntl
import os
import shutil
from pathlib import Path


class Held:
    """Hold a folder; the system frees it when the process ends, however it ends."""

    def __init__(self, folder: Path) -> None:
        """Take hold of the folder; raises OSError where it is gone."""
        self._handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        fcntl.flock(self._handle, fcntl.LOCK_SH)

    def release(self) -> None:
        """Let go; a second call does nothing."""
        handle, self._handle = self._handle, -1
        if handle >= 0:
            os.close(handle)

    def __del__(self) -> None:
        """Let go when nobody asks any more."""
        with contextlib.suppress(AttributeError):  # There is no handle where the folder was gone.
            self.release()


def drop(folder: Path) -> None:
    """Delete a folder with all in it, unless somebody holds it; then whoever comes later drops it."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            shutil.rmtree(folder, ignore_errors=True)
        finally:
            os.close(handle)
