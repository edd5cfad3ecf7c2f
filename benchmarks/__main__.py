"""`python -m benchmarks NAME…`: run measurements one after another and print their tables."""

import argparse
import importlib
import sys
from pathlib import Path

NAMES = ("ingest", "cold", "odd", "endpoint", "point", "sync", "serving", "heavy", "w3c")


def main() -> None:
    """Run the measurements that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("names", nargs="+", metavar="NAME", choices=NAMES, help=", ".join(NAMES))
    parser.add_argument("--size", type=int, help="how many articles or documents (each measurement has its own)")
    options = parser.parse_args()
    sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "tests")]
    for name in options.names:
        module = importlib.import_module(f"benchmarks.{name}")
        module.main(**({} if options.size is None or name == "w3c" else {"size": options.size}))


if __name__ == "__main__":
    main()
