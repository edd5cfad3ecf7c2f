"""The options that verbs share."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

import click

DEFAULT_STORE: Final = "kg-data"
F = TypeVar("F", bound=Callable[..., object])


def _store(ctx: click.Context, _parameter: click.Parameter, value: str | None) -> Path:
    above = ctx.find_root().params.get("store")
    return Path(value or above or os.environ.get("KG_STORE") or DEFAULT_STORE)


def store_option(function: F) -> F:
    """Add `--store DIR`, which may also stand before the verb."""
    text = "The folder of the store (default kg-data/, or KG_STORE)."
    return click.option("--store", metavar="DIR", callback=_store, help=text)(function)


def format_options(*more: str) -> Callable[[F], F]:
    """Add `--format` and `--json`; without them: a table on a terminal, JSON when piped."""

    def add(function: F) -> F:
        choice = click.Choice(["table", "json", "jsonl", "csv", *more])
        short = click.option("--json", "layout", flag_value="json", help="Short for --format json.")
        return click.option("--format", "layout", type=choice, default=None, help="How to print.")(short(function))

    return add
