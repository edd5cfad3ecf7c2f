"""What no name holds is cut off: signs of tables and markup, pictographs, greetings, instants."""

import pytest

from kg.annotate.names.signs import without_signs
from kg.extraction import extract
from kg.model import Document, Span


@pytest.mark.parametrize(
    ("taken", "name"),
    [
        ("Paul Martin;Lyon;2024-05-03", "Paul Martin"),
        ("Claire Moreau](https://example.org/Claire_Moreau", "Claire Moreau"),
        ("# Parti libéral", "Parti libéral"),
        ("| Paul Martin | PS |", "Paul Martin"),
        ("Lyon !!! INCROYABLE 😱", "Lyon"),
        ("Bonjour Paul Martin", "Paul Martin"),
        ("Bonjour", ""),
        ("{ var X = new XMLHttpRequest", "var X"),
        ("03T10:00:00Z", ""),
        # These are names as they stand
        ("A$AP Rocky", "A$AP Rocky"),
        ("Yahoo!", "Yahoo!"),
        ("AT&T", "AT&T"),
        ("C#", "C#"),
        ("Dior", "Dior"),
        ("1984", "1984"),
        ("Chers voisins", "Chers voisins"),
    ],
)
def test_a_candidate_is_cut_to_the_name_in_it(taken: str, name: str) -> None:
    assert without_signs(taken, Span(0, len(taken))).of(taken) == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "nom;ville;date\nPaul Martin;Lyon;2024-05-03\nClaire Moreau;Nantes;2024-05-04\n",
            {"Paul Martin", "Claire Moreau"},
        ),
        ("Nous utilisons des cookies et Google Analytics. Accepter Refuser Personnaliser", set()),
        ("- [Claire Moreau](https://example.org/Claire_Moreau) a été élue maire de Lyon.", {"Claire Moreau", "Lyon"}),
    ],
)
def test_tables_links_and_banners_give_names_and_no_more(text: str, names: set[str]) -> None:
    found = {entity.name for entity in extract(Document.create(text, "fr", "x")).entities}
    assert names <= found <= names | {"Lyon", "Nantes"}
