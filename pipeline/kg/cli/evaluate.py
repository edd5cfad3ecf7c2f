"""`kg evaluate`: precision, recall and F1 against gold files."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kg.cli.options import format_options
from kg.cli.output import print_rows
from kg.errors import FINDINGS
from kg.model.rows import Row

if TYPE_CHECKING:
    from kg.evaluate import Gold, Score, Tally
    from kg.evaluate.reliability import Judged
    from kg.model import Document, Extraction

COLUMNS = ("set", "part", "precision", "recall", "f1", "right", "wrong", "missing")
BINS = ("part", "facts", "confidence", "right")
PARTS = ("entities", "facts", "time", "modality", "attribution", "amount", "quotes", "coreference")
FOUND_OR_NOT = ("coreference",)
"""Parts of which nothing can be said but how much of the annotation was found."""
_FILE = click.Path(exists=True, path_type=Path)


@click.command("evaluate")
@click.argument("gold", nargs=-1, required=True, type=_FILE)
@click.option("--corpus", type=_FILE, metavar="DIR", help="Where the texts are; else beside GOLD or in ../shared/data.")
@click.option("--show", is_flag=True, help="List each error, with its evidence, on the standard error.")
@click.option("--floors", type=_FILE, metavar="FILE", help="JSON of figures that may not be missed, by set.")
@click.option("--reliability", is_flag=True, help="What confidence promises beside the share that is right, instead.")
@format_options()
@click.pass_context
def command(  # noqa: PLR0917 - one argument an option
    ctx: click.Context,
    gold: tuple[Path, ...],
    corpus: Path | None,
    show: bool,  # noqa: FBT001 - the signature is that of the options
    floors: Path | None,
    reliability: bool,  # noqa: FBT001
    layout: str | None,
) -> None:
    """Extract the documents of the GOLD files or folders and compare; exit 1 where a figure is below its floor.

    A set is the folder of the gold files, their language, or all of them. Time, modality, attribution and amount
    are those of the facts that are right.
    """
    from kg.evaluate import by_set, load, missed, read_floors  # noqa: PLC0415 - the help page must not wait

    limits = read_floors(floors) if floors else {}
    if reliability and (show or floors):
        raise click.UsageError("--reliability prints no figures: leave out --show and --floors")
    if reliability:
        _print_reliability(judged_facts(load(gold), corpus), layout)
        return
    scored = [(item, _scored(item, corpus)) for item in load(gold)]
    for item, made in scored if show else ():
        for error in made.errors:
            click.echo(f"{item.path.stem}: {error}", err=True)
    sets = by_set(scored)
    print_rows(_rows(sets), layout, columns=COLUMNS, flatten=_cells)
    lines = list(missed(limits, sets))
    for line in lines:
        click.echo(f"kg: {line}", err=True)
    if lines:
        ctx.exit(FINDINGS)


def _scored(item: "Gold", corpus: Path | None) -> "Score":
    from kg.evaluate import score  # noqa: PLC0415

    return score(item, extracted(item, corpus))


def extracted(item: "Gold", corpus: Path | None = None) -> "Extraction":
    """Return what is extracted from the annotated document.

    Raises InputError where its text is not there.
    """
    from kg.evaluate import text_path  # noqa: PLC0415
    from kg.extraction import extract  # noqa: PLC0415

    return extract(_document(item, text_path(item, corpus)))


def judged_facts(items: "Iterable[Gold]", corpus: Path | None = None, least: float | None = None) -> "list[Judged]":
    """Return every fact of the annotated documents that can be judged, with what its confidence rests on.

    `least` is the confidence from which on facts are told; by default that of `kg ingest`.
    Raises InputError where a text is not there.
    """
    from kg.annotate import annotate  # noqa: PLC0415
    from kg.evaluate import text_path  # noqa: PLC0415
    from kg.evaluate.match import Matcher  # noqa: PLC0415
    from kg.evaluate.reliability import Judged, judged  # noqa: PLC0415
    from kg.extract import extract, read_references  # noqa: PLC0415
    from kg.extract.finish.confidence import LEAST  # noqa: PLC0415
    from kg.extract.finish.grounds import grounds  # noqa: PLC0415

    made = []
    for item in items:
        annotation, discarded = annotate(_document(item, text_path(item, corpus)))
        extraction = extract(annotation, discarded, LEAST if least is None else least)
        reading = read_references(annotation)
        for fact, right in judged(Matcher(item, extraction)):
            resting = grounds(fact, extraction.mentions, reading)
            made.append(Judged(item.path.stem, fact.confidence, right, resting))
    return made


def _print_reliability(facts: "list[Judged]", layout: str | None) -> None:
    from kg.evaluate.reliability import by_confidence, by_ground, gap  # noqa: PLC0415

    rows: list[Row] = [
        {"part": b.name, "facts": b.facts, "confidence": round(b.confidence, 3), "right": round(b.right, 3)}
        for b in (*by_confidence(facts), *by_ground(facts))
    ]
    print_rows(rows, layout, columns=BINS, flatten=_cells)
    click.echo(f"kg: confidence and share right lie {gap(facts):.3f} apart in the mean", err=True)


def _document(item: "Gold", path: Path) -> "Document":
    """Return the annotated document as `kg ingest` would read it; the treebank's files give their running text."""
    from kg.evaluate import gum_text  # noqa: PLC0415
    from kg.model import Document  # noqa: PLC0415
    from kg.read import read  # noqa: PLC0415

    if path.suffix == ".conllu":
        text = gum_text(path.read_text(encoding="utf-8-sig"))
        return Document.create(text, item.language, str(path), published=item.published)
    return read(str(path), language=item.language, published=item.published)


def _rows(sets: "Mapping[str, Score]") -> Iterator[Row]:
    """Yield the figures of each set; a set of the same documents as the one before is left out."""
    shown: list[object] = []
    for name, made in sets.items():
        if made.errors in shown and dict(made.tallies) in shown:
            continue
        shown += [made.errors, dict(made.tallies)]
        for part in sorted(made.tallies, key=_order):
            yield _row(name, part, made.tallies[part])


def _order(part: str) -> tuple[int, str]:
    return (PARTS.index(part), "") if part in PARTS else (len(PARTS), part)


def _row(name: str, part: str, tally: "Tally") -> Row:
    only_recall = part in FOUND_OR_NOT
    return {
        "set": name,
        "part": part,
        "precision": None if only_recall else round(tally.precision, 3),
        "recall": round(tally.recall, 3),
        "f1": None if only_recall else round(tally.f1, 3),
        "right": tally.right,
        "wrong": tally.wrong,
        "missing": tally.missing,
    }


def _cells(row: Row) -> Mapping[str, object]:
    return {name: f"{value:.3f}" if isinstance(value, float) else value for name, value in row.items()}
