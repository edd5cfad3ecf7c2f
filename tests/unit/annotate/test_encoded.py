"""Encoded data is covered, nothing else is: no name is read into it, and what is covered is told."""

import base64
import random

import pytest

from kg.annotate.encoded import covered
from kg.extraction import extract
from kg.model import Document

DATA = base64.b64encode(random.Random(7).randbytes(1500)).decode()
LINES = "\n".join(DATA[at : at + 76] for at in range(0, len(DATA), 76))
ARTICLE = "Paul Martin a rencontré Claire Moreau à Lyon.\n\n{}\n\nJean Dubois a été élu maire de Nantes."


@pytest.mark.parametrize(
    "data", [f"![La place](data:image/png;base64,{DATA})", LINES, f"https://example.org/a?k={DATA}"]
)
def test_no_name_is_read_into_encoded_data(data: str) -> None:
    text = ARTICLE.format(data)
    found = extract(Document.create(text, "fr", "x"))
    assert {entity.name for entity in found.entities} == {
        "Paul Martin",
        "Claire Moreau",
        "Lyon",
        "Jean Dubois",
        "Nantes",
    }
    assert {fact.relation for fact in found.facts} >= {"met", "elected"}
    assert found.document.text == text
    spans = [d.span for d in found.discarded if d.item == "encoded data" and d.span is not None]
    assert "".join("".join(span.of(text).split()) for span in spans).removeprefix("k=") == DATA


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/politique/2017/05/18/le-president-a-rencontre-angela-merkel-a-berlin-mardi-soir.html",
        "-" * 80,
        "=" * 80,
        "Le/la/les_uns_et_les_autres/" * 4,
        "9" * 80,
        "Paul Martin, Claire Moreau et Jean Dubois ont quitté Lyon le 3 mai 2017 à 12h30 pour Nantes (12 km).",
        "AbCd" * 30,
    ],
)
def test_what_can_be_read_is_left(text: str) -> None:
    assert covered(text) == (text, ())


def test_lines_stay_lines() -> None:
    text, found = covered(ARTICLE.format(LINES))
    assert [len(line) for line in text.splitlines()] == [len(line) for line in ARTICLE.format(LINES).splitlines()]
    assert [told.span.of(text).replace("\n", "").strip("x") for told in found if told.span is not None] == [""]
