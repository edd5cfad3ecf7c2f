"""The command `kg`: a file per verb, loaded when the verb is called."""

import errno
import importlib
import os
import sys
from pathlib import Path
from typing import Final

import click

from kg.errors import DONE, FAULT, USAGE, KgError

VERBS: Final = {
    "ingest": "Read sources, extract their facts and write them to the store.",
    "facts": "List facts.",
    "entities": "List entities with type, aliases and number of mentions.",
    "mentions": "List every mention of an entity in a text.",
    "why": "Show the evidence of a fact.",
    "sparql": "Query the store with SPARQL 1.1.",
    "cypher": "Query the graph with Cypher over Bolt.",
    "sync": "Bring a property-graph server or a remote RDF store up to date.",
    "serve": "Serve SPARQL over HTTP, and the property graph over Bolt.",
    "export": "Write the graph in a format that others read.",
    "forget": "Take back all that a document said.",
    "backup": "Write the store into one file.",
    "restore": "Make a store from a backup.",
    "verify": "Read the evidence of every fact again.",
    "evaluate": "Measure precision, recall and F1 against gold files.",
    "doctor": "Check models, versions, stores and servers.",
}
"""The verbs in the order of the help page; one is there when its file is."""


class Verbs(click.Group):
    """Load a verb from `kg.cli.<verb>` when it is called, and turn errors into messages and exit codes."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the verbs that have a file."""
        there = {path.stem for path in Path(__file__).parent.glob("*.py")}
        return [verb for verb in VERBS if verb in there]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the verb's module, which names its command `command`."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found = importlib.import_module(f"kg.cli.{cmd_name}").command
        assert isinstance(found, click.Command)
        return found

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the list of verbs without importing any of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(verb, VERBS[verb]) for verb in self.list_commands(ctx)])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; a typing error is answered by the nearest one."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            from difflib import get_close_matches  # noqa: PLC0415 - only after a typing error

            near = get_close_matches(args[0], self.list_commands(ctx), 1)
            raise (
                error if not near else click.UsageError(f"{error.message} Did you mean `kg {near[0]}`?", ctx)
            ) from error

    def invoke(self, ctx: click.Context) -> object:
        """Run the verb; every error leaves as its message, its hint and its exit code."""
        try:
            return super().invoke(ctx)
        except KgError as error:
            _say(error.message, error.hint)
            ctx.exit(error.exit_code)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError, KeyboardInterrupt):
            raise
        except Exception as error:
            if os.environ.get("KG_DEBUG") or _is_full(error):
                raise
            _say(
                f"{type(error).__name__}: {error}",
                "a fault in kg: `kg doctor --markdown` says what to send; KG_DEBUG=1 shows where",
            )
            ctx.exit(FAULT)


def _is_full(error: Exception) -> bool:
    """Tell whether it is the disk's fault."""
    return isinstance(error, OSError) and error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO}


def _say(message: str, hint: str) -> None:
    click.echo(f"kg: {message}", err=True)
    if hint:
        click.echo(f"  {hint}", err=True)


def _version(ctx: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001
    if value and not ctx.resilient_parsing:
        from importlib.metadata import PackageNotFoundError, version  # noqa: PLC0415 - slow to import

        try:
            click.echo(f"kg {version('newskg')}")
        except PackageNotFoundError:
            click.echo("kg (run from its source)")
        ctx.exit()


@click.command(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--store", metavar="DIR", help="The folder of the store (default kg-data/, or KG_STORE).")
@click.option("--version", is_flag=True, is_eager=True, expose_value=False, callback=_version, help="Show the version.")
@click.pass_context
def main(ctx: click.Context, store: str | None) -> None:
    """Turn news into a knowledge graph: who did what to whom, when, and who says so."""
    ctx.obj = store


def run() -> None:
    """Run the command; a reader that closes the pipe early ends it quietly, a full disk with a word on it."""
    try:
        main(prog_name="kg")
    except BrokenPipeError:
        _close_output()
        sys.exit(DONE)
    except OSError as error:
        if not _is_full(error):
            raise
        _close_output()
        _say(f"it cannot be written: {error}", "make room on the disk, then type the same again")
        sys.exit(USAGE)


def _close_output() -> None:
    """Let what is still to be written vanish, so that the end of the process does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
