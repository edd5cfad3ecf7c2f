"""Real articles (WiNER-fr, read from ../shared): language, dateline and title as a reader sees them."""

import os
from pathlib import Path

import pytest

from kg.model import Document
from kg.read import expand, read

CORPUS = Path(__file__).parents[4] / "shared" / "data" / "winer-fr"
pytestmark = pytest.mark.quality


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    if not CORPUS.is_dir():
        assert "CI" not in os.environ, f"{CORPUS} is needed where CI is set"
        pytest.skip(f"{CORPUS} is absent")
    articles = [path for path in expand([str(CORPUS)]) if Path(path).match("20*_*_*-*.txt")]
    return [read(path) for path in articles]


def test_every_article_is_french(documents: list[Document]) -> None:
    assert len(documents) == 964
    assert {document.language for document in documents} == {"fr"}


def test_datelines_agree_with_the_archive(documents: list[Document]) -> None:
    """Hold the measured figures: 948 agree, 5 differ as the article itself does, 11 have none to be found."""
    days = [Path(document.source).name[:10].replace("_", "-") for document in documents]
    found = [(document.published, day) for document, day in zip(documents, days, strict=True)]
    assert sum(published == day for published, day in found) >= 948
    assert sum(published not in (None, day) for published, day in found) <= 5


def test_nearly_all_have_a_title(documents: list[Document]) -> None:
    assert sum(document.title is not None for document in documents) >= 960


def test_the_text_is_the_file_s(documents: list[Document]) -> None:
    for document in documents[::50]:
        raw = Path(document.source).read_bytes().decode("utf-8-sig")
        assert document.text == raw.replace("\r\n", "\n").replace("\r", "\n")
