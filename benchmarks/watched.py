"""Runs a command and watches it: time by the wall, time of the processors, memory of its greatest process."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

# One thread a process, for ours and the peers: what is compared is work, not the scheduler.
ONE_THREAD: Final = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}
# Modules are compiled once, as an installer does with those of the peers, though a machine for tests may forbid it.
COMPILED: Final = {"PYTHONDONTWRITEBYTECODE": ""}


@dataclass(frozen=True, slots=True)
class Run:
    """Hold what a command took: seconds by the wall and of all processors, peak MiB of its greatest process."""

    wall: float
    cpu: float
    peak: float


def run(command: Sequence[str], *, more: Mapping[str, str] | None = None, every: float = 0.05) -> Run:
    """Run a command to its end and return what it took.

    Raises RuntimeError where it fails.
    """
    start = time.perf_counter()
    quiet, settings = subprocess.DEVNULL, {**os.environ, **ONE_THREAD, **COMPILED, **(more or {})}
    process = subprocess.Popen(command, stdout=quiet, stderr=quiet, env=settings)
    peak, spent = 0.0, dict[int, float]()
    while (done := os.wait4(process.pid, os.WNOHANG))[0] == 0:
        for one in family(process.pid):
            peak, spent[one] = max(peak, _peak(one)), max(spent.get(one, 0.0), _spent(one))
        time.sleep(every)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(done[1])
    if process.returncode not in {0, 1}:  # 1: kg has something to say of a source
        raise RuntimeError(f"{command} ended with {process.returncode}")
    # Nobody waits for the workers of a fork server: theirs is what was last seen of each.
    cpu = max(done[2].ru_utime + done[2].ru_stime, sum(spent.values()))
    return Run(wall, cpu, max(peak, done[2].ru_maxrss / 1024))


def family(parent: int) -> list[int]:
    """Return a process and all that it started."""
    found = [parent]
    for one in found:
        for path in Path(f"/proc/{one}/task").glob("*/children"):
            try:
                found += map(int, path.read_text(encoding="ascii").split())
            except OSError:  # It ended meanwhile.
                continue
    return found


def _spent(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _peak(process: int) -> float:
    try:
        text = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    except OSError:
        return 0.0
    lines = (line.split() for line in text.splitlines())
    return next((int(line[1]) / 1024 for line in lines if line[0] == "VmHWM:"), 0.0)
