"""Numbers in words and digits."""

import pytest

from kg.extract.time import numerals


@pytest.mark.parametrize(
    ("text", "language", "value"),
    [
        ("quatre-vingt-dix-sept", "fr", 97), ("soixante et onze", "fr", 71), ("deux cents", "fr", 200),
        ("mille deux cent trois", "fr", 1203), ("quatre millions", "fr", 4_000_000), ("nonante-neuf", "fr",
            99),
        ("cent quatre-vingts", "fr", 180), ("deux millions trois cent mille", "fr", 2_300_000),
        ("twenty-one", "en", 21), ("two hundred and five", "en", 205), ("three million", "en", 3_000_000),
        ("1 500", "fr", 1500), ("3,5", "fr", 3.5), ("1.500.000", "fr", 1_500_000), ("1,500.5", "en", 1500.5),
        ("12", "en", 12), ("", "fr", None), ("pas un nombre", "fr", None),
    ],
)  # fmt: skip
def test_read(text: str, language: str, value: float | None) -> None:
    """Digits and words give the same numbers."""
    assert numerals.read(text, language) == value
