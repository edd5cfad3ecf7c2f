"""`kg entities`: list entities, or say why two names are one."""

from collections.abc import Mapping
from pathlib import Path

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import print_rows
from kg.model.rows import ENTITY, Row

COLUMNS = ("name", "type", "mentions", "aliases", "id")


@click.command("entities")
@click.argument("name", required=False)
@click.option(
    "--why-same",
    nargs=2,
    metavar="A B",
    help="Say why two names (or ids) are one entity, or that they are not.",
)
@format_options()
@store_option
def command(name: str | None, why_same: tuple[str, str] | None, layout: str | None, store: Path) -> None:
    """List entities, the most mentioned first; with NAME those that bear it."""
    from kg.store import Reader  # noqa: PLC0415 - the help page must not wait for the store

    reader = Reader(store)
    if why_same:
        from kg.resolve.across_why import why_same as explain  # noqa: PLC0415

        (left, near), (right, near_too) = map(reader.neighbourhood, why_same)
        rows = explain(left, right, frozenset([*near, *near_too]))
        print_rows(rows, layout, columns=("left", "right", "same", "reason"), flatten=dict)
    else:
        print_rows(reader.entities(name), layout, columns=COLUMNS, flatten=_table_cells, heading=ENTITY)


def _table_cells(row: Row) -> Mapping[str, object]:
    aliases = row["aliases"] if isinstance(row["aliases"], list) else []
    return {**row, "aliases": ", ".join(map(str, aliases)), "id": str(row["id"]).rpartition("/")[2]}
