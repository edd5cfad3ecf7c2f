"""Point queries and two-hop joins, ours beside `oxigraph serve`, in short rounds that take turns.

The load of a machine that does other work changes within seconds: what is compared are the medians of one round, what
is told is the median of the rounds. Once are asked queries that no round before has asked.
"""

import os
import random
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median, quantiles
from typing import Final

from benchmarks import endpoint, machine, peers, press, table
from benchmarks.asked import Answers, one_by_one
from benchmarks.peers import Endpoint
from kg.store import Reader

_ROUNDS: Final = 12
_QUERIES: Final = 150


def main(size: int = 5_500) -> None:
    """Measure both servers while both stand."""
    print(machine.described())
    with tempfile.TemporaryDirectory() as work:
        store, data = Path(work) / "store", Path(work) / "data.nq"
        quads = press.store(store, size)
        press.dump(store, data)
        with peers.kg(store) as mine, peers.oxigraph(data, Path(work)) as other:
            rows = [_row(name, way, queries, (mine, other)) for name, way, queries in _asked(store)]
    head = ["queries", "client", "load", "kg p50 ms", "p99 ms", "oxigraph p50 ms", "p99 ms", "× oxigraph", "quartiles"]
    table.show(f"{_ROUNDS} rounds of {_QUERIES}, {quads:,} quads in {size:,} graphs", head, rows)


def _asked(store: Path) -> list[tuple[str, str, list[str]]]:
    """Return what is asked and by which client; queries of an entity each come first, before any was asked."""
    with Reader(store) as reader:
        known = sorted(str(row["id"]) for row in reader.entities())
    random.Random(9).shuffle(known)
    kinds = endpoint.asked(store)
    once = [endpoint.point(iri) for iri in known[: _ROUNDS * _QUERIES]]
    again = [("point, again", way, kinds["Point query"]) for way in endpoint.WAYS]
    return [("point, once", "kept", once), *again, ("two-hop join", "kept", kinds["Two-hop join"])]


def _row(name: str, way: str, queries: Sequence[str], servers: tuple[Endpoint, Endpoint]) -> list[table.Cell]:
    if "once" not in name:
        for server in servers:
            one_by_one(server, queries)  # What compiles itself, or is read from a disk, must be warm.
    taken: dict[str, list[Answers]] = {server.name: [] for server in servers}
    for number in range(_ROUNDS):
        start = number * _QUERIES % len(queries)
        for server in servers[:: 1 if number % 2 else -1]:
            found = endpoint.WAYS[way](server, queries[start : start + _QUERIES])
            taken[server.name].append(Answers(found.seconds, 0))
    mine, other = (taken[server.name] for server in servers)
    ratios = [a.at(0.5) / b.at(0.5) for a, b in zip(mine, other, strict=True)]
    low, _, high = quantiles(ratios, n=4)
    times = [median(one.at(share) for one in both) for both in (mine, other) for share in (0.5, 0.99)]
    return [name, way, os.getloadavg()[0], *times, median(ratios), f"{low:.2f} to {high:.2f}"]


if __name__ == "__main__":
    main()
