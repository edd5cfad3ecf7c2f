"""`kg why`: the evidence of a fact."""

from pathlib import Path

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import layout_or_default, print_row
from kg.model.rows import Row

_LINES = (
    "fact",
    "sentence",
    "rule",
    "steps",
    "speaker",
    "modality",
    "confidence",
    "document",
    "source",
    "published",
)


@click.command("why")
@click.argument("fact")
@format_options()
@store_option
def command(fact: str, layout: str | None, store: Path) -> None:
    """Show the sentence of a fact with its spans marked, the rule, the speaker and the document.

    FACT is the whole id, or enough of its beginning or end to name one fact.
    """
    from kg.query.why import why  # noqa: PLC0415 - the help page must not wait for the store
    from kg.store import Reader  # noqa: PLC0415

    row = why(*Reader(store).fact(fact))
    if layout_or_default(layout) == "table":
        _print_text(row)
    else:
        print_row(row, layout)


def _print_text(row: Row) -> None:
    told = {
        **row,
        "sentence": row["marked"],
        "fact": row["statement"],
        "document": row["title"] or row["document"],
    }
    for name in _LINES:
        value = told.get(name)
        if value:
            click.echo(f"{name:<11}{'; '.join(map(str, value)) if isinstance(value, list) else value}")
