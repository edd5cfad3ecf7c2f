"""Rows on the standard output: a table, JSON, a JSON object a line, or CSV."""

import csv
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, TextIO

import click

from kg.model.rows import Row

Flatten = Callable[[Row], Mapping[str, object]]
PIPED_WIDTH: Final = 100


def layout_or_default(layout: str | None) -> str:
    """Return the layout asked for; else `table` on a terminal, `json` when piped."""
    return layout or ("table" if sys.stdout.isatty() else "json")


def print_rows(
    rows: Iterable[Row],
    layout: str | None,
    *,
    columns: Sequence[str],
    flatten: Flatten,
    wide: Flatten | None = None,
    heading: Sequence[str] = (),
) -> None:
    """Print rows as they come: `flatten` makes the cells of a table, `wide` those of CSV.

    Where no row comes, CSV has the `heading` alone, or the columns where there is none.
    """
    chosen = layout_or_default(layout)
    if chosen == "json":
        print_json(rows)
    elif chosen == "jsonl":
        for row in rows:
            sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    elif chosen == "csv":
        write_csv(map(wide or _cells, rows), sys.stdout, heading or columns)
    else:
        _print_table(map(flatten, rows), columns)


def print_json(rows: Iterable[Row]) -> None:
    """Print a JSON array, one row a line, without holding all rows in memory."""
    opening = "["
    for row in rows:
        sys.stdout.write(f"{opening}\n{json.dumps(row, ensure_ascii=False)}")
        opening = ","
    sys.stdout.write("[]\n" if opening == "[" else "\n]\n")


def print_row(row: Row, layout: str | None) -> None:
    """Print the one row that there is: in JSON as an object, else as rows are."""
    if layout_or_default(layout) == "json":
        print_object(row)
    else:
        print_rows([row], layout, columns=list(row), flatten=dict)


def print_object(row: Row) -> None:
    """Print one JSON object."""
    click.echo(json.dumps(row, ensure_ascii=False, indent=2))


def participant_cells(row: Row, *names: str) -> Iterator[tuple[str, object]]:
    """Yield the cells of a row, each participant named as its name, its id and its type."""
    for key, value in row.items():
        if key in names:
            known = value if isinstance(value, dict) else {}
            yield from (
                (key, known.get("name")),
                (f"{key}_id", known.get("id")),
                (f"{key}_type", known.get("type")),
            )
        else:
            yield key, _cell(value)


def _cells(row: Row) -> Mapping[str, object]:
    return {key: _cell(value) for key, value in row.items()}


def _cell(value: object) -> object:
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value


def write_csv(rows: Iterable[Mapping[str, object]], output: TextIO, heading: Sequence[str] = ()) -> None:
    """Write rows as CSV, the names of the first row's cells as the heading; without a row the heading given."""
    writer = None
    for row in rows:
        if writer is None:
            writer = csv.DictWriter(output, list(row), lineterminator="\n")
            writer.writeheader()
        writer.writerow(row)
    if writer is None and heading:
        csv.writer(output, lineterminator="\n").writerow(heading)


def _print_table(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> None:
    from rich.box import SIMPLE  # noqa: PLC0415 - only tables need rich
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(box=SIMPLE, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text("" if row.get(column) is None else str(row[column])) for column in columns))
    width = None if sys.stdout.isatty() else PIPED_WIDTH
    Console(file=sys.stdout, width=width).print(table)
