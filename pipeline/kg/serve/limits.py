"""What a worker may use: memory, processor time, no socket. Set by the worker on itself, before it reads any query.

A limit on open files cannot stand for the refused sockets: RocksDB opens the tables of a snapshot beyond the first
sixteen only when a query needs them.
"""

import ctypes
import errno
import platform
import resource
import signal
import struct
import sys
import time
from pathlib import Path
from typing import Final

_PR_SET_PDEATHSIG: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38
_PR_SET_SECCOMP: Final = 22
_FILTER: Final = 2
# A filter for seccomp: steps of code, two jumps and a value; the numbers are those of linux/filter.h and audit.h.
_STEP: Final = struct.Struct("HBBI")
_LOAD_WORD, _JUMP_EQUAL, _RETURN = 0x20, 0x15, 0x06
_ALLOW, _ERROR = 0x7FFF0000, 0x00050000
_SOCKET_CALLS: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
_ANEW: Final = 1.0
_PAGE: Final = resource.getpagesize()


def die_with_parent() -> None:
    """Ask the system to end this process when the server ends, however it ends (Linux)."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def bound_memory(more: int | None) -> None:
    """Allow so many bytes beyond what the process uses now; None lifts the bound for our own work between queries."""
    highest = resource.getrlimit(resource.RLIMIT_DATA)[1]
    limit = highest if more is None else _data_in_use() + more
    resource.setrlimit(resource.RLIMIT_DATA, (limit, highest))


class Clock:
    """Bound the processor time of what begins; the last resort, where the server cannot stop us."""

    def __init__(self) -> None:
        """Set no bound yet."""
        self._seconds, self._until = 0.0, 0.0

    def allow(self, seconds: float) -> None:
        """Allow so many seconds from now; what was allowed less than a second ago is not said anew."""
        now = time.monotonic()
        if seconds != self._seconds or now > self._until:
            bound_time(seconds + _ANEW)
            self._seconds, self._until = seconds, now + _ANEW


def bound_time(seconds: float) -> None:
    """Allow so many seconds of processor time from now."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    limit = int(used.ru_utime + used.ru_stime + seconds) + 2
    resource.setrlimit(resource.RLIMIT_CPU, (limit, resource.getrlimit(resource.RLIMIT_CPU)[1]))


def refuse_sockets() -> None:
    """Let the system refuse every new socket of this process (Linux on x86-64 and arm64; elsewhere nothing)."""
    known = _SOCKET_CALLS.get(platform.machine())
    if sys.platform != "linux" or known is None:
        return
    architecture, call = known
    steps = (
        _STEP.pack(_LOAD_WORD, 0, 0, 4)
        + _STEP.pack(_JUMP_EQUAL, 0, 3, architecture)
        + _STEP.pack(_LOAD_WORD, 0, 0, 0)
        + _STEP.pack(_JUMP_EQUAL, 0, 1, call)
        + _STEP.pack(_RETURN, 0, 0, _ERROR | errno.EACCES)
        + _STEP.pack(_RETURN, 0, 0, _ALLOW)
    )
    held = ctypes.create_string_buffer(steps, len(steps))
    program = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(steps) // _STEP.size, ctypes.addressof(held)))
    library = ctypes.CDLL(None)
    library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    library.prctl(_PR_SET_SECCOMP, _FILTER, program)


def _data_in_use() -> int:
    """Return the bytes that count against RLIMIT_DATA."""
    try:
        return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[5]) * _PAGE
    except (OSError, IndexError):
        return 256 << 20
