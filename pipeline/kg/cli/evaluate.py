"""`kg evaluate`: precision, recall and F1 against gold files."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options
from kg.cli.output import print_rows
from kg.errors import FINDINGS, UsageError
from kg.model.rows import Row

if TYPE_CHECKING:
    from kg.evaluate import Gold, Score

COLUMNS = ("part", "precision", "recall", "f1", "right", "wrong", "missing")
ACCURACIES = ("time", "modality", "attribution", "quotes", "coreference")
_FILE = click.Path(exists=True, path_type=Path)


@click.command("evaluate")
@click.argument("gold", nargs=-1, required=True, type=_FILE)
@click.option("--corpus", type=_FILE, metavar="DIR", help="Where the texts of the gold files are.")
@click.option("--show", is_flag=True, help="List each error on the standard error.")
@click.option("--floors", type=_FILE, metavar="FILE", help="JSON of figures (part.figure) that may not be missed.")
@format_options()
@click.pass_context
def command(
    ctx: click.Context,
    gold: tuple[Path, ...],
    corpus: Path | None,
    show: bool,  # noqa: FBT001 - the signature is that of the options
    floors: Path | None,
    layout: str | None,
) -> None:
    """Extract the documents of the GOLD files or folders and compare; exit 1 where a figure is below its floor.

    Accuracies (time, modality, attribution, quotes, coreference) stand in the column recall.
    """
    from kg.evaluate import Score, load  # noqa: PLC0415 - the help page must not wait

    total = Score()
    for item in load(gold):
        made = _scored(item, corpus)
        if show:
            for error in made.errors:
                click.echo(f"{item.path.stem}: {error}", err=True)
        total.add(made)
    rows = list(_rows(total))
    print_rows(rows, layout, columns=COLUMNS, flatten=_cells)
    missed = list(_missed(rows, floors))
    for line in missed:
        click.echo(line, err=True)
    if missed:
        ctx.exit(FINDINGS)


def _scored(item: "Gold", corpus: Path | None) -> "Score":
    from kg.evaluate import score, text_of  # noqa: PLC0415
    from kg.extraction import extract  # noqa: PLC0415
    from kg.model import Document  # noqa: PLC0415

    text = text_of(item.document, item.path, corpus)
    document = Document.create(text, item.language, item.document, published=item.published)
    return score(item, extract(document))


def _rows(total: "Score") -> Iterator[Row]:
    for part in sorted(total.tallies, key=lambda name: (":" in name, name)):
        tally = total.tallies[part]
        accuracy = part in ACCURACIES
        yield {
            "part": part,
            "precision": None if accuracy else round(tally.precision, 3),
            "recall": round(tally.recall, 3),
            "f1": None if accuracy else round(tally.f1, 3),
            "right": tally.right,
            "wrong": tally.wrong,
            "missing": tally.missing,
        }


def _cells(row: Row) -> Mapping[str, object]:
    return {name: f"{value:.3f}" if isinstance(value, float) else value for name, value in row.items()}


def _missed(rows: list[Row], floors: Path | None) -> Iterator[str]:
    """Yield a line for each figure below its floor."""
    if floors is None:
        return
    wanted = json.loads(floors.read_text(encoding="utf-8"))
    if not isinstance(wanted, dict):
        raise UsageError(f"{floors} holds no floors", 'write {"facts.precision": 0.8}')
    found = {f"{row['part']}.{name}": row[name] for row in rows for name in ("precision", "recall", "f1")}
    for name, floor in wanted.items():
        value = found.get(name)
        if not isinstance(value, (int, float)) or value < floor:
            yield f"kg: {name} is {value}, below its floor {floor}"
