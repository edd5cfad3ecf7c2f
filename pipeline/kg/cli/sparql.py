"""`kg sparql`: query the store."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import layout_or_default, print_object, print_rows
from kg.cli.text import query_text
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.query.sparql import Result


@click.command("sparql")
@click.argument("query")
@format_options("turtle", "srj")
@store_option
def command(query: str, layout: str | None, store: Path) -> None:
    """Run a SPARQL 1.1 query: its text, a file, or - for the standard input.

    Without GRAPH it reads all documents. Common prefixes (kgo: rdf: schema: prov: oa: …) need no declaration.
    `turtle` is for CONSTRUCT and DESCRIBE, `srj` the W3C's JSON results.
    """
    text = query_text(query, endings=(".rq", ".sparql"))
    from kg.query.sparql import columns, rows, sparql  # noqa: PLC0415 - help must not wait
    from kg.store import Reader  # noqa: PLC0415

    with Reader(store) as reader:
        result = sparql(reader.dataset, text)
        if layout in ("turtle", "srj"):
            _print_rdf(result, layout)
        elif columns(result) == ["boolean"] and layout_or_default(layout) == "json":
            print_object(next(rows(result)))
        else:
            print_rows(rows(result), layout, columns=columns(result), flatten=dict)


def _print_rdf(result: "Result", layout: str) -> None:
    from pyoxigraph import QueryResultsFormat, QueryTriples, RdfFormat, serialize  # noqa: PLC0415

    from kg.model.prefixes import PREFIXES  # noqa: PLC0415

    if isinstance(result, QueryTriples) != (layout == "turtle"):
        raise UsageError(f"{layout} does not fit this kind of query", "use turtle for CONSTRUCT and DESCRIBE, else srj")
    if isinstance(result, QueryTriples):
        serialize(result, sys.stdout.buffer, RdfFormat.TURTLE, prefixes=PREFIXES)
    else:
        result.serialize(sys.stdout.buffer, QueryResultsFormat.JSON)
    sys.stdout.buffer.flush()
