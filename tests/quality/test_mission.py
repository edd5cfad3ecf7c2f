"""The article that stands for the mission: its entities, its facts, its graph."""

import json
import os
from pathlib import Path

import corpus
import pytest

from kg.evaluate import load, score
from kg.extraction import extract
from kg.model import Document, Extraction
from kg.model.naming import fold
from kg.rdf import quads
from kg.validate import reference, verify

pytestmark = [pytest.mark.models, pytest.mark.quality]


@pytest.fixture(scope="module")
def folder() -> Path:
    found = corpus.shared_data().parent / "gold"
    if not found.is_dir():
        assert not os.environ.get("CI"), "CI must have ../shared"
        pytest.skip("the article of ../shared is not here")
    return found


@pytest.fixture(scope="module")
def article(folder: Path) -> Extraction:
    text = (folder / "article.txt").read_text(encoding="utf-8")
    return extract(Document.create(text, "fr", "article.txt", published="2024-08-07"))


def test_every_entity_has_its_type_and_its_name(folder: Path, article: Extraction) -> None:
    gold = json.loads((folder / "article.json").read_text(encoding="utf-8"))
    found = {(entity.type.value, fold(entity.name)) for entity in article.entities}
    wanted = [entity for entity in gold["entities"] if not entity.get("optional")]
    assert len(wanted) == 12
    for entity in wanted:
        assert (entity["type"], fold(entity["canonical"])) in found, entity


def test_nothing_is_an_entity_that_is_none(folder: Path, article: Extraction) -> None:
    gold = json.loads((folder / "article.json").read_text(encoding="utf-8"))
    none = {fold(str(item["text"] if isinstance(item, dict) else item)) for item in gold["not_entities"]}
    assert none
    assert not none & {fold(name) for entity in article.entities for name in (entity.name, *entity.aliases)}


def test_the_facts_are_found(folder: Path, article: Extraction) -> None:
    (gold,) = load([folder / "article.json"])
    assert score(gold, article).tallies["facts"].right >= 23


def test_its_graph_conforms_and_its_evidence_holds(article: Extraction) -> None:
    assert reference(quads(article, {})).results == ()
    assert verify(article) == ()
