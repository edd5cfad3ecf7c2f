"""`kg verify`: read the evidence of every fact again."""

from collections.abc import Iterator
from pathlib import Path

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import print_rows
from kg.errors import FINDINGS
from kg.model.rows import Row

COLUMNS = ("fact", "what", "detail", "source")


@click.command("verify")
@format_options()
@store_option
@click.pass_context
def command(ctx: click.Context, layout: str | None, store: Path) -> None:
    """Read the evidence of every fact again; list what the texts do not bear out, and exit 1 where there is any."""
    counts = {"documents": 0, "facts": 0, "findings": 0}
    print_rows(_findings(store, counts), layout, columns=COLUMNS, flatten=dict)
    click.echo(", ".join(f"{count} {name}" for name, count in counts.items()), err=True)
    if counts["findings"]:
        ctx.exit(FINDINGS)


def _findings(store: Path, counts: dict[str, int]) -> Iterator[Row]:
    """Yield the findings, document by document; `counts` grows with them."""
    from kg.query.verify import verify  # noqa: PLC0415 - the help page must not wait for the store
    from kg.store import Reader  # noqa: PLC0415
    from kg.store.ledger import documents  # noqa: PLC0415

    with Reader(store) as reader:
        for _, extraction in documents.records(reader.ledger):
            document = extraction.document
            found = verify(extraction)
            counts["documents"] += 1
            counts["facts"] += len(extraction.facts)
            counts["findings"] += len(found)
            for finding in found:
                yield {
                    "document": document.id,
                    "source": document.source,
                    "fact": finding.fact,
                    "what": finding.what,
                    "detail": finding.detail,
                }
