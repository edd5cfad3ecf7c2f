"""`kg export`: the graph in a format that others read."""

import sys
from pathlib import Path

import click

from kg.cli.options import store_option

FORMATS = ("turtle", "trig", "nquads", "jsonld", "graphml", "csv")


@click.command("export")
@click.option(
    "--format", "layout", type=click.Choice(FORMATS), default="trig", show_default=True, help="The format."
)
@click.option(
    "--output", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write to a file."
)
@store_option
def command(layout: str, output: Path | None, store: Path) -> None:
    """Write the whole graph; the same documents give the same bytes."""
    from kg.rdf.export import dump  # noqa: PLC0415 - the help page must not wait for the store
    from kg.store import Reader  # noqa: PLC0415

    dataset = Reader(store).dataset
    if output is None:
        dump(dataset, layout, sys.stdout.buffer)
        sys.stdout.buffer.flush()
        return
    unfinished = output.with_name(output.name + ".part")
    with unfinished.open("wb") as handle:
        dump(dataset, layout, handle)
    unfinished.replace(output)
