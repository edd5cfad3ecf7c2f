"""`kg sync`: bring a property-graph server or a remote RDF store up to date."""

import dataclasses
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import layout_or_default, print_row, print_rows
from kg.errors import FINDINGS, UsageError

if TYPE_CHECKING:
    from kg.store.graph import Difference, SyncReport
    from kg.store.remote import PushReport


@dataclasses.dataclass(frozen=True, slots=True)
class _Asked:
    """Hold what the user asked for, whatever the kind of the target."""

    store: Path
    uri: str | None
    rebuild: bool
    check: bool

    @property
    def write(self) -> bool:
        """Tell whether anything is to be written: --check alone writes nothing."""
        return self.rebuild or not self.check


@click.command("sync")
@click.argument("uri", required=False)
@click.option("--rebuild", is_flag=True, help="Empty the graph first; send every document again.")
@click.option("--check", is_flag=True, help="Compare the graph with the store; exit 1 where they differ.")
@click.option("--database", metavar="NAME", help="The database on that graph server (default NEO4J_DATABASE).")
@click.option("--query", metavar="URL", help="The query endpoint of a remote store that takes updates at URI.")
@click.option("--graphs", metavar="IRI", help="How the graphs of documents begin in the remote store.")
@format_options()
@store_option
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click passes each by name
    ctx: click.Context,
    uri: str | None,
    rebuild: bool,  # noqa: FBT001
    check: bool,  # noqa: FBT001
    database: str | None,
    query: str | None,
    graphs: str | None,
    layout: str | None,
    store: Path,
) -> None:
    """Bring the graph at URI (default NEO4J_URI, else the local server) up to date with the store.

    bolt:// and neo4j:// name a property-graph server, http:// and https:// a remote RDF store: its Graph Store
    (…/data) or its update endpoint (…/update), with KG_REMOTE_TOKEN, or KG_REMOTE_USERNAME and KG_REMOTE_PASSWORD.
    A property graph that holds another store's documents is replaced, a remote store only with --rebuild; what kg did
    not write stays. With --check nothing is written, unless --rebuild is given too.
    """
    asked = _Asked(store, uri, rebuild, check)
    report: SyncReport | PushReport | None
    if uri is not None and uri.lower().startswith(("http://", "https://")):
        _refuse("--database", database, "a remote RDF store")
        report, found = _remote(asked, uri, query, graphs)
    else:
        _refuse("--query", query, "a graph server")
        _refuse("--graphs", graphs, "a graph server")
        report, found = _graph(asked, database)
    if found is not None:
        ctx.exit(_compared(found, layout))
    elif report is not None:
        _print(report, layout)


def _refuse(option: str, value: str | None, kind: str) -> None:
    if value is not None:
        raise UsageError(f"{option} means nothing for {kind}", "see `kg sync --help`")


def _graph(asked: _Asked, database: str | None) -> "tuple[SyncReport | None, list[Difference] | None]":
    from kg.store.graph import compare, connect, push  # noqa: PLC0415 - help must not wait for the driver

    with connect(asked.store, asked.uri, database=database) as target:
        report = push(asked.store, target, rebuild=asked.rebuild, watch=_watch) if asked.write else None
        return report, compare(asked.store, target) if asked.check else None


def _remote(
    asked: _Asked, uri: str, query: str | None, graphs: str | None
) -> "tuple[PushReport | None, list[Difference] | None]":
    from kg.store import Layout  # noqa: PLC0415
    from kg.store.remote import compare, connect, named, push  # noqa: PLC0415

    Layout(asked.store).check()
    with connect(named(uri, query=query, graphs=graphs)) as target:
        report = push(asked.store, target, rebuild=asked.rebuild, watch=_watch) if asked.write else None
        return report, compare(asked.store, target) if asked.check else None


def _compared(differences: "Iterable[Difference]", layout: str | None) -> int:
    found = [dataclasses.asdict(one) for one in differences]
    print_rows(found, layout, columns=["kind", "store", "graph", "same"], flatten=dict)
    if all(one["same"] for one in found):
        return 0
    click.echo(
        "kg: the graph differs from the store\n  bring it up to date with `kg sync`, else `kg sync --rebuild`", err=True
    )
    return FINDINGS


def _print(report: "SyncReport | PushReport", layout: str | None) -> None:
    if report.replaced:
        click.echo(f"{report.target} held something else: everything was sent again", err=True)
    if layout_or_default(layout) == "table":
        click.echo(f"{report.target}: {report.documents} documents written, {report.removed} taken back")
    else:
        print_row(dataclasses.asdict(report), layout)


def _watch(done: int, total: int) -> None:
    if sys.stderr.isatty():
        click.echo(f"\r{done} of {total} documents", nl=done == total, err=True)
