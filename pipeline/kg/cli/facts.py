"""`kg facts`: list facts."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from textwrap import shorten
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import participant_cells, print_rows
from kg.model.rows import FACT, Row

if TYPE_CHECKING:
    from kg.store import Reader
    from kg.store.ledger.search import Selection

COLUMNS = ("id", "subject", "relation", "object", "time", "modality", "conf")
_SHARE = click.FloatRange(0, 1)
_NEVER = 2.0  # above every confidence


@click.command("facts")
@click.option("--about", metavar="NAME", help="Facts that this entity takes part in, in any role.")
@click.option("--relation", metavar="R", help="Facts of this relation, such as endorses.")
@click.option("--document", metavar="D", help="Facts of this document: its id, path or a part of its title.")
@click.option("--min-confidence", type=_SHARE, metavar="X", help="Facts of this confidence (0 to 1) or more.")
@click.option("--precision", type=_SHARE, metavar="X", help="The facts of which this share is right.")
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

    reader = Reader(store)
    selection = Selection(about, relation, document, min_confidence, open_, limit)
    if precision is not None:
        selection = _precise(reader, selection, precision)
    heading = list(csv_cells(dict.fromkeys(FACT)))
    rows = _doubting(reader.facts(selection), selection)
    print_rows(rows, layout, columns=COLUMNS, flatten=table_cells, wide=csv_cells, heading=heading)


def _doubting(rows: Iterator[Row], selection: "Selection") -> Iterator[Row]:
    """Yield the rows; where none comes because a name is not known, say so beside the empty answer."""
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - counted for what comes after
        yield row
    if not count and selection.relation is not None:
        _doubt_relation(selection.relation)
    if not count and selection.about is not None:
        click.echo(f"kg: no fact of {selection.about!r} was chosen\n  names are listed by `kg entities`", err=True)


def _doubt_relation(name: str) -> None:
    from difflib import get_close_matches  # noqa: PLC0415 - only where nothing was found

    from kg.resources import ontology  # noqa: PLC0415

    known = re.findall(r"^kgo:(\w+) a ", (ontology() / "news.ttl").read_text(encoding="utf-8"), re.MULTILINE)
    if name not in known:
        near = "".join(f"; did you mean {one}?" for one in get_close_matches(name, known, 1))
        click.echo(f"kg: no relation is called {name!r}{near}\n  `kg facts` lists those that are there", err=True)


def _precise(reader: "Reader", selection: "Selection", precision: float) -> "Selection":
    """Return the selection of the facts sure enough for the precision, and say how many are kept back."""
    from kg.lexicon.calibration import load_calibration  # noqa: PLC0415

    table = load_calibration()
    reaching = table.reaching(precision)
    least = max(selection.min_confidence or 0, _NEVER if reaching is None else reaching.confidence)
    kept = replace(selection, min_confidence=least)
    every = reader.count(selection)
    back = every - reader.count(kept)
    if reaching is None:
        best = f"{table.best.precision:.2f} are right from {table.best.confidence:.2f} on"
        click.echo(f"kg: no confidence promises a precision of {precision:g}; at most {best}", err=True)
    if back:
        below = "" if reaching is None else f", below confidence {least:.2f}"
        click.echo(f"kg: {back} of {every} facts kept back{below}", err=True)
    return kept


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
