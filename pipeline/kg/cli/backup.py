"""`kg backup`: write the store into one file."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import layout_or_default, print_row

if TYPE_CHECKING:
    from kg.model.rows import Row


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option("--force", is_flag=True, help="Replace the file where it is there already.")
@format_options()
@store_option
def command(file: Path, force: bool, layout: str | None, store: Path) -> None:  # noqa: FBT001
    """Write the store into FILE (a tar.gz): its documents, its change log and the graphs that users wrote.

    It may run beside `kg ingest` and `kg serve`. The same store gives the same bytes.
    """
    from kg.store.backup import backup  # noqa: PLC0415 - help must not wait for the store

    manifest = backup(store, file, force=force)
    size = file.stat().st_size
    if layout_or_default(layout) == "table":
        click.echo(f"{file}: {manifest.documents} documents, {size} bytes")
        return
    row: Row = {"file": str(file), "documents": manifest.documents, "changes": manifest.changes, "bytes": size}
    print_row(row, layout)
