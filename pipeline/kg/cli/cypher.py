"""`kg cypher`: query the property graph."""

import contextlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import print_rows
from kg.cli.text import query_text
from kg.model.rows import Row
from kg.resources import ontology

if TYPE_CHECKING:
    from kg.store.graph import Target


@click.command("cypher")
@click.argument("query")
@click.option("--uri", metavar="URI", help="The graph server (default NEO4J_URI, else one that kg starts by itself).")
@click.option("--database", metavar="NAME", help="The database on that server (default NEO4J_DATABASE).")
@click.option("--write", is_flag=True, help="Let the query change kg's own graph server, which is read-only otherwise.")
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 86400),
    help="Seconds that the query may take (on kg's own server 5 at least; one that runs already keeps its limit).",
)
@click.option("--param", "given", multiple=True, metavar="NAME=VALUE", help="A parameter: JSON or plain text.")
@format_options()
@store_option
def command(  # noqa: PLR0917 - click passes each by name
    query: str,
    uri: str | None,
    database: str | None,
    timeout: float | None,
    given: tuple[str, ...],
    layout: str | None,
    store: Path,
    *,
    write: bool,
) -> None:
    """Run a Cypher query over Bolt: its text, a file, or - for the standard input.

    A query that comes with kg is called by its file's name alone, as in `kg cypher who-said-what.cypher`.
    Lines `// $name = value` at the head of a query give its parameters a default.
    """
    text = query_text(_path(query), endings=(".cypher", ".cql", ".cyp"))
    from kg.query.cypher import parameters, rows  # noqa: PLC0415 - help must not wait

    values = parameters(text, given)
    from kg.store.graph import ask  # noqa: PLC0415

    with _target(store, uri, database, write=write, seconds=timeout) as target:
        columns, lines = ask(target, text, values, seconds=timeout)
        print_rows(rows(columns, lines), layout, columns=columns, flatten=_cells)


@contextlib.contextmanager
def _target(
    store: Path, uri: str | None, database: str | None, *, write: bool, seconds: float | None
) -> "Iterator[Target]":
    """Connect to the server named, else to that of the store, brought up to date, as who may read only."""
    from kg.store.graph import Target, connect, named, push, reading  # noqa: PLC0415

    with connect(store, uri, database=database, seconds=seconds) as target:
        if named(uri) is not None:
            yield target
            return
        push(store, target)
        if write:
            yield target
            return
        with Target(reading(store, target)) as reader:
            yield reader


def _path(query: str) -> str:
    """Return the path of a query that comes with kg, where the argument is the name of one."""
    if not query.endswith(".cypher") or "/" in query or Path(query).exists():
        return query
    inside = ontology() / "queries" / query
    return str(inside) if inside.is_file() else query


def _cells(row: Row) -> Mapping[str, object]:
    nested = (dict, list)
    return {
        name: json.dumps(value, ensure_ascii=False) if isinstance(value, nested) else value
        for name, value in row.items()
    }
