"""What a headline tells is left out where the article tells it again, of the same and in more words."""

import pytest

from kg.extraction import extract
from kg.model import Document


def told(text: str, relation: str) -> list[str]:
    document = Document.create(text, "fr", "case.txt", published="2024-07-31")
    return [f.object.name for f in extract(document).facts if f.relation == relation and f.object is not None]


@pytest.mark.models
@pytest.mark.parametrize(
    ("text", "relation", "found"),
    [
        (
            "Un policier attaqué à Lyon\n\nMardi, un homme a attaqué un policier municipal sur le pont de Lyon.",
            "attacked",
            ["un policier municipal"],
        ),
        (
            "Un accident survient à Lyon\n\nMardi matin, deux accidents se sont produits à Lyon, en France.",
            "occurredIn",
            ["Lyon"],
        ),
        (
            "Un policier attaqué à Lyon\n\nMardi, un homme a attaqué un pompier sur le pont de Lyon.",
            "attacked",
            ["Un policier", "un pompier sur le pont de Lyon"],
        ),
    ],
)
def test_a_headline_is_told_once(text: str, relation: str, found: list[str]) -> None:
    assert told(text, relation) == found
