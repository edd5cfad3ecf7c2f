"""The evidence of every fact holds on articles that nobody chose, and all their graphs conform."""

import os
import random
from pathlib import Path

import corpus
import pytest

from kg.extraction import extract
from kg.model import Document, Extraction
from kg.rdf import quads
from kg.validate import validate, verify

COUNT = 200


def articles() -> list[tuple[str, Path]]:
    french = [("fr", path) for path in corpus.winer_files(2016, range(1, 13))]
    english = [("en", path) for path in sorted((corpus.shared_data() / "gum-news").glob("*.conllu"))]
    random.Random(corpus.SEED).shuffle(french)
    return [*french[:COUNT], *english[:COUNT]]


def extracted(language: str, path: Path) -> Extraction:
    text = corpus.corpus_text(path)
    return extract(Document.create(text, language, path.name, published=corpus.published(path)))


@pytest.mark.models
@pytest.mark.quality
@pytest.mark.timeout(900)
def test_all_evidence_holds_and_all_graphs_conform() -> None:
    found = articles()
    if not found:
        assert not os.environ.get("CI"), "CI must have the corpora of ../shared"
        pytest.skip("the corpora of ../shared are not here")
    wrong = []
    facts = 0
    for language, path in found:
        made = extracted(language, path)
        facts += len(made.facts)
        wrong += [f"{path.name}: {finding}" for finding in verify(made)]
        wrong += [f"{path.name}: {line}" for line in validate(quads(made, {})).results]
    assert not wrong
    assert facts > COUNT
