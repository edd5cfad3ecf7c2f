"""What a measurement ran on."""

import os
import platform
from pathlib import Path


def described() -> str:
    """Say processor, cores, load and Python in one line."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "?")
    load = os.getloadavg()[0]
    return f"{model}, {os.cpu_count()} cores, load {load:.1f} at the start, Python {platform.python_version()}"
