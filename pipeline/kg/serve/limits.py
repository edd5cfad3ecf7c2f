"""What a worker may use: memory, files, processor time. Set by the worker on itself, before it reads any query."""

import ctypes
import resource
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

_PR_SET_PDEATHSIG: Final = 1
_PAGE: Final = resource.getpagesize()


def die_with_parent() -> None:
    """Ask the system to end this process when the server ends, however it ends (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def bound_memory(more: int) -> None:
    """Allow so many bytes beyond what the process uses now."""
    limit = _data_in_use() + more
    resource.setrlimit(resource.RLIMIT_DATA, (limit, limit))


def bound_time(seconds: float) -> None:
    """Allow so many seconds of processor time from now; the last resort, where the server cannot stop us."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def close_doors() -> None:
    """Let nothing be opened any more: no file, no socket, so that SERVICE and LOAD reach nothing."""
    resource.setrlimit(resource.RLIMIT_NOFILE, (0, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))


@contextmanager
def open_doors() -> Iterator[None]:
    """Let our own code open files for a moment; no query runs meanwhile."""
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    try:
        yield
    finally:
        close_doors()


def _data_in_use() -> int:
    """Return the bytes that count against RLIMIT_DATA."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * _PAGE
    except (OSError, IndexError):
        return 256 << 20
