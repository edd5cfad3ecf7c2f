"""`kg sync`: bring a property-graph server up to date."""

import dataclasses
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import layout_or_default, print_object, print_rows
from kg.errors import FINDINGS

if TYPE_CHECKING:
    from kg.store.graph import SyncReport, Target


@click.command("sync")
@click.argument("uri", required=False)
@click.option("--rebuild", is_flag=True, help="Empty the graph first.")
@click.option("--check", is_flag=True, help="Compare the graph with the store; exit 1 where they differ.")
@click.option("--database", metavar="NAME", help="The database on that server (default NEO4J_DATABASE).")
@format_options()
@store_option
@click.pass_context
def command(  # noqa: PLR0917 - click passes each by name
    ctx: click.Context,
    uri: str | None,
    rebuild: bool,  # noqa: FBT001
    check: bool,  # noqa: FBT001
    database: str | None,
    layout: str | None,
    store: Path,
) -> None:
    """Bring the graph at URI (default NEO4J_URI, else the local server) up to date with the store.

    A graph that holds another store's documents is replaced; nodes that kg did not write stay. With --check
    nothing is written, unless --rebuild is given too.
    """
    from kg.store.graph import connect, push  # noqa: PLC0415 - help must not wait for the driver

    with connect(store, uri, database=database) as target:
        if rebuild or not check:
            report = push(store, target, rebuild=rebuild, watch=_watch)
            if not check:
                _print(report, layout)
        if check:
            ctx.exit(_check(store, target, layout))


def _check(store: Path, target: "Target", layout: str | None) -> int:
    from kg.store.graph import compare  # noqa: PLC0415

    found = [dataclasses.asdict(one) for one in compare(store, target)]
    print_rows(found, layout, columns=["kind", "store", "graph", "same"], flatten=dict)
    if all(one["same"] for one in found):
        return 0
    click.echo(
        "kg: the graph differs from the store\n  bring it up to date with `kg sync`, else `kg sync --rebuild`", err=True
    )
    return FINDINGS


def _print(report: "SyncReport", layout: str | None) -> None:
    if report.replaced:
        click.echo(f"{report.target} was emptied first", err=True)
    if layout_or_default(layout) == "table":
        click.echo(f"{report.target}: {report.documents} documents written, {report.removed} taken back")
    else:
        print_object(dataclasses.asdict(report))


def _watch(done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done} of {total} documents", nl=done == total, err=True)
