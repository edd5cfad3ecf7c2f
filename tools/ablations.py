"""Measure what each part of the extraction is worth: `python tools/ablations.py GOLD…` prints a table.

Each line leaves one part out and scores the same annotated articles again. The parts are taken out here, from outside:
the product has no switches for it.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

from kg.annotate import annotate, masking, models
from kg.annotate.names import ballot
from kg.cli.evaluate import _document
from kg.evaluate import Score, load, score, text_path
from kg.evaluate.gold import Gold
from kg.extract import extract
from kg.extract.reading import Reading, Reference

Part = Callable[[ExitStack], None]
PARTS = ("entities", "facts", "quotes", "coreference")
_load = models.load


def _off(name: str, value: object) -> Part:
    def put(stack: ExitStack) -> None:
        stack.enter_context(patch(name, value))

    return put


def _without_masking(stack: ExitStack) -> None:
    """Parse names and quotations as they stand, each still one node of the tree."""
    stack.enter_context(patch.object(masking, "_word", lambda name, *_: name.form))
    stack.enter_context(patch.object(masking, "_quote_mask", lambda text, quote, _: quote.span.of(text)))


def _names_only(reading: Reading) -> None:
    """Resolve names and nothing else."""
    for sentence in reading.annotation.sentences:
        for token in sentence.tokens:
            identifier = reading.names.get(token.name) if token.name is not None else None
            if identifier is not None:
                reading.refer(sentence, token, Reference(identifier, "name", "name"))


def _without_news_ner(stack: ExitStack) -> None:
    def stock(language: str) -> models.Models:
        made = _load(language)
        return replace(made, recognizers=tuple(name for name in made.recognizers if name != "news_ner"))

    stack.enter_context(patch("kg.annotate.load", stock))


def _without_repairs(stack: ExitStack) -> None:
    stack.enter_context(patch("kg.extract.trees.order.MENDS", ()))


def _without_vote(stack: ExitStack) -> None:
    """Let each place of a name be typed by what stands there: no full names for short ones, no words around others."""
    stack.enter_context(patch.object(ballot, "_full_names_type_short_ones", lambda *_: None))
    stack.enter_context(patch.object(ballot, "around", lambda _text, _span: ()))


LEFT_OUT: dict[str, Part] = {
    "all": lambda _stack: None,
    "without masking before the parse": _without_masking,
    "without the document vote": _without_vote,
    "without the news NER": _without_news_ner,
    "models alone: no spotter, no tables": _off("kg.annotate.spot", lambda *_: ()),
    "without coreference": _off("kg.extract.resolve_references", _names_only),
    "without the repairs of trees": _without_repairs,
    "without the choice of roles": _off("kg.extract.drafts.choice.choose", lambda *_: None),
}


@contextmanager
def left_out(part: str) -> Iterator[None]:
    """Take a part out for the time of a block."""
    with ExitStack() as stack:
        LEFT_OUT[part](stack)
        yield


def measured(golds: list[Gold]) -> Score:
    """Return the score of all the articles together."""
    whole = Score()
    for gold in golds:
        annotation, discarded = annotate(_document(gold, text_path(gold, None)))
        whole.add(score(gold, extract(annotation, discarded)))
    return whole


def main(folders: list[str]) -> None:
    """Print a table in Markdown."""
    golds = load([Path(folder) for folder in folders])
    print(
        "| | entities F1 | facts P | facts R | facts F1 | quotations F1 | coreference |\n|---|---|---|---|---|---|---|"
    )
    for part in LEFT_OUT:
        with left_out(part):
            made = measured(golds)
        names, facts, quotes, coreference = (made.tallies[name] for name in PARTS)
        figures = (names.f1, facts.precision, facts.recall, facts.f1, quotes.f1, coreference.recall)
        print(f"| {part} | " + " | ".join(f"{figure:.3f}".lstrip("0") for figure in figures) + " |", flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
