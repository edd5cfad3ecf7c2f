"""`kg restore`: make a store from a backup."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import layout_or_default, print_row

if TYPE_CHECKING:
    from kg.model.rows import Row


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path))
@format_options()
@store_option
def command(file: Path, layout: str | None, store: Path) -> None:
    """Make the store from FILE, which `kg backup` wrote; the folder of the store has to be new or empty."""
    from kg.store.backup import restore  # noqa: PLC0415 - help must not wait for the store

    manifest = restore(file, store, _project)
    if layout_or_default(layout) == "table":
        click.echo(f"{store}: {manifest.documents} documents restored")
        return
    row: Row = {"store": str(store), "documents": manifest.documents, "changes": manifest.changes}
    print_row(row, layout)


def _project(folder: Path) -> None:
    """Make the dataset from the ledger: a writer does so by itself when it opens a store that lacks it."""
    from kg.writing import open_writer  # noqa: PLC0415

    open_writer(folder).close()
