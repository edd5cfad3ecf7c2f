"""Quantities: what is found, and the amount it gets."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.extract.quantity import find
from kg.model import Amount

FRENCH = [
    ("quatre millions d'habitants", "count", Amount(4_000_000, None, "habitants")),
    ("plus de 4 millions de dollars", "money", Amount(4_000_000, "USD", None, "more than")),
    ("1 500 personnes", "count", Amount(1500, None, "personnes")),
    ("190\u202f000 participants", "count", Amount(190_000, None, "participants")),
    ("3,5 milliards d’euros", "money", Amount(3_500_000_000, "EUR")),
    ("3,5 Md€", "money", Amount(3_500_000_000, "EUR")),
    ("100 €", "money", Amount(100, "EUR")),
    ("100 dollars canadiens", "money", Amount(100, "CAD")),
    ("un million de francs suisses", "money", Amount(1_000_000, "CHF")),
    ("jusqu’à 20 millions de livres sterling", "money", Amount(20_000_000, "GBP", None, "up to")),
    ("deux cents policiers", "count", Amount(200, None, "policiers")),
    ("12 autres blessés", "count", Amount(12, None, "blessés")),
    ("une dizaine de blessés", "count", Amount(10, None, "blessés", "about")),
    ("plusieurs centaines de manifestants", "count", Amount(100, None, "manifestants", "several")),
    ("des milliers d'euros", "money", Amount(1000, "EUR", None, "several")),
    ("au moins cinq personnes", "count", Amount(5, None, "personnes", "at least")),
    ("moins de 10 km", "measure", Amount(10, None, "km", "less than")),
    ("quelque 300 kilomètres", "measure", Amount(300, None, "kilomètres", "about")),
    ("près de 12 %", "percent", Amount(12, None, "%", "nearly")),
    ("51,2 pour cent", "percent", Amount(51.2, None, "%")),
    ("trois jours", "duration", Amount(3, None, "jours")),
    ("3e", "ordinal", Amount(3)),
]
ENGLISH = [
    ("$4 million", "money", Amount(4_000_000, "USD")),
    ("€3.5bn", "money", Amount(3_500_000_000, "EUR")),
    ("£2m", "money", Amount(2_000_000, "GBP")),
    ("a million dollars", "money", Amount(1_000_000, "USD")),
    ("5 million Canadian dollars", "money", Amount(5_000_000, "CAD")),
    ("C$20 million", "money", Amount(20_000_000, "CAD")),
    ("1,500 people", "count", Amount(1500, None, "people")),
    ("more than 200 soldiers", "count", Amount(200, None, "soldiers", "more than")),
    ("no more than 3 seats", "count", Amount(3, None, "seats", "at most")),
    ("up to 40 jobs", "count", Amount(40, None, "jobs", "up to")),
    ("dozens of people", "count", Amount(12, None, "people", "several")),
    ("hundreds of thousands of people", "count", Amount(100_000, None, "people", "several")),
    ("about 300 miles", "measure", Amount(300, None, "miles", "about")),
    ("12.5 percent", "percent", Amount(12.5, None, "%")),
    ("a 43-year-old man", "age", Amount(43, None, "years")),
    ("3rd", "ordinal", Amount(3)),
]


@pytest.mark.parametrize(("text", "kind", "amount"), FRENCH)
def test_french(text: str, kind: str, amount: Amount) -> None:
    """A French quantity gets its kind and amount."""
    (found,) = find(text, "fr")
    assert (found.kind, found.amount) == (kind, amount)
    assert found.span.of(text) == text


@pytest.mark.parametrize(("text", "kind", "amount"), ENGLISH)
def test_english(text: str, kind: str, amount: Amount) -> None:
    """An English quantity gets its kind and amount."""
    (found,) = find(text, "en")
    assert (found.kind, found.amount) == (kind, amount)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("âgé de 43 ans", "age"), ("Paul, 43 ans, est", "age"), ("un homme de 43 ans", "age"),
        ("condamné à 5 ans de prison", "duration"), ("pendant 10 ans", "duration"),
    ],
)  # fmt: skip
def test_ages(text: str, kind: str) -> None:
    """Years of life are told from years that last."""
    assert [one.kind for one in find(text, "fr")] == [kind]


@pytest.mark.parametrize(
    ("language", "text"),
    [("fr", "le 3 mai 2016"), ("fr", "en 2016"), ("fr", "un juge"), ("fr", "à 14 h 30"), ("fr",
        "il y a 10 ans"), ("en", "in 2016"),
     ("en", "May 3, 2016"), ("en", "a judge"), ("fr", "le premier ministre")],
)  # fmt: skip
def test_no_quantity(language: str, text: str) -> None:
    """Dates, times of the day and articles are no quantities."""
    assert find(text, language) == ()


_WORDS = st.sampled_from(
    [
        "1",
        "500",
        "3,5",
        "millions",
        "de",
        "euros",
        "$",
        "€",
        "bn",
        "%",
        "une",
        "dizaine",
        "ans",
        "plus",
        "deux",
        "cent",
        "mille",
        "3e",
        "km",
        "a",
    ]
)
_TEXTS = st.one_of(st.text(), st.lists(_WORDS, max_size=20).map(" ".join))


@given(_TEXTS, st.sampled_from(["fr", "en"]))
def test_spans(text: str, language: str) -> None:
    """Spans slice the text in order without overlap, and twice gives the same."""
    found = find(text, language)
    position = 0
    for one in found:
        assert position <= one.span.start < one.span.end <= len(text)
        position = one.span.end
    assert found == find(text, language)


@pytest.mark.parametrize("unit", ["1", "1 ", "123 ", "deux ", "une dizaine ", " ", "$", "1,000 "])
def test_linear(unit: str) -> None:
    """200,000 characters are read in seconds, whatever they are."""
    text = (unit * 200_000)[:200_000]
    start = time.process_time()
    find(text, "fr", ())
    find(text, "en", ())
    assert time.process_time() - start < 30
