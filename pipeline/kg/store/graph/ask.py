"""Runs a user's Cypher and gives what comes back as plain JSON values, the same from every server."""

from collections.abc import Iterator, Mapping
from math import isfinite
from typing import Protocol, runtime_checkable

from neo4j import Query
from neo4j.graph import Node, Path, Relationship
from neo4j.spatial import Point

from kg.errors import UsageError
from kg.model.codec import Json
from kg.store.graph.target import Target


@runtime_checkable
class _Temporal(Protocol):
    def iso_format(self) -> str: ...


def ask(
    target: Target, text: str, parameters: Mapping[str, Json], *, seconds: float | None = None
) -> tuple[list[str], Iterator[list[Json]]]:
    """Run a query; return the names of its columns and its rows as they come.

    Neo4j stops it after so many seconds; kg's own server knows only the limit that it was started with. Raises
    UsageError where the query is broken, also while rows come, or stopped; UnavailableError where the server is lost.
    """
    body = text.strip().removesuffix(";")
    if not body.strip():
        raise UsageError("the query is empty", "try `kg cypher 'MATCH (n:Entity) RETURN n.name LIMIT 10'`")
    lines = _lines(target, Query(body, timeout=seconds), parameters)
    return [str(name) for name in next(lines)], lines


def _lines(target: Target, query: Query, parameters: Mapping[str, Json]) -> Iterator[list[Json]]:
    """Yield the names of the columns, then the rows."""
    with target.errors(), target.session() as session:
        result = session.run(query, dict(parameters))
        yield list(result.keys())
        for record in result:
            yield [plain(value) for value in record.values()]


def plain(value: object) -> Json:
    """Return a value of the driver as JSON; keys and labels are sorted, ids of the server's own are left out.

    Dates and durations become ISO 8601; numbers that JSON has no word for become `NaN`, `Infinity`.
    """
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if isfinite(value) else {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(value)]
    if isinstance(value, (bytes, bytearray)):
        return value.hex()
    if isinstance(value, Point):
        return {"srid": value.srid, "coordinates": [float(part) for part in value]}
    if isinstance(value, _Temporal):
        return value.iso_format()
    if isinstance(value, (list, tuple)):
        return [plain(item) for item in value]
    return _composed(value)


def _composed(value: object) -> Json:
    if isinstance(value, Node):
        labels: list[Json] = [*sorted(value.labels)]
        return {"labels": labels, "properties": _sorted(dict(value.items()))}
    if isinstance(value, Relationship):
        ends = (None if node is None else node.get("iri") for node in (value.start_node, value.end_node))
        start, end = map(plain, ends)
        return {"type": value.type, "start": start, "end": end, "properties": _sorted(dict(value.items()))}
    if isinstance(value, Path):
        parts = {"nodes": value.nodes, "relationships": value.relationships}
        return {name: [plain(item) for item in items] for name, items in parts.items()}
    return _sorted(value) if isinstance(value, Mapping) else str(value)


def _sorted(items: Mapping[str, object]) -> dict[str, Json]:
    return {name: plain(items[name]) for name in sorted(items)}
