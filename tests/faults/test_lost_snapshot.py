"""Snapshots that vanish: a reader that has one open reads on, the next gets a newer one or is told what to do."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from hand_made import content, entity, extraction, fill, writer
from kg.errors import StoreError
from kg.model import Extraction
from kg.query.sparql import rows, sparql
from kg.store import Layout, Reader
from kg.store.oxigraph.generations import KEPT
from served import serving

ADA, BEA = entity("Ada Lyon"), entity("Bea Metz")
FIRST = [extraction([(ADA, "met", BEA)] * 40, title=f"Title {number}") for number in range(60)]
COUNT = {"query": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"}


def scatter(store: Path, extractions: list[Extraction]) -> None:
    """Publish after each document: many small tables."""
    with writer(store) as one:
        for extraction_ in extractions:
            one.commit(extraction_)
            one.publish()


def tables(store: Path) -> list[Path]:
    """Return the tables of the newest snapshot."""
    layout = Layout(store)
    return list((layout.generations / layout.current.read_text().strip()).glob("*.sst"))


def drop(store: Path) -> None:
    """Take away all snapshots, as somebody who cleans up would."""
    shutil.rmtree(Layout(store).generations)


def test_an_open_reader_reads_on(tmp_path: Path) -> None:
    fill(tmp_path, FIRST)
    with Reader(tmp_path) as reader:
        before = len(reader.dataset)
        drop(tmp_path)
        assert len(reader.dataset) == before
        assert len(list(reader.dataset)) == before


def test_a_reader_outlives_many_newer_snapshots(tmp_path: Path) -> None:
    scatter(tmp_path, FIRST)
    with Reader(tmp_path) as reader, writer(tmp_path) as store:
        mine = reader.dataset
        assert len(tables(tmp_path)) > 32, "beyond the first, the engine opens a table when it needs it"
        for one in FIRST[:8]:
            store.forget(one.document.id)
            store.publish()
        assert len(mine) == len(set(mine)) == len(FIRST) * 5
    assert len(list(Layout(tmp_path).generations.iterdir())) > KEPT
    fill(tmp_path, FIRST[:1])
    assert len(list(Layout(tmp_path).generations.iterdir())) == KEPT


def test_an_open_reader_that_lost_tables_says_so(tmp_path: Path) -> None:
    scatter(tmp_path, FIRST)
    with Reader(tmp_path) as reader:
        found = sparql(reader.dataset, "SELECT * { ?s ?p ?o }")
        drop(tmp_path)
        with pytest.raises(StoreError) as told:
            list(rows(found))
    assert "kg ingest" in told.value.hint


def test_a_new_reader_is_told_what_to_do_and_it_helps(tmp_path: Path) -> None:
    fill(tmp_path, FIRST[:5])
    wanted = content(tmp_path)
    drop(tmp_path)
    with pytest.raises(StoreError) as told, Reader(tmp_path) as reader:
        len(reader.dataset)
    current = Layout(tmp_path).current
    assert str(current) in told.value.hint
    current.unlink()
    fill(tmp_path, FIRST[:5])
    assert content(tmp_path) == wanted


@pytest.mark.slow
@pytest.mark.parametrize("first", [fill, scatter], ids=["few tables", "many tables"])
def test_a_server_lives_on_and_answers_again(tmp_path: Path, first: Callable[[Path, list[Extraction]], object]) -> None:
    store = tmp_path / "store"
    first(store, FIRST[:40])
    with serving(store, "--memory", "128") as client:
        before = client.get("/sparql", params=COUNT)
        assert before.status_code == 200
        drop(store)
        for lost in [client.get("/sparql", params=COUNT) for _ in range(4)]:
            if lost.status_code == 200:
                assert lost.text == before.text
            else:
                assert lost.status_code == 503, lost.text
                assert "kg ingest" in lost.text
        fill(store, FIRST)
        after = client.get("/sparql", params=COUNT)
        assert after.status_code == 200, after.text
        assert after.text != before.text
