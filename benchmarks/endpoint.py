"""SPARQL over HTTP: point query, two-hop join and aggregate on the same quads, ours beside three peers."""

import contextlib
import random
import tempfile
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from benchmarks import machine, peers, press, table
from benchmarks.asked import Answers, Client, Httpx, one_by_one, together
from benchmarks.peers import Endpoint
from kg.store import Reader

_PREFIXES: Final = (
    "PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX kgo: <https://kg.example/ontology#> "
)
_POINT: Final = "SELECT DISTINCT ?label WHERE {{ <{0}> rdfs:label ?label }}"
_JOIN: Final = "SELECT DISTINCT ?name WHERE {{ <{0}> kgo:met ?b . ?b kgo:met ?c . ?c rdfs:label ?name }}"
_COUNT: Final = (
    "SELECT ?who (COUNT(DISTINCT ?fact) AS ?n) WHERE {{ ?fact rdf:predicate kgo:{0} ; rdf:subject ?who }} "
    "GROUP BY ?who ORDER BY DESC(?n) ?who LIMIT 10"
)
_ROUNDS: Final = 3
_SLOW: Final = 500.0  # milliseconds


def main(size: int = 5_500) -> None:
    """Measure all servers while all stand, in rounds that take turns."""
    print(machine.described())
    with tempfile.TemporaryDirectory() as work, contextlib.ExitStack() as stack:
        store, data = Path(work) / "store", Path(work) / "data.nq"
        quads = press.store(store, size)
        press.dump(store, data)
        opened = [peers.kg(store), peers.oxigraph(data, Path(work)), peers.fuseki(data, Path(work)), peers.rdflib(data)]
        endpoints = [stack.enter_context(one) for one in opened]
        for name, queries in asked(store).items():
            _agree(endpoints, queries[:2])
            rows = _measure(endpoints, queries)
            head = ["server", "answers", "p50 ms", "p99 ms", "× kg", "p50 ms, a connection each", "× kg"]
            head += ["p50 ms, httpx", "× kg", "answers/s, 4 connections", "× kg"]
            table.show(f"{name}, {quads:,} quads in {size:,} graphs", head, rows)


def asked(store: Path) -> dict[str, list[str]]:
    """Return 600 queries of each kind, about entities drawn by a seed."""
    with Reader(store) as reader:
        known = sorted(str(row["id"]) for row in reader.entities())
    drawn = random.Random(3).choices(known, k=600)
    return {
        "Point query": [point(iri) for iri in drawn],
        "Two-hop join": [_PREFIXES + _JOIN.format(iri) for iri in drawn],
        "Aggregate": [_PREFIXES + _COUNT.format(name) for name in press.RELATIONS] * 25,
    }


def point(iri: str) -> str:
    """Return the query for what an entity is called."""
    return _PREFIXES + _POINT.format(iri)


def _agree(endpoints: Sequence[Endpoint], queries: Sequence[str]) -> None:
    """Check that what is compared is the same work."""
    for query in queries:
        wanted = Client(endpoints[0]).rows(query)
        for other in endpoints[1:]:
            found = Client(other).rows(query)
            assert found == wanted, (other.name, query, found, wanted)


def _measure(endpoints: Sequence[Endpoint], queries: Sequence[str]) -> list[list[table.Cell]]:
    """Return a row a server; one that takes longer than half a second an answer is not asked in all ways."""
    part = len(queries) // _ROUNDS
    warm = {one.name: one_by_one(one, queries, limit=5) for one in endpoints}  # What compiles itself must be warm.
    slow = {name: found.seconds for name, found in warm.items() if found.at(0.5) > _SLOW}
    taken = {(way, one.name): [*slow.get(one.name, [])] for way in WAYS for one in endpoints}
    quick = [one for one in endpoints if one.name not in slow]
    for number in range(_ROUNDS):
        chosen = queries[number * part :][:part]
        for way, ask in WAYS.items():
            for one in quick:
                taken[way, one.name] += ask(one, chosen).seconds
    rates = {name: 1000 / found.at(0.5) for name, found in warm.items()}
    rates |= {one.name: together(one, queries) for one in quick}
    return [_row(one.name, endpoints[0].name, taken, rates) for one in endpoints]


WAYS: Final[dict[str, Callable[[Endpoint, Sequence[str]], Answers]]] = {
    "kept": partial(one_by_one, limit=4),
    "fresh": partial(one_by_one, limit=4, fresh=True),
    "httpx": partial(one_by_one, limit=4, kind=Httpx),
}


def _row(name: str, ours: str, taken: dict[tuple[str, str], list[float]], rates: dict[str, float]) -> list[table.Cell]:
    mine = {way: Answers(taken[way, name], 0) for way in WAYS}
    base = {way: Answers(taken[way, ours], 0) for way in WAYS}
    row: list[table.Cell] = [name, len(mine["kept"].seconds), mine["kept"].at(0.5), mine["kept"].at(0.99)]
    row.append(mine["kept"].at(0.5) / base["kept"].at(0.5))
    for way in ("fresh", "httpx"):
        row += [mine[way].at(0.5), mine[way].at(0.5) / base[way].at(0.5)]
    return [*row, rates[name], rates[name] / rates[ours]]


if __name__ == "__main__":
    main()
