"""200 kB of each odd text in one process of its own, beside as much of plain sentences: seconds of the processor."""

import sys

from benchmarks import machine, table
from benchmarks.watched import run

SIZE = 200_000  # code points
_READ = """
import sys
from kg.extraction import extract
from kg.model import Document
sys.path.insert(0, "tests")
from odd_texts import LONG
name, size = sys.argv[1], int(sys.argv[2])
extract(Document.create((LONG[name] * size)[:size], "fr", name, published="2024-08-07"))
"""


def main(size: int = SIZE) -> None:
    """Measure each text once, models loaded with it."""
    from odd_texts import LONG  # noqa: PLC0415  # beside the tests, on the path by now

    print(machine.described())
    found = {name: run([sys.executable, "-c", _READ, name, str(size)], every=0.05) for name in LONG}
    plain = found["prose"].cpu
    rows = [[name, one.wall, one.cpu, one.cpu / plain, one.peak] for name, one in found.items()]
    table.show(f"{size:,} code points", ["text", "wall s", "processor s", "× prose", "peak MiB"], rows)


if __name__ == "__main__":
    main()
