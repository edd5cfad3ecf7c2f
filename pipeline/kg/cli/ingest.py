"""`kg ingest`: the whole line, from sources to the store."""

import sys
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import layout_or_default, print_row, print_rows
from kg.errors import FINDINGS, UsageError

if TYPE_CHECKING:
    from kg.model import Extraction
    from kg.model.rows import Row
    from kg.pipeline import Summary

_COUNTS = ("documents", "entities", "facts", "discarded")


@click.command("ingest")
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option("--lang", type=click.Choice(["fr", "en", "auto"]), default="auto", help="The language of the texts.")
@click.option("--date", "published", metavar="YYYY-MM-DD", help="The day of publication, where the text does not say.")
@click.option("--workers", type=click.IntRange(1), default=1, metavar="N", help="Read in N processes.")
@click.option("--dry-run", is_flag=True, help="Print the facts and write nothing.")
@click.option(
    "--wait",
    type=click.FloatRange(0),
    default=10.0,
    metavar="SECONDS",
    help="How long to wait for another writer.",
)
@format_options()
@store_option
def command(  # noqa: PLR0917 - one argument an option
    sources: tuple[str, ...],
    lang: str,
    published: str | None,
    workers: int,
    dry_run: bool,  # noqa: FBT001 - the signature is that of the options
    wait: float,
    layout: str | None,
    store: Path,
) -> None:
    """Read files (.txt .md .html .pdf), folders, addresses or - (standard input) into the store.

    The servers that NEO4J_URI and KG_TARGETS (several, with blanks between them) name are brought up to date.
    """
    _check_date(published)
    from kg.cli.progress import Progress  # noqa: PLC0415 - the help page must not wait for the models
    from kg.pipeline import ingest  # noqa: PLC0415

    seen: list[Extraction] = []
    with Progress() as progress:

        def watch(extraction: "Extraction") -> None:
            progress.step(extraction.document.title or extraction.document.source)
            if dry_run:
                seen.append(extraction)

        summary = ingest(
            sources,
            store,
            language=lang,
            published=published,
            workers=workers,
            dry_run=dry_run,
            wait=wait,
            watch=watch,
        )
    if dry_run:
        _print_facts(seen, layout)
    _print_summary(summary, layout, to_stderr=dry_run)
    if not dry_run:
        from kg.writing import project  # noqa: PLC0415

        project(store)
    _end(summary)


def _check_date(text: str | None) -> None:
    """Refuse a broken date before anything is read."""
    try:
        good = text is None or date.fromisoformat(text).isoformat() == text
    except ValueError:
        good = False
    if not good:
        raise UsageError(f"--date {text!r} is no date", "write it as YYYY-MM-DD, such as 2024-07-29")


def _print_facts(extractions: "list[Extraction]", layout: str | None) -> None:
    from kg.cli.facts import COLUMNS, csv_cells, table_cells  # noqa: PLC0415
    from kg.model.rows import fact_row  # noqa: PLC0415

    rows = (fact_row(fact, extraction.document) for extraction in extractions for fact in extraction.facts)
    print_rows(rows, layout, columns=COLUMNS, flatten=table_cells, wide=csv_cells)


def _print_summary(summary: "Summary", layout: str | None, *, to_stderr: bool) -> None:
    for failure in summary.failed:
        click.echo(f"kg: {failure.message}\n  {failure.hint}", err=True)
    for finding in summary.findings:
        click.echo(f"kg: {finding}", err=True)
    if to_stderr or layout_or_default(layout) == "table":
        text = ", ".join(f"{getattr(summary, key)} {key}" for key in _COUNTS)
        more = ", ".join(f"{n} {k}" for k in ("added", "updated", "unchanged") if (n := getattr(summary, k)))
        click.echo(f"{text} ({more})" if more else text, err=to_stderr)
    elif layout_or_default(layout) == "csv":
        counts: Row = {key: value for key, value in asdict(summary).items() if isinstance(value, int)}
        print_row(counts, layout)
    else:
        print_row(asdict(summary), layout)


def _end(summary: "Summary") -> None:
    """Leave with 1 where something failed; with the failure's own code where nothing else was read."""
    if not summary.failed and not summary.findings:
        return
    codes = {failure.code for failure in summary.failed}
    sys.exit(codes.pop() if summary.documents == 0 and len(codes) == 1 else FINDINGS)
