"""`kg forget`: take back all that a document said."""

from pathlib import Path

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import layout_or_default, print_row


@click.command("forget")
@click.argument("document")
@click.option(
    "--wait",
    type=click.FloatRange(0),
    default=10.0,
    metavar="SECONDS",
    help="How long to wait for another writer.",
)
@format_options()
@store_option
def command(document: str, wait: float, layout: str | None, store: Path) -> None:
    """Take back all that a document (its id, path or a part of its title) said."""
    from kg.store import Layout  # noqa: PLC0415 - the help page must not wait for the store
    from kg.writing import open_writer, project  # noqa: PLC0415

    Layout(store).check()
    with open_writer(store, wait=wait) as writer:
        found = writer.forget(document)
    project(store)
    if layout_or_default(layout) == "table":
        click.echo(f"forgot {found.title or found.source} ({found.id})")
    else:
        print_row({"forgotten": found.id, "title": found.title, "source": found.source}, layout)
