"""Web pages: the article without the menu, its title, author and date."""

from pathlib import Path

import pytest

from kg.errors import InputError
from kg.read import read
from kg.read.html import looks_like_html
from unit.read.files import page

META = (
    "<meta name='author' content='Anne Durand'>"
    "<meta property='article:published_time' content='2023-05-02T10:00:00+02:00'>"
)


def write(folder: Path, content: bytes, name: str = "page.html") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


def test_article_and_metadata(tmp_path: Path) -> None:
    document = read(write(tmp_path, page(META).encode()))
    assert (document.title, document.author) == ("Le pont est fermé", "Anne Durand")
    assert (document.published, document.language) == ("2023-05-02", "fr")
    assert "La mairie de Lyon a fermé mardi le pont" in document.text
    assert "Accueil" not in document.text
    assert "droits réservés" not in document.text


def test_a_year_in_the_footer_is_no_date(tmp_path: Path) -> None:
    assert read(write(tmp_path, page().encode())).published is None


def test_a_date_in_the_future_of_the_clock_is_kept(tmp_path: Path) -> None:
    head = "<meta property='article:published_time' content='2150-01-02'>"
    assert read(write(tmp_path, page(head).encode())).published == "2150-01-02"


@pytest.mark.parametrize(
    ("name", "encoding"), [("iso-8859-1", "cp1252"), ("utf-8", "utf-8"), ("windows-1252", "cp1252")]
)
def test_the_encoding_that_the_page_names(tmp_path: Path, name: str, encoding: str) -> None:
    content = page(f"<meta charset='{name}'>", "L’été fermé").encode(encoding)
    assert read(write(tmp_path, content)).title == "L’été fermé"


def test_the_content_decides_whatever_the_name(tmp_path: Path) -> None:
    assert "<p>" not in read(write(tmp_path, page().encode(), "page.txt")).text


@pytest.mark.parametrize("body", ["", "<script>let a = 1;</script>"])
def test_a_page_without_an_article_is_refused(tmp_path: Path, body: str) -> None:
    with pytest.raises(InputError, match="no article"):
        read(write(tmp_path, f"<html><body>{body}</body></html>".encode()))


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"\xef\xbb\xbf <!-- x --> <!DOCTYPE HTML>", True),
        (b"<?xml version='1.0'?>\n<html xmlns='a'>", True),
        (b"Il a dit : <html>", False),
        (b"", False),
    ],
)
def test_looks_like_html(content: bytes, expected: bool) -> None:
    assert looks_like_html(content) is expected
