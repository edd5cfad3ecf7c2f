"""`kg facts`: list facts."""

from collections.abc import Mapping
from pathlib import Path
from textwrap import shorten

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import participant_cells, print_rows
from kg.model.rows import Row

COLUMNS = ("id", "subject", "relation", "object", "time", "modality", "conf")
_SHARE = click.FloatRange(0, 1)


@click.command("facts")
@click.option("--about", metavar="NAME", help="Facts that this entity takes part in, in any role.")
@click.option("--relation", metavar="R", help="Facts of this relation, such as endorses.")
@click.option("--document", metavar="D", help="Facts of this document: its id, path or a part of its title.")
@click.option("--min-confidence", type=_SHARE, metavar="X", help="Facts of this confidence (0 to 1) or more.")
@click.option("--precision", type=_SHARE, metavar="X", help="As many facts as can be listed with this share right.")
@click.option("--open", "open_", is_flag=True, help="List open relations (relatedTo) too.")
@click.option("--limit", type=click.IntRange(1), metavar="N", help="At most N facts.")
@format_options()
@store_option
def command(  # noqa: PLR0913, PLR0917 - one argument an option
    about: str | None,
    relation: str | None,
    document: str | None,
    min_confidence: float | None,
    precision: float | None,
    open_: bool,  # noqa: FBT001 - the signature is that of the options
    limit: int | None,
    layout: str | None,
    store: Path,
) -> None:
    """List facts; `kg why ID` shows the evidence of one (the last signs of its id are enough)."""
    from kg.store import Reader  # noqa: PLC0415 - the help page must not wait for the store
    from kg.store.ledger.search import Selection  # noqa: PLC0415

    selection = Selection(about, relation, document, min_confidence, precision, open_, limit)
    print_rows(Reader(store).facts(selection), layout, columns=COLUMNS, flatten=table_cells, wide=csv_cells)


def table_cells(row: Row) -> Mapping[str, object]:
    """Return the cells of a fact in a table: names for participants, the last eight signs of the id."""
    names = {key: _name(row[key]) for key in ("subject", "object")}
    names["object"] = names["object"] or _said(row["quote"])
    return {**row, **names, "id": str(row["id"])[-8:], "conf": f"{row['confidence']:.2f}"}


def _name(value: object) -> str:
    return str(value.get("name")) if isinstance(value, dict) else ""


def _said(quote: object) -> str:
    """Return the beginning of the words said, which stand where a fact has no object."""
    return shorten(quote, 60, placeholder="…") if isinstance(quote, str) else ""


def csv_cells(row: Row) -> Mapping[str, object]:
    """Return the cells of a fact in CSV: a participant has a cell for its name, its id and its type."""
    return dict(participant_cells(row, "subject", "object", "place", "attributed_to"))
