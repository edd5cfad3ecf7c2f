"""Checks which names of a text are one entity, and which are two."""

import pytest

from kg.extraction import extract
from kg.model import Document

ONE = [
    (
        "Kristin Wilcox, a curator, opened it.\nIt was late, according to Kristen Wilcox.",
        "Kristin Wilcox",
        "Kristen Wilcox",
    ),
    ("K.C. Maurer, an officer, spoke first.\nThe museums are ready, said Mauer.", "K.C. Maurer", "Mauer"),
    (
        "He appealed to the Italian Supreme Court of Cassation on Monday.\nThe plea went to the Supreme Court itself.",
        "Italian Supreme Court of Cassation",
        "Supreme Court",
    ),
    (
        "The New People's Party won six seats.\nThe New People Party said so on Monday.",
        "New People's Party",
        "New People Party",
    ),
    ("The firm was sold to Groupe Vasseur on Monday.\nVasseur said no more.", "Groupe Vasseur", "Vasseur"),
    ("He left Chirply, then known as Tweepo, in March.\nAt Tweepo he ran sales.", "Chirply", "Tweepo"),
]
TWO = [
    ("The Denver Mustangs lost the match on Sunday.\nThe coach flew to Denver.", "Denver Mustangs", "Denver"),
    ("Martin Wilcox, a curator, met Martina Wilcox, a lawyer, in Boston.", "Martin Wilcox", "Martina Wilcox"),
    ("Dean Wilcox, a curator, met Jean Wilcox, a lawyer, in Boston.", "Dean Wilcox", "Jean Wilcox"),
]


def _entity_of(text: str, name: str) -> str | None:
    extraction = extract(Document.create(text, "en", "case.txt", published="2024-07-31"))
    found = (m.entity for m in extraction.mentions if text[m.span.start : m.span.end] == name)
    return next(found, None)


@pytest.mark.parametrize(("text", "first", "second"), ONE)
def test_two_spellings_are_one_entity(text: str, first: str, second: str) -> None:
    assert _entity_of(text, first) == _entity_of(text, second) is not None


@pytest.mark.parametrize(("text", "first", "second"), TWO)
def test_two_people_are_two_entities(text: str, first: str, second: str) -> None:
    assert _entity_of(text, first) != _entity_of(text, second)
