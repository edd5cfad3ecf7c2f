"""The functions of the package that open or fill a store, under the names that users import from `kg`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg import pipeline
from kg.pipeline import Summary
from kg.store import Reader
from kg.store.ledger.search import EVERY
from kg.writing import project

if TYPE_CHECKING:
    import networkx as nx


def open_store(store: str | Path = "kg-data") -> Reader:
    """Open a store for reading.

    Raises StoreError where the folder is no store.
    """
    return Reader(Path(store))


def ingest(
    sources: Sequence[str | Path],
    store: str | Path = "kg-data",
    *,
    language: str = "auto",
    published: str | None = None,
    workers: int = 1,
) -> Summary:
    """Read the sources, extract their facts and write them to the store.

    The servers that NEO4J_URI and KG_TARGETS name are brought up to date. Raises StoreError or LockedError where the
    store cannot be written, UnavailableError where a server cannot be reached; bad sources stand in the summary.
    """
    names = [str(source) for source in sources]
    summary = pipeline.ingest(names, Path(store), language=language, published=published, workers=workers)
    project(Path(store))
    return summary


def load_graph(store: str | Path = "kg-data") -> "nx.MultiDiGraph[str]":
    """Return the store's entities and facts as a networkx graph.

    Raises StoreError where the folder is no store.
    """
    from kg.graphs import load_graph as load  # noqa: PLC0415 - networkx is loaded only when asked for

    with open_store(store) as reader:
        return load(reader.entities(), reader.facts(EVERY))
