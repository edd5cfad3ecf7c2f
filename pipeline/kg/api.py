"""The functions of the package that open or fill a store, under the names that users import from `kg`."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from kg import pipeline
from kg.errors import EvidenceError
from kg.model import Extraction, Fact
from kg.pipeline import Summary
from kg.rdf import quads
from kg.store import Reader
from kg.store.ledger.search import EVERY
from kg.validate import validate, verify
from kg.writing import open_writer, project

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


def commit(extraction: Extraction, store: str | Path = "kg-data") -> str:
    """Write what any extractor says of a document, if its evidence and its graph hold; `added`, `updated`, `unchanged`.

    Raises EvidenceError with every reason where they do not, StoreError or LockedError where the store cannot be
    written. Nothing is written then.
    """
    wrong = [f"{found.fact or extraction.document.id}: {found.check}: {found.detail}" for found in verify(extraction)]
    wrong += [f"{one.id}: the ontology has no relation {one.relation!r}" for one in extraction.facts if _new(one)]
    wrong += validate(quads(extraction, {})).results
    if wrong:
        raise EvidenceError(f"{extraction.document.source}: what was extracted does not hold:\n" + "\n".join(wrong))
    with open_writer(Path(store)) as writer:
        return writer.commit(extraction)


def _new(fact: Fact) -> bool:
    from kg.extract.frames.load import load_frames  # noqa: PLC0415 - reading a store needs no extraction

    return all(fact.relation not in load_frames(language).frames for language in ("fr", "en"))


def load_graph(store: str | Path = "kg-data") -> "nx.MultiDiGraph[str]":
    """Return the store's entities and facts as a networkx graph.

    Raises StoreError where the folder is no store.
    """
    from kg.graphs import load_graph as load  # noqa: PLC0415 - networkx is loaded only when asked for

    with open_store(store) as reader:
        return load(reader.entities(), reader.facts(EVERY))
