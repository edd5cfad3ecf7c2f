"""`kg mentions`: list mentions."""

from collections.abc import Mapping
from pathlib import Path

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import print_rows
from kg.model.rows import MENTION, Row

COLUMNS = ("start", "end", "text", "kind", "type", "entity")


@click.command("mentions")
@click.argument("document", required=False)
@format_options()
@store_option
def command(document: str | None, layout: str | None, store: Path) -> None:
    """List the mentions of a document (its id, path or a part of its title), or of all."""
    from kg.store import Reader  # noqa: PLC0415 - the help page must not wait for the store

    rows = Reader(store).mentions(document)
    print_rows(rows, layout, columns=COLUMNS, flatten=_table_cells, heading=MENTION)


def _table_cells(row: Row) -> Mapping[str, object]:
    return {**row, "entity": str(row["entity"]).rpartition("/")[2]}
