"""Broken files: each is read or refused with a reason; nothing hangs, no fault of ours comes out."""

import io
import random
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from faults.gather import Faults
from faults.mutants import changed, encoded, many, mutated
from kg.extraction import extract
from kg.model import Document, Extraction
from kg.rdf import quads
from kg.read import read
from kg.validate import validate

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
TEXTS = {path.name[:2]: path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.glob("*.txt"))}


def page(text: str) -> str:
    """Return a web page about the text."""
    body = "".join(f"<p>{part}</p>" for part in text.split("\n\n"))
    head = (
        '<meta charset="utf-8"><meta property="article:published_time" content="2024-07-30T10:00:00Z"><title>T</title>'
    )
    return f"<!DOCTYPE html><html lang=fr><head>{head}</head><body><article><h1>T</h1>{body}</article></body></html>"


def pdf(text: str) -> bytes:
    """Return a PDF file with the text on one page."""
    writer = pypdf.PdfWriter()
    sheet = writer.add_blank_page(595, 842)
    lines = "".join(f"({line[:90].translate(str.maketrans('()', '[]'))}) Tj T* " for line in text.splitlines())
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 9 Tf 12 TL 20 800 Td {lines} ET".encode("cp1252", errors="replace"))
    names = {"/Type": "/Font", "/Subtype": "/Type1", "/BaseFont": "/Helvetica", "/Encoding": "/WinAnsiEncoding"}
    font = DictionaryObject({NameObject(key): NameObject(value) for key, value in names.items()})
    fonts = DictionaryObject({NameObject("/F1"): font})
    sheet[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    sheet[NameObject("/Contents")] = writer._add_object(stream)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def files(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield names and bytes of broken texts, pages and PDF files."""
    draw = random.Random(seed)
    texts = list(TEXTS.values())
    for number in range(count):
        text = draw.choice(texts)
        kind = (".txt", ".html", ".pdf", ".md")[number % 4]
        whole = pdf(text) if kind == ".pdf" else encoded(page(text) if kind == ".html" else text, draw)
        broken = mutated(whole, draw)
        yield (f"broken{draw.choice((kind, kind, kind, '.txt', '.html', '.pdf'))}", broken)


def test_what_is_broken_was_whole(tmp_path: Path) -> None:
    for name, content in (("a.pdf", pdf(TEXTS["fr"])), ("a.html", page(TEXTS["fr"]).encode())):
        (tmp_path / name).write_bytes(content)
        assert len(read(str(tmp_path / name), language="fr").text) > 200


@pytest.mark.filterwarnings("ignore")  # Parsers warn of what they find broken.
@pytest.mark.timeout(3600)
def test_broken_files_are_read_or_refused_with_a_reason(tmp_path: Path) -> None:
    found = Faults()
    for name, content in files(many(300, 10_000), seed=5):
        path = tmp_path / name
        path.write_bytes(content)
        with found.of(name, content):
            document = read(str(path), published="2024-07-30")
            assert document.text.strip()
            document.text.encode()
    assert found.refused
    assert not found.said


@pytest.mark.models
@pytest.mark.slow
@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.timeout(3600)
def test_broken_texts_give_facts_that_hold_or_none(language: str) -> None:
    extract(Document.create(TEXTS[language], language, "whole.txt"))  # The model is loaded before any clock runs.
    found = Faults()
    for text in changed(TEXTS[language], many(15, 1_000), seed=8):
        document = Document.create(text, language, "broken.txt", published="2024-07-30")
        with found.of(f"{language}.txt", text.encode(errors="surrogatepass")):
            check(extract(document), text)
    assert not found.said


def check(found: Extraction, text: str) -> None:
    """Check that all spans lie in the text and that the graph conforms."""
    for mention in found.mentions:
        assert text[mention.span.start : mention.span.end] == mention.text, mention
    for fact in found.facts:
        assert 0 <= fact.evidence.start < fact.evidence.end <= len(text), fact
    report = validate(quads(found, {}))
    assert report.conforms, report.results
