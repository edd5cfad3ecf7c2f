"""A property graph from RDF: `kg sync` beside rdflib-neo4j, the same triples into the same real Neo4j."""

import sys
import tempfile
from pathlib import Path
from statistics import median
from typing import Final

from pyoxigraph import RdfFormat, Triple, serialize

from benchmarks import machine, peers, press, table
from benchmarks.watched import run
from kg.store import Reader
from kg.store.graph import Address, Target
from kg.writing import open_writer
from servers import real_neo4j
from servers.real_neo4j import Neo4jProcess

_ROUNDS: Final = 3
_EMPTY: Final = "MATCH (n) WITH n LIMIT 10000 DETACH DELETE n RETURN count(*) AS n"
_MORE: Final = 5
"""An incremental sync brings one document in so many."""


def main(size: int = 1_000) -> None:
    """Measure full loads and increments in rounds that take turns; the first warms the server and is not counted."""
    print(machine.described())
    with tempfile.TemporaryDirectory() as name:
        work, server = Path(name), Neo4jProcess(Path(name) / "neo4j")
        server.start()
        try:
            rounds = [_round(work / str(number), server, size) for number in range(_ROUNDS + 1)][1:]
        finally:
            server.stop()
    _report(rounds, size)


def _round(work: Path, server: Neo4jProcess, size: int) -> dict[str, tuple[int, float]]:
    """Return the triples and the seconds of each load."""
    work.mkdir()
    press.store(work / "store", size)
    before = _triples(work / "store")
    _empty(server)
    sync = [sys.executable, "-m", "kg", "--store", str(work / "store"), "sync", server.uri]
    environment = {"NEO4J_PASSWORD": real_neo4j.PASSWORD}
    seconds = {"kg sync, full": run([*sync, "--rebuild"], more=environment).wall}
    with open_writer(work / "store") as writer:
        for one in press.documents(size // _MORE, seed=2, name="more"):
            writer.commit(one)
    after = _triples(work / "store")
    seconds["kg sync, more"] = run(sync, more=environment).wall
    _empty(server)
    seconds["rdflib-neo4j, full"] = _peer(server, work / "full.nt", before)
    seconds["rdflib-neo4j, more"] = _peer(server, work / "more.nt", after - before)
    counts = {"full": len(before), "more": len(after - before)}
    return {name: (counts[name.rpartition(" ")[2]], time) for name, time in seconds.items()}


def _triples(store: Path) -> set[Triple]:
    with Reader(store) as reader:
        return {quad.triple for quad in reader.dataset}


def _peer(server: Neo4jProcess, file: Path, triples: set[Triple]) -> float:
    serialize(sorted(triples, key=str), str(file), format=RdfFormat.N_TRIPLES)
    script = str(Path(__file__).with_name("peer_neo4j.py"))
    command = [peers.peer("python"), script, server.uri, real_neo4j.USER, real_neo4j.PASSWORD, str(file)]
    return run(command).wall


def _empty(server: Neo4jProcess) -> None:
    with Target(Address(server.uri, real_neo4j.USER, real_neo4j.PASSWORD)) as target:
        while target.run(_EMPTY)[0]["n"]:
            pass


def _report(rounds: list[dict[str, tuple[int, float]]], size: int) -> None:
    rows = list[list[table.Cell]]()
    for name in rounds[0]:
        other = f"rdflib-neo4j, {name.rpartition(' ')[2]}"
        rate = [one[name][0] / one[name][1] for one in rounds]
        ratio = [mine / (one[other][0] / one[other][1]) for mine, one in zip(rate, rounds, strict=True)]
        rows.append([name, rounds[0][name][0], median(one[name][1] for one in rounds), median(rate), median(ratio)])
    head = ["load", "triples", "s", "triples/s", "× rdflib-neo4j"]
    table.show(f"{size} documents, then {size // _MORE} more; median of {len(rounds)} rounds", head, rows)


if __name__ == "__main__":
    main()
