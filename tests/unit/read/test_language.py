"""Language: French and English are told from all others, short lines too."""

import io

import pytest

from kg.errors import InputError
from kg.read import read
from kg.read.language import identify


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("X a suspendu le compte.", "fr"),
        ("Apple a racheté Beats.", "fr"),
        ("Le public de l'Arena explose.", "fr"),
        ("Musk backs Trump.", "en"),
        ("Wednesday, September 7, 2016", "en"),
        ("Kamala Harris met Joe Biden in Paris.", "en"),
    ],
)
def test_ours(text: str, expected: str) -> None:
    assert identify(text, "here") == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("El presidente se reunió el lunes con la canciller en Madrid.", "es"),
        ("Il presidente ha detto ieri che non si dimette.", "it"),
        ("Der Präsident traf am Montag die Kanzlerin in Berlin.", "de"),
        ("El president va dir ahir que no dimitirà.", "ca"),
        ("Президент встретился с канцлером в Москве.", "ru"),
        ("总统周一会见了总理。", "zh"),
        ("رئيس الوزراء زار باريس", "ar"),
    ],
)
def test_others_are_refused_by_name(text: str, code: str) -> None:
    with pytest.raises(InputError, match=f"the language is {code}"):
        identify(text, "here")


def test_numbers_are_no_language() -> None:
    with pytest.raises(InputError, match="no words"):
        identify("12 34 56", "here")


def test_the_option_wins() -> None:
    german = "Der Präsident traf am Montag die Kanzlerin in Berlin."
    assert read("-", language="en", stdin=io.BytesIO(german.encode())).language == "en"
