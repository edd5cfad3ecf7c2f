"""Tests the dateline: what is cut off before the first sentence, and what is not."""

import pytest

from kg.annotate.datelines import dateline_end
from kg.annotate.paragraphs import find_paragraphs

DATED = (
    "21 janvier 2016 . – |Dans le cadre du projet",
    "CLERMONT-FERRAND, 20 juil. – |Le maire a dit",
    "Paris, le 3 mars 2020 – |Le groupe annonce",
    "LUNEL (Hérault) — |Le feu a repris",
    "PARIS (AFP) - |Le ministre a dit",
    "New York (AFP) – |Un juge a tranché",
    "(AFP) - |Le président a dit",
    "JOLIET, Ill. — |About 600 workers walked out",
    "BATON ROUGE, La. -- |The governor said",
    "WASHINGTON, Sept 12 (Reuters) - |The agency sued",
    "Arequipa, Peru, March 21, 2023 (AFP) - |A landslide",
    "SAN DIEGO & COPENHAGEN, Denmark--(BUSINESS WIRE)--|Corvalent Bio announced",
)
UNDATED = (
    "Anne Dubois – maire de Lyon – a démissionné.",
    "8 janvier 2017, trois hommes ont été arrêtés.",
    "GRÈVE - LES TRAINS À L'ARRÊT",
    "X - Le réseau a suspendu le compte.",
    "Jean-Pierre Dubois a dit (AFP) que tout va bien.",
    "TRUMP: We will win.",
    "Le maire – élu en mars – a démissionné.",
)


@pytest.mark.parametrize("line", DATED)
def test_a_dateline_ends_behind_its_dash(line: str) -> None:
    head, _, rest = line.partition("|")
    assert (head + rest)[: dateline_end(head + rest)] == head


@pytest.mark.parametrize("line", UNDATED)
def test_dashes_and_dates_of_a_sentence_are_no_dateline(line: str) -> None:
    assert dateline_end(line) == 0


def test_a_dateline_is_a_paragraph_of_its_own() -> None:
    text = "Titre\n\nLONDON (AP) — The prime minister resigned."
    assert [span.of(text) for span in find_paragraphs(text)] == [
        "Titre",
        "LONDON (AP) — ",
        "The prime minister resigned.",
    ]
