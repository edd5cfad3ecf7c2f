"""`kg export`: the graph in a format that others read."""

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING

import click

from kg.cli.facts import csv_cells
from kg.cli.options import store_option
from kg.cli.output import write_csv
from kg.errors import UsageError

if TYPE_CHECKING:
    from kg.store import Reader

FORMATS = ("turtle", "trig", "nquads", "ntriples", "jsonld", "graphml", "csv")
RDF = ("turtle", "trig", "nquads", "ntriples", "jsonld")
_REIFYING = ("turtle", "trig", "nquads", "ntriples")


@click.command("export")
@click.option("--format", "layout", type=click.Choice(FORMATS), default="trig", show_default=True, help="The format.")
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to a file.")
@click.option("--rdf12", is_flag=True, help="Also name each fact's triple by an RDF 1.2 reifier.")
@click.option("--from", "origin", metavar="URI", help="Rebuild the RDF from a property graph: bolt://… or neo4j://…")
@store_option
def command(layout: str, output: Path | None, origin: str | None, store: Path, *, rdf12: bool) -> None:
    """Write the whole graph; the same documents give the same bytes.

    `csv` is the table of facts, `graphml` the network of entities.
    """
    if origin is not None:
        _with(output, lambda handle: _write_back(origin, layout, handle, rdf12=rdf12))
        return
    if rdf12 and layout not in _REIFYING:
        raise UsageError(f"{layout} cannot hold reifiers", f"use --format with one of {', '.join(_REIFYING)}")
    from kg.store import Reader  # noqa: PLC0415 - the help page must not wait for the store

    with Reader(store) as reader:
        _with(output, lambda handle: _write(reader, layout, handle, rdf12=rdf12))


def _with(output: Path | None, write: Callable[[IO[bytes]], None]) -> None:
    """Write to the standard output, or to a file that is there only once it is whole."""
    if output is None:
        write(sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    unfinished = output.with_name(output.name + ".part")
    try:
        with unfinished.open("wb") as handle:
            write(handle)
        unfinished.replace(output)
    except OSError as error:
        unfinished.unlink(missing_ok=True)
        raise UsageError(
            f"{output} cannot be written: {error}", "name a file where you may write, with room"
        ) from error


def _write_back(origin: str, layout: str, output: IO[bytes], *, rdf12: bool) -> None:
    """Write what stands in a property graph, as the quads that it was made from."""
    if layout not in RDF or rdf12:
        raise UsageError("a property graph is written back as plain RDF", f"use --format with one of {', '.join(RDF)}")
    from kg.rdf import quads  # noqa: PLC0415 - the help page must not wait for the store
    from kg.rdf.export import write  # noqa: PLC0415
    from kg.store.graph import Target, extractions, named  # noqa: PLC0415

    address = named(origin)
    assert address is not None
    with Target(address) as target:
        found = [quad for extraction, mapping in extractions(target) for quad in quads(extraction, mapping)]
    write(found, layout, output)


def _write(reader: "Reader", layout: str, output: IO[bytes], *, rdf12: bool) -> None:
    if layout == "csv":
        _write_table(reader, output)
    elif layout == "graphml":
        from kg.graphs import load_graph, write_graphml  # noqa: PLC0415 - networkx only where it is asked for
        from kg.store.ledger.search import EVERY  # noqa: PLC0415

        write_graphml(load_graph(reader.entities(), reader.facts(EVERY)), output)
    else:
        from kg.rdf.export import dump  # noqa: PLC0415

        dump(reader.dataset, layout, output, reifiers=rdf12)


def _write_table(reader: "Reader", output: IO[bytes]) -> None:
    from kg.store.ledger.search import EVERY  # noqa: PLC0415

    facts = sorted(reader.facts(EVERY), key=lambda row: (str(row["document"]), row["start"], str(row["id"])))
    text = io.TextIOWrapper(output, encoding="utf-8", newline="", write_through=True)
    write_csv(map(csv_cells, facts), text)
    text.detach()
