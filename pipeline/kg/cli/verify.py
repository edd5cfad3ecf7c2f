"""`kg verify`: read the evidence of every fact again."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import print_rows
from kg.errors import FINDINGS
from kg.model.rows import Row

if TYPE_CHECKING:
    from kg.store import Reader

COLUMNS = ("document", "fact", "check", "detail")


@click.command("verify")
@click.argument("document", required=False)
@format_options()
@store_option
@click.pass_context
def command(ctx: click.Context, document: str | None, layout: str | None, store: Path) -> None:
    """Read the evidence of every fact again, or of one DOCUMENT; exit 1 where something does not hold.

    The spans slice the text, the evidence holds the trigger, every participant is a mention of its entity or is
    tied to a name of it by steps that the fact names.
    """
    from kg.store import Reader  # noqa: PLC0415 - the help page must not wait for the store

    with Reader(store) as reader:
        rows = list(_findings(reader, document))
    print_rows(rows, layout, columns=COLUMNS, flatten=dict)
    if rows:
        ctx.exit(FINDINGS)


def _findings(reader: "Reader", name: str | None) -> Iterator[Row]:
    from kg.validate import verify  # noqa: PLC0415

    for extraction in reader.extractions(name):
        for found in verify(extraction):
            title = extraction.document.title or extraction.document.source
            yield {"document": title, "fact": found.fact, "check": found.check, "detail": found.detail}
