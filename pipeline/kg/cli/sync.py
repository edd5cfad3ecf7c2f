"""`kg sync`: bring a property-graph server or a remote RDF store up to date."""

import dataclasses
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import layout_or_default, print_row, print_rows
from kg.errors import DONE, FINDINGS, KgError, UsageError

if TYPE_CHECKING:
    from kg.model.rows import Row
    from kg.store.graph import Difference, SyncReport
    from kg.store.remote import PushReport


@dataclasses.dataclass(frozen=True, slots=True)
class _Asked:
    """Hold what the user asked for, whatever the kind of the target."""

    store: Path
    rebuild: bool
    check: bool
    database: str | None
    query: str | None
    graphs: str | None

    @property
    def write(self) -> bool:
        """Tell whether anything is to be written: --check alone writes nothing."""
        return self.rebuild or not self.check


@dataclasses.dataclass(frozen=True, slots=True)
class _Done:
    """Hold how it ended with one target."""

    report: "SyncReport | PushReport | None" = None
    found: "list[Difference] | None" = None


@click.command("sync")
@click.argument("uris", nargs=-1, metavar="[URI]...")
@click.option("--rebuild", is_flag=True, help="Empty the graph first; send every document again.")
@click.option("--check", is_flag=True, help="Compare the graph with the store; exit 1 where they differ.")
@click.option("--database", metavar="NAME", help="The database on that graph server (default NEO4J_DATABASE).")
@click.option("--query", metavar="URL", help="The query endpoint of a remote store that takes updates at URI.")
@click.option("--graphs", metavar="IRI", help="How the graphs of documents begin there (default KG_REMOTE_GRAPHS).")
@format_options()
@store_option
@click.pass_context
def command(  # noqa: PLR0913, PLR0917 - click passes each by name
    ctx: click.Context,
    uris: tuple[str, ...],
    rebuild: bool,  # noqa: FBT001
    check: bool,  # noqa: FBT001
    database: str | None,
    query: str | None,
    graphs: str | None,
    layout: str | None,
    store: Path,
) -> None:
    """Bring the graph at URI up to date with the store, or each of several.

    Without URI: those of NEO4J_URI and KG_TARGETS, else the local server. bolt:// and neo4j:// name a property-graph
    server, http:// and https:// a remote RDF store: its Graph Store (…/data) or its update endpoint (…/update), with
    KG_REMOTE_TOKEN, or KG_REMOTE_USERNAME and KG_REMOTE_PASSWORD. A property graph that holds another store's documents
    is replaced, a remote store only with --rebuild; what kg did not write stays. With --check nothing is written,
    unless --rebuild is given too.
    """
    from kg.writing import targets  # noqa: PLC0415 - help must not wait

    asked = _Asked(store, rebuild, check, database, query, graphs)
    named: list[str | None] = [*uris] or [*targets()] or [None]
    for uri in named:
        _refuse_unheeded(asked, uri)
    code = DONE
    for uri in named:
        ended = _one(asked, uri, layout, several=len(named) > 1)
        code = ended if code in {DONE, FINDINGS} and ended != DONE else code
    ctx.exit(code)


def _one(asked: _Asked, uri: str | None, layout: str | None, *, several: bool) -> int:
    """Bring one target up to date and return how it ended; where there are several, an error stops none of them."""
    try:
        done = _remote(asked, uri) if uri is not None and _is_remote(uri) else _graph(asked, uri)
    except KgError as error:
        if not several:
            raise
        click.echo(f"kg: {error.message}\n  {error.hint}", err=True)
        return error.exit_code
    if done.found is not None:
        return _compared(done.found, layout, uri if several else None)
    if done.report is not None:
        _print(done.report, layout)
    return DONE


def _is_remote(uri: str) -> bool:
    return uri.lower().startswith(("http://", "https://"))


def _refuse_unheeded(asked: _Asked, uri: str | None) -> None:
    remote = uri is not None and _is_remote(uri)
    given = {"--database": asked.database} if remote else {"--query": asked.query, "--graphs": asked.graphs}
    for option, value in given.items():
        if value is not None:
            kind = "a remote RDF store" if remote else "a graph server"
            raise UsageError(f"{option} means nothing for {kind}", "see `kg sync --help`")


def _graph(asked: _Asked, uri: str | None) -> _Done:
    from kg.store.graph import compare, connect, push  # noqa: PLC0415 - help must not wait for the driver

    with connect(asked.store, uri, database=asked.database) as target:
        report = push(asked.store, target, rebuild=asked.rebuild, watch=_watch) if asked.write else None
        return _Done(report, compare(asked.store, target) if asked.check else None)


def _remote(asked: _Asked, uri: str) -> _Done:
    from kg.store import Layout  # noqa: PLC0415
    from kg.store.remote import compare, connect, named, push  # noqa: PLC0415

    Layout(asked.store).check()
    with connect(named(uri, query=asked.query, graphs=asked.graphs)) as target:
        report = push(asked.store, target, rebuild=asked.rebuild, watch=_watch) if asked.write else None
        return _Done(report, compare(asked.store, target) if asked.check else None)


def _compared(differences: "Iterable[Difference]", layout: str | None, uri: str | None) -> int:
    of: Row = {} if uri is None else {"target": uri}
    found: list[Row] = [{**of, **dataclasses.asdict(one)} for one in differences]
    print_rows(found, layout, columns=[*of, "kind", "store", "graph", "same"], flatten=dict)
    if all(one["same"] for one in found):
        return DONE
    click.echo(
        f"kg: the graph{f' at {uri}' if uri else ''} differs from the store\n"
        "  bring it up to date with `kg sync`, else `kg sync --rebuild`",
        err=True,
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
