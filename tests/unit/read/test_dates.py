"""Publication dates: checked or read, never guessed."""

import pytest

from kg.errors import UsageError
from kg.read.dates import check, dateline


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("1er mars 2017 . –", "2017-03-01"),
        ("10 janvier 2016 . – Un spectateur a été blessé hier.", "2016-01-10"),
        ("14 juin 2016, Lyon, France . – Une association proteste.", "2016-06-14"),
        ("mardi 30 juillet 2024", "2024-07-30"),
        ("Mardi 30 juillet 2024 à 14h05", "2024-07-30"),
        ("PARIS, 12 août 2021 (AFP) - Le ministre a dit", "2021-08-12"),
        ("Paris, le 12 aout 2021 — Le ministre a dit", "2021-08-12"),
        ("Publié le 3 février 2020 à 10:02", "2020-02-03"),
        ("Publié le 03/02/2020 à 10:02", "2020-02-03"),
        ("Monday, May 18, 2015", "2015-05-18"),
        ("May 18th, 2015", "2015-05-18"),
        ("18 May 2015", "2015-05-18"),
        ("LONDON, May 18, 2015 (Reuters) - The minister said", "2015-05-18"),
        ("Published: 2015-05-18", "2015-05-18"),
        ("2015-05-18T10:00:00Z", "2015-05-18"),
        ("8 janvier 2017, trois hommes ont été arrêtés.", None),
        ("Le 8 janvier 2017, trois hommes ont été arrêtés.", None),
        ("On May 18, 2015 - a Monday - he left.", None),
        ("31 février 2017 . –", None),
        ("03/02/2020", None),
        ("30 juillet", None),
        ("Version 2015-05-181", None),
    ],
)
def test_dateline(line: str, expected: str | None) -> None:
    assert dateline(f"Un titre\n\n{line}\nLe texte suit.") == expected


def test_a_date_further_down_is_no_dateline() -> None:
    lines = [f"Ligne {number}." for number in range(5)]
    assert dateline("\n\n".join([*lines, "1er mars 2017 . –"])) is None


@pytest.mark.parametrize(
    "value", ["2024-13-01", "2023-02-29", "0000-01-01", "2024-7-1", "20240701", "2024-W01-1", "hier", ""]
)
def test_check_refuses(value: str) -> None:
    with pytest.raises(UsageError) as caught:
        check(value)
    assert caught.value.exit_code == 2
    assert "2024-07-30" in caught.value.hint


def test_check_accepts() -> None:
    assert check("2024-02-29") == "2024-02-29"
