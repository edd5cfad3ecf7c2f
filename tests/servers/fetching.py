"""Lets one process at a time fetch jars: several run the tests, and Maven's own cache takes no two writers."""

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path


@contextlib.contextmanager
def fetching(cache: Path) -> Iterator[None]:
    """Hold the lock of a cache folder, made where it is not there yet."""
    cache.mkdir(parents=True, exist_ok=True)
    with (cache.parent / "newskg-fetching.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
