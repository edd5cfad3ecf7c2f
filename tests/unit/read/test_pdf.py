"""PDF files: paragraphs out of lines, metadata, and what is refused."""

import io
from pathlib import Path

import pytest
from pypdf import PdfReader, PdfWriter

from kg.errors import InputError
from kg.read import read
from kg.read.pdf import paragraphs
from unit.read.files import pdf

LINES = [
    "Lyon : le pont Morand fermé pour travaux",
    " ",
    "La mairie de Lyon a fermé mardi le pont Morand pour trois mois, a annoncé la porte-parole du gouver-",
    "nement local (Claire Montel).",
    "Les câbles seront remplacés.",
    "3",
]


def write(folder: Path, content: bytes) -> str:
    path = folder / "article.pdf"
    path.write_bytes(content)
    return str(path)


def test_text_and_metadata(tmp_path: Path) -> None:
    document = read(write(tmp_path, pdf(LINES, title="Le pont", author="Anne Durand")))
    assert (document.title, document.author, document.language) == ("Le pont", "Anne Durand", "fr")
    assert "porte-parole du gouvernement local (Claire Montel)." in document.text
    assert not document.text.endswith("3")


def test_the_day_a_file_was_made_is_no_publication_date(tmp_path: Path) -> None:
    assert read(write(tmp_path, pdf(LINES))).published is None


def test_the_title_comes_from_the_text_where_the_metadata_have_none(tmp_path: Path) -> None:
    assert read(write(tmp_path, pdf(LINES, title="untitled"))).title == LINES[0]


def test_a_password_is_named(tmp_path: Path) -> None:
    writer = PdfWriter(PdfReader(io.BytesIO(pdf(LINES))))
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    with pytest.raises(InputError, match="password"):
        read(write(tmp_path, locked.getvalue()))


def test_pictures_of_text_are_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="only pictures") as caught:
        read(write(tmp_path, pdf([])))
    assert "ocrmypdf" in caught.value.hint


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8])
def test_a_damaged_file_is_read_or_refused_but_never_a_fault(tmp_path: Path, share: float) -> None:
    content = pdf(LINES)
    try:
        document = read(write(tmp_path, content[: int(len(content) * share)]))
    except InputError as error:
        assert error.hint  # noqa: PT017 - both ways are right
    else:
        assert "Morand" in document.text


def test_another_file_with_the_name_of_a_pdf(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="not a PDF"):
        read(write(tmp_path, b"La ville de Lyon."))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Le maire a dit hier que", "le pont est fermé."], "Le maire a dit hier que le pont est fermé."),
        (["Une phrase de la longueur d'une ligne.", "Courte.", "Un autre début."], None),
        (["Un titre", "", "Le texte du jour."], "Un titre\n\nLe texte du jour."),
        (["Page 2 / 3", "- 4 -", "Le texte."], "Le texte."),
        (["Saint-", "Étienne a gagné."], "Saint- Étienne a gagné."),
        ([], ""),
    ],
)
def test_paragraphs(lines: list[str], expected: str | None) -> None:
    found = paragraphs(lines)
    assert found == expected if expected is not None else found.count("\n\n") == 1
