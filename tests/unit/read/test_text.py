"""Plain text: encodings, newlines, titles, and what is refused."""

import io
from pathlib import Path

import pytest

from kg.errors import InputError, UsageError
from kg.read import read
from kg.read.text import decode, title
from unit.read.files import ENGLISH, FRENCH


def write(folder: Path, content: bytes, name: str = "article.txt") -> str:
    path = folder / name
    path.write_bytes(content)
    return str(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings_give_the_same_text(tmp_path: Path, encoding: str) -> None:
    assert read(write(tmp_path, FRENCH.encode(encoding))).text == FRENCH


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_by_its_mark_in_both_orders(tmp_path: Path, encoding: str) -> None:
    assert read(write(tmp_path, ("\ufeff" + FRENCH).encode(encoding))).text == FRENCH


@pytest.mark.parametrize("newline", ["\r\n", "\r"])
def test_newlines_become_one_character_and_nothing_else_changes(tmp_path: Path, newline: str) -> None:
    text = "  Un titre \u00a0\n\n\tLa ville a dit «\u202foui\u202f» e\u0301te\u0301.  \n\n"
    assert read(write(tmp_path, text.replace("\n", newline).encode()), language="fr").text == text


def test_the_same_text_has_the_same_id_wherever_it_was_read(tmp_path: Path) -> None:
    first = read(write(tmp_path, FRENCH.encode(), "a.txt"))
    second = read(write(tmp_path, FRENCH.replace("\n", "\r\n").encode("utf-8-sig"), "b.md"))
    assert first.id == second.id
    assert first.source != second.source


def test_metadata_of_an_article(tmp_path: Path) -> None:
    document = read(write(tmp_path, FRENCH.encode()))
    assert document.title == "Lyon : le pont Morand fermé pour travaux"
    assert (document.language, document.published, document.author) == ("fr", "2023-05-02", None)


def test_the_option_beats_the_dateline(tmp_path: Path) -> None:
    assert read(write(tmp_path, FRENCH.encode()), published="2024-02-29").published == "2024-02-29"


def test_standard_input() -> None:
    document = read("-", stdin=io.BytesIO(ENGLISH.encode()))
    assert (document.source, document.language, document.published) == ("-", "en", "2023-05-02")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Un titre\n\nLe texte.", "Un titre"),
        ("\n\n# Un titre\n\nLe texte.", "Un titre"),
        ("Qui a gagné ?\n \nLe texte.", "Qui a gagné ?"),
        ("Une phrase entière.\n\nUne autre.", None),
        ("Pas de ligne vide\nsous celle-ci.", None),
        ("2 mai 2023 . –\n\nLe texte.", None),
        ("Une seule ligne", None),
        ("mot " * 60 + "\n\nLe texte.", None),
        ("", None),
    ],
)
def test_title(text: str, expected: str | None) -> None:
    assert title(text) == expected


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"\x7fELF\x02\x01\x01" + bytes(64), "binary"),
        (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
        (b"PK\x03\x04" + bytes(range(128, 256)) * 3, "binary"),
        ("Il a été dit que l'été".encode() + b"\xff et la su" + b"ite", "damaged characters"),
        (b"%PDF-1.7 and then nothing of a PDF", "damaged PDF"),
    ],
)
def test_what_is_no_text_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(InputError, match=words) as caught:
        read(write(tmp_path, content))
    assert caught.value.exit_code == 4
    assert caught.value.hint


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read(str(tmp_path / "nothing.txt"))


def test_a_name_that_no_file_can_have_is_refused() -> None:
    with pytest.raises(InputError, match="cannot be read"):
        read("a\0b.txt")


def test_a_folder_is_no_document(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="a folder"):
        read(str(tmp_path))


def test_too_large_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="larger than 20 MB"):
        read(write(tmp_path, b"Un mot. " * (21 * 1024 * 128)))


def test_a_broken_option_is_a_usage_error(tmp_path: Path) -> None:
    source = write(tmp_path, FRENCH.encode())
    with pytest.raises(UsageError, match="--lang de"):
        read(source, language="de")
    with pytest.raises(UsageError, match="--date hier"):
        read(source, published="hier")


def test_a_wrong_charset_falls_back() -> None:
    assert decode("été".encode(), "page", "no-such-charset") == "été"
