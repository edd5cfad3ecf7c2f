"""`python -m benchmarks NAME`: run one measurement and print its table."""

import argparse
import importlib
import sys
from pathlib import Path

NAMES = ("ingest", "cold", "endpoint", "sync", "serving", "heavy", "w3c")


def main() -> None:
    """Run the measurement that the command line names."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("name", choices=NAMES)
    parser.add_argument("--size", type=int, help="how many articles or documents (each measurement has its own)")
    options = parser.parse_args()
    sys.path[:0] = [str(Path(__file__).resolve().parents[1] / "tests")]
    module = importlib.import_module(f"benchmarks.{options.name}")
    module.main(**({} if options.size is None else {"size": options.size}))


if __name__ == "__main__":
    main()
