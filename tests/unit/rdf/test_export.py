"""Exports: rdflib reads each of them, they hold the same quads, and the same bytes come out every time."""

import io
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest
from pyoxigraph import RdfFormat, Store, parse
from rdflib import Dataset, Graph

from hand_made import entity, extraction
from kg.api import load_graph
from kg.errors import UsageError
from kg.graphs import write_graphml
from kg.model import EntityType
from kg.rdf import quads
from kg.rdf.export import LAYOUTS, dump
from kg.resolve import across
from kg.store import Reader, Writer

A, B = entity('Zoé d’Été\n"quoted"'), entity("B & <C>", EntityType.ORGANIZATION)
READERS = {"jsonld": "json-ld", "ntriples": "nt"}


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("export") / "store"
    with Writer(folder, render=quads, resolver=across) as writer:
        for title in ("One", "Two"):
            writer.commit(extraction([(A, "acquired", B), (B, "sued", A)], title=title))
    return folder


def written(dataset: Store, layout: str, *, reifiers: bool = False) -> bytes:
    buffer = io.BytesIO()
    dump(dataset, layout, buffer, reifiers=reifiers)
    return buffer.getvalue()


@pytest.mark.parametrize("layout", LAYOUTS)
def test_rdflib_reads_every_export_whole(store: Path, layout: str) -> None:
    dataset = Reader(store).dataset
    named = layout in {"trig", "nquads", "jsonld"}
    read = Dataset() if named else Graph()
    read.parse(data=written(dataset, layout), format=READERS.get(layout, layout))
    expected = Dataset()
    expected.parse(data=written(dataset, "nquads"), format="nquads")
    if isinstance(read, Dataset):
        assert set(read.quads()) == set(expected.quads())
    else:
        assert set(read) == {quad[:3] for quad in expected.quads()}


def test_nothing_is_lost(store: Path) -> None:
    dataset = Reader(store).dataset
    assert set(parse(written(dataset, "nquads"), RdfFormat.N_QUADS)) == set(dataset)


@pytest.mark.parametrize("layout", [*LAYOUTS, "graphml", "csv"])
def test_two_processes_write_the_same_bytes(store: Path, layout: str) -> None:
    command = [sys.executable, "-m", "kg", "--store", str(store), "export", "--format", layout]
    first, second = (subprocess.run(command, capture_output=True, check=True).stdout for _ in range(2))
    assert first
    assert first == second


def test_reifiers_name_each_triple_that_stands(store: Path) -> None:
    dataset = Reader(store).dataset
    found = set(parse(written(dataset, "trig", reifiers=True), RdfFormat.TRIG))
    assert found > set(dataset)
    assert len(found) == len(dataset) + 4


def test_an_unknown_layout_is_a_usage_error(store: Path) -> None:
    with pytest.raises(UsageError):
        written(Reader(store).dataset, "parquet")


def test_networkx_and_graphml_hold_entities_and_facts(store: Path) -> None:
    graph = load_graph(store)
    assert sorted(data["name"] for _, data in graph.nodes(data=True)) == sorted([A.name, B.name])
    assert sorted(data["relation"] for _, _, data in graph.edges(data=True)) == ["acquired"] * 2 + ["sued"] * 2
    buffer = io.BytesIO()
    write_graphml(graph, buffer)
    read = nx.read_graphml(io.BytesIO(buffer.getvalue()))
    assert set(read.nodes) == set(graph.nodes)
    assert read.number_of_edges() == 4
