"""What readers find in the ledger: facts, entities, mentions, one fact, one document."""

from pathlib import Path

import pytest

from hand_made import entity, extraction, fill, writer
from kg.errors import UsageError
from kg.model import EntityType
from kg.store import Reader
from kg.store.ledger import changes
from kg.store.ledger.search import Selection

MUSK, TRUMP, HARRIS = entity("Elon Musk", aliases=["Musk"]), entity("Donald Trump"), entity("Kamala Harris")
X = entity("X", EntityType.ORGANIZATION, aliases=["Twitter"])
FIRST = extraction([(MUSK, "endorses", TRUMP), (X, "suspended", HARRIS)], title="The endorsement", source="n/one.txt")
SECOND = extraction(
    [(MUSK, "owns", X), (MUSK, "relatedTo", HARRIS)], title="The sale", source="n/two.txt", confidence=0.5
)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    fill(tmp_path / "s", [FIRST, SECOND])
    return Reader(tmp_path / "s")


@pytest.mark.parametrize(
    ("selection", "relations"),
    [
        (Selection(), ["endorses", "suspended", "owns"]),
        (Selection(open=True), ["endorses", "suspended", "owns", "relatedTo"]),
        (Selection(relation="relatedTo"), ["relatedTo"]),
        (Selection(about="Elon Musk"), ["endorses", "owns"]),
        (Selection(about="musk"), ["endorses", "owns"]),
        (Selection(about="Twitter"), ["suspended", "owns"]),
        (Selection(about="Donald"), ["endorses"]),
        (Selection(about=HARRIS.id), ["suspended"]),
        (Selection(about="nobody"), []),
        (Selection(about="100%"), []),
        (Selection(document="The sale"), ["owns"]),
        (Selection(document="one.txt", about="Elon Musk"), ["endorses"]),
        (Selection(min_confidence=0.8), ["endorses", "suspended"]),
        (Selection(limit=1), ["endorses"]),
    ],
)
def test_facts_are_selected(reader: Reader, selection: Selection, relations: list[str]) -> None:
    assert [row["relation"] for row in reader.facts(selection)] == relations


def test_facts_are_counted_whatever_the_limit(reader: Reader) -> None:
    assert reader.count(Selection()) == reader.count(Selection(limit=1)) == 3
    assert reader.count(Selection(about="musk", min_confidence=0.8)) == 1
    assert reader.count(Selection(about="nobody")) == 0


def test_a_fact_names_the_entity_that_all_documents_share(tmp_path: Path) -> None:
    known = entity("Elon Musk", key="wd:Q317521")
    fill(
        tmp_path / "s",
        [extraction([(entity("Musk"), "met", TRUMP)]), extraction([(known, "met", HARRIS)], title="B")],
    )
    reader = Reader(tmp_path / "s")
    # A known person is no full-name namesake of another: the surname alone leads to him.
    assert [row["subject"] for row in reader.facts(Selection())] == [
        {"id": known.id, "name": "Musk", "type": "Person"},
        {"id": known.id, "name": "Elon Musk", "type": "Person"},
    ]
    (row,) = reader.entities("Elon Musk")
    assert (row["name"], row["aliases"], row["mentions"]) == ("Elon Musk", ["Musk"], 2)


def test_mentions_cover_their_text(reader: Reader) -> None:
    texts = {one.document.id: one.document.text for one in (FIRST, SECOND)}
    rows = list(reader.mentions())
    assert len(rows) == 8
    for row in rows:
        assert texts[str(row["document"])][row["start"] : row["end"]] == row["text"]  # type: ignore[misc]
    assert {row["document"] for row in reader.mentions("The sale")} == {SECOND.document.id}


def test_a_fact_is_found_by_either_end_of_its_id(reader: Reader) -> None:
    whole = FIRST.facts[0].id
    tail = whole.rpartition("/")[2]
    for name in (whole, tail, tail[:9], tail[-8:]):
        assert reader.fact(name)[0] == FIRST.facts[0]
    for name in ("zzz", "", "%"):
        with pytest.raises(UsageError, match="no facts"):
            reader.fact(name)
    with pytest.raises(UsageError, match="facts have the id"):
        reader.fact("https://kg.example/fact/")


def test_a_document_is_found_by_id_path_and_title(reader: Reader) -> None:
    paths = ("n/one.txt", "one.txt", "./n/one.txt", "n/../n/one.txt", "/home/me/n/one.txt")
    for name in (FIRST.document.id, *paths, "endorsement", "ENDORSE"):
        assert reader.find(name).id == FIRST.document.id
    with pytest.raises(UsageError, match="names 2 documents"):
        reader.find("the")
    assert reader.find(FIRST.document.id.rpartition("/")[2][:8]).id == FIRST.document.id
    for name in ("nowhere", "", " ", "doc", "%", "_ne.txt", "https://kg.example/document/"):
        with pytest.raises(UsageError, match="no document"):
            reader.find(name)


def test_the_change_log_numbers_what_happened(tmp_path: Path) -> None:
    fill(tmp_path / "s", [FIRST])
    assert fill(tmp_path / "s", [FIRST, SECOND]) == ["unchanged", "added"]
    with writer(tmp_path / "s") as store:
        store.forget(FIRST.document.id)
    ledger = Reader(tmp_path / "s").ledger
    log = ledger.execute("SELECT number, document, kind FROM changes ORDER BY number").fetchall()
    first, second = FIRST.document.id, SECOND.document.id
    assert log == [(1, first, "added"), (2, second, "added"), (3, first, "removed")]
    assert [tuple(change) for change in changes.since(ledger, 1)] == [
        (2, second, "added"),
        (3, first, "removed"),
    ]
    assert (changes.last(ledger), changes.cursor(ledger, "oxigraph"), changes.cursor(ledger, "neo4j")) == (
        3,
        3,
        0,
    )


def test_a_document_whose_entity_moves_is_updated(tmp_path: Path) -> None:
    alone = extraction([(entity("Musk"), "met", entity("Zoe Zed"))], title="Alone")
    fill(tmp_path / "s", [alone])
    fill(tmp_path / "s", [FIRST])
    ledger = Reader(tmp_path / "s").ledger
    assert {tuple(change)[1:] for change in changes.since(ledger, 1)} == {
        (alone.document.id, "updated"),
        (FIRST.document.id, "added"),
    }
    assert changes.mapping(ledger, alone.document.id)[alone.entities[0].id] == MUSK.id


def test_a_text_read_from_two_places_keeps_the_first_by_name(tmp_path: Path) -> None:
    from dataclasses import replace

    copy = replace(FIRST, document=replace(FIRST.document, source="a/copy.txt"))
    assert fill(tmp_path / "s", [FIRST, copy, FIRST]) == ["added", "updated", "unchanged"]
    assert Reader(tmp_path / "s").find("copy.txt").id == FIRST.document.id
