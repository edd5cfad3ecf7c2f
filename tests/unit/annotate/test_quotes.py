"""Quotations that run over paragraphs: each opens anew, the last alone is closed."""

from kg.annotate.paragraphs import find_paragraphs
from kg.annotate.quotes import find_quotes

OPEN = "“But I can draw.\n\n“This story sat with me for years.”"


def _found(text: str) -> list[str]:
    return [quote.inner.of(text) for quote in find_quotes(text, find_paragraphs(text), "en")]


def test_a_short_paragraph_that_the_next_one_goes_on_with_is_speech() -> None:
    assert _found(OPEN) == ["But I can draw.", "This story sat with me for years."]
    assert _found(OPEN.replace("“", '"').replace("”", '"')) == ["But I can draw.", "This story sat with me for years."]


def test_a_short_paragraph_that_nothing_goes_on_with_is_none() -> None:
    assert _found("“But I can draw.\n\nThis story sat with her for years.") == []
