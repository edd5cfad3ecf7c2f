"""Laws of the time task: spans lie in the text, any text is read, and in linear time."""

import re
import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.time import find

_WORDS = st.sampled_from(
    [
        "mardi",
        "le",
        "3",
        "29",
        "février",
        "31",
        "mai",
        "2016",
        "0000",
        "9999",
        "du",
        "au",
        "et",
        "entre",
        "depuis",
        "jusqu'en",
        "années",
        "90",
        "siècle",
        "XX",
        "dans",
        "il",
        "y",
        "a",
        "deux",
        "semaines",
        "prochain",
        "Tuesday",
        "last",
        "week",
        "May",
        "1st",
        "ago",
        "Q3",
        "-",
        "/",
        ",",
        "99/99/99",
        "24:00",
        "demain",
        "décembre",
        "l'an",
    ]
)
_TEXTS = st.one_of(st.text(), st.lists(_WORDS, max_size=20).map(" ".join))
_LANGUAGES = st.sampled_from(["fr", "en"])
_EDTF = re.compile(r"(?:(?:[\dX]{4}(?:-\d\d){0,2}|\.\.)/?){1,2}")


@given(_TEXTS, _LANGUAGES, st.none() | st.dates())
def test_spans_and_values(text: str, language: str, published: date | None) -> None:
    """Spans slice the text in order without overlap; values are EDTF; twice gives the same."""
    found = find(text, language, published)
    position = 0
    for one in found:
        assert position <= one.span.start < one.span.end <= len(text)
        position = one.span.end
        assert one.value is None or _EDTF.fullmatch(one.value)
    assert found == find(text, language, published)


@given(_TEXTS, _LANGUAGES)
def test_no_invention(text: str, language: str) -> None:
    """What needs no anchor is the same under any publication date."""
    known, unknown = find(text, language, date(2016, 2, 29)), find(text, language, None)
    assert [one.span for one in known] == [one.span for one in unknown]
    for one, other in zip(known, unknown, strict=True):
        assert one.needs_anchor or one.value == other.value


@pytest.mark.parametrize("unit", ["1", "1 ", "123 ", "deux ", "le 3 et ", "lundi ", " ", "\n", "a", "1,000 ", "deux-"])
def test_linear(unit: str) -> None:
    """200,000 characters are read in seconds, whatever they are."""
    text = (unit * 200_000)[:200_000]
    start = time.process_time()
    find(text, "fr", date(2016, 11, 9))
    find(text, "en", date(2016, 11, 9))
    assert time.process_time() - start < 30
