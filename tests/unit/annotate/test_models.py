"""Tests what models run on: one thread for matrices, numpy's multiplication, and a vocabulary that stops growing."""

import pytest
from threadpoolctl import threadpool_info

from kg.annotate import annotate, load, models
from kg.model import Document


def _threads() -> set[int]:
    return {pool["num_threads"] for pool in threadpool_info() if pool["user_api"] == "blas"}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_a_document_is_read_on_one_thread(language: str) -> None:
    before = _threads()
    with load(language).at_work():
        assert _threads() == {1}
    assert _threads() == before


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_matrices_are_numpys(language: str) -> None:
    found = load(language)
    parts = [part for _, part in found.nlp.pipeline if hasattr(part, "model")]
    wide = [node for part in parts for node in part.model.walk() if node.name == "maxout"]
    assert wide
    assert not any(node.ops.use_blis for node in wide)


def test_words_are_forgotten_once_the_vocabulary_is_full(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(models, "KEPT_WORDS", 0)
    annotation, _ = annotate(Document.create("Zwatélor rachète Quintavie.", "fr", "a.txt"))
    assert [token.text for token in annotation.sentences[0].tokens][1] == "rachète"
    assert "Zwatélor" not in load("fr").nlp.vocab
