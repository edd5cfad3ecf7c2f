"""The laws of a store on 200 real articles: order does not matter, forgetting undoes, twice is once, shapes hold."""

import io
import os
import random
from pathlib import Path

import corpus
import pytest

from kg.extraction import extract
from kg.model import Document, Extraction
from kg.rdf import quads
from kg.rdf.export import dump
from kg.resolve import across
from kg.store import Reader, Writer
from kg.validate import reference

COUNT = 200
pytestmark = [pytest.mark.models, pytest.mark.quality, pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture(scope="module")
def extractions() -> list[Extraction]:
    paths = corpus.winer_files(2016, range(1, 13))
    if not paths:
        assert not os.environ.get("CI"), "CI must have the corpora of ../shared"
        pytest.skip("the corpora of ../shared are not here")
    random.Random(7).shuffle(paths)
    return [extracted(path) for path in paths[:COUNT]]


def extracted(path: Path) -> Extraction:
    text = corpus.corpus_text(path)
    return extract(Document.create(text, "fr", path.name, published=corpus.published(path)))


def exported(folder: Path) -> bytes:
    buffer = io.BytesIO()
    with Reader(folder) as reader:
        dump(reader.dataset, "nquads", buffer)
    return buffer.getvalue()


def stored(folder: Path, documents: list[Extraction], *, forgotten: int = 0) -> bytes:
    with Writer(folder, render=quads, resolver=across) as writer:
        for extraction in documents:
            writer.commit(extraction)
    if forgotten:
        with Writer(folder, render=quads, resolver=across) as writer:
            for extraction in documents[:forgotten]:
                writer.forget(extraction.document.id)
    return exported(folder)


def test_every_offset_slices_the_text(extractions: list[Extraction]) -> None:
    for extraction in extractions:
        text = extraction.document.text
        for mention in extraction.mentions:
            assert mention.span.of(text) == mention.text
        for fact in extraction.facts:
            assert fact.sentence.of(text)
            assert fact.evidence.of(text).strip()


def test_the_same_article_gives_the_same_facts(extractions: list[Extraction]) -> None:
    for extraction in random.Random(1).sample(extractions, 10):
        assert extract(extraction.document) == extraction


def test_any_order_gives_the_same_graph(extractions: list[Extraction], tmp_path: Path) -> None:
    shuffled = random.Random(2).sample(extractions, len(extractions))
    assert stored(tmp_path / "one", extractions) == stored(tmp_path / "two", shuffled)


def test_forgetting_gives_the_graph_as_if_they_had_never_come(extractions: list[Extraction], tmp_path: Path) -> None:
    some = random.Random(3).sample(extractions, 80)
    assert stored(tmp_path / "one", some, forgotten=30) == stored(tmp_path / "two", some[30:])


def test_a_second_ingest_changes_nothing(extractions: list[Extraction], tmp_path: Path) -> None:
    first = stored(tmp_path / "store", extractions[:50])
    assert stored(tmp_path / "store", extractions[:50]) == first


def test_the_graph_of_all_conforms_to_the_shapes(extractions: list[Extraction]) -> None:
    for extraction in extractions[:40]:
        assert reference(quads(extraction, {})).results == ()


def test_a_fact_costs_at_most_twelve_quads_on_average(extractions: list[Extraction]) -> None:
    with_facts = sum(len(quads(extraction, {})) for extraction in extractions)
    without = sum(len(quads(Extraction(e.document, e.entities, e.mentions), {})) for e in extractions)
    facts = sum(len(extraction.facts) for extraction in extractions)
    assert (with_facts - without) / facts <= 12
