"""`kg serve`: the SPARQL endpoint, the page for people, Bolt beside them."""

import contextlib
import re
from pathlib import Path

import click

from kg.cli.options import store_option
from kg.errors import UsageError


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option("--port", default=7878, show_default=True, type=click.IntRange(0, 65535), help="The port to listen on.")
@click.option(
    "--timeout",
    default=30.0,
    show_default=True,
    type=click.FloatRange(0.1, 86400),
    help="Seconds that a query may take (over Bolt 5 at least).",
)
@click.option("--memory", default=1024, show_default=True, type=click.IntRange(64), help="MiB that a query may use.")
@click.option("--update-token-file", type=click.Path(path_type=Path), help="Allow writing to who bears this token.")
@click.option(
    "--bolt-port",
    type=click.IntRange(1, 65535),
    metavar="PORT",
    help="Serve the property graph there too (Bolt, 7687).",
)
@click.option("--bolt-write", is_flag=True, help="Say who may write over Bolt, too; it is read-only otherwise.")
@click.option("--create", is_flag=True, help="Make an empty store where there is none yet, for others to ingest into.")
@click.option("--cors", metavar="ORIGIN", help="Let pages of this origin (or *) read answers.")
@click.option(
    "--allow", multiple=True, metavar="URL", help="Let SERVICE (and LOAD, with the token) ask this address, in full."
)
@click.option("--dataset", type=click.Path(path_type=Path), help="Serve this folder as an empty RDF dataset instead.")
@click.option("--name", "names", multiple=True, metavar="HOST", help="A further name that the server is called by.")
@store_option
def command(  # noqa: PLR0913, PLR0917 - click passes each by name
    host: str,
    port: int,
    timeout: float,
    memory: int,
    update_token_file: Path | None,
    bolt_port: int | None,
    bolt_write: bool,  # noqa: FBT001
    create: bool,  # noqa: FBT001
    cors: str | None,
    allow: tuple[str, ...],
    dataset: Path | None,
    names: tuple[str, ...],
    store: Path,
) -> None:
    """Serve the store: SPARQL queries at /sparql, state at /health, a page that shows articles and their facts at /.

    With --bolt-port the property graph stands beside it, on the loopback device, and follows what is ingested.
    With a token file: updates at /update and the Graph Store Protocol at /store, for graphs beside those of documents.
    """
    _check(bolt_port, dataset, write=bolt_write)
    token = None if update_token_file is None else _token(update_token_file)
    if create:
        _create(store)
    from kg.serve.run import run  # noqa: PLC0415 - help must not wait
    from kg.serve.settings import Settings  # noqa: PLC0415

    settings = Settings(
        folder=dataset or store,
        scratch=dataset is not None,
        host=host,
        port=port,
        timeout=timeout,
        memory=memory,
        token=token,
        cors=cors,
        allowed=_addresses(allow),
        names=frozenset(name.lower() for name in names),
    )
    with contextlib.ExitStack() as beside:
        if bolt_port is not None:
            from kg.serve.bolt import bolt  # noqa: PLC0415

            click.echo(beside.enter_context(bolt(store, bolt_port, seconds=timeout, write=bolt_write)), err=True)
        run(settings, lambda address: click.echo(address, err=True))


def _check(bolt_port: int | None, dataset: Path | None, *, write: bool) -> None:
    """Refuse options that would not be heeded."""
    if write and bolt_port is None:
        raise UsageError("--bolt-write needs --bolt-port", "name the port: `kg serve --bolt-port 7687 --bolt-write`")
    if bolt_port is not None and dataset is not None:
        raise UsageError("a dataset has no property graph: --bolt-port means nothing with --dataset", "leave one out")


def _addresses(allow: tuple[str, ...]) -> tuple[str, ...]:
    for one in allow:
        if not re.fullmatch(r"https?://[^\s<>\"{}|\\^`]+", one):
            raise UsageError(f"--allow {one!r} is no address", "such as https://query.wikidata.org/sparql")
    return allow


def _create(store: Path) -> None:
    from kg.store import Layout  # noqa: PLC0415
    from kg.store.room import writing  # noqa: PLC0415

    with writing(store):
        Layout(store).create()


def _token(path: Path) -> str:
    try:
        lines = path.read_text(encoding="utf-8").split("\n", 1)
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"the token file {path} cannot be read: {error}", "make one: `openssl rand -hex 32`"
        ) from error
    token = lines[0].strip()
    if len(token) < 16:
        raise UsageError(f"the token in {path} is shorter than 16 letters", "make one: `openssl rand -hex 32`")
    return token
