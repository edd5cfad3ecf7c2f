"""The shapes themselves, by pySHACL: slower than the gate, and what the gate is held against."""

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

from pyoxigraph import Quad, RdfFormat, serialize

from kg.resources import ontology
from kg.validate.gate import Report

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node


def reference(quads: Iterable[Quad]) -> Report:
    """Validate the quads against `ontology/shapes.ttl` (SHACL) and return one line a result."""
    import pyshacl  # noqa: PLC0415 - slow to load, and no ingest asks for it
    from rdflib import Dataset, Graph  # noqa: PLC0415
    from rdflib.namespace import RDF, SH  # noqa: PLC0415

    buffer = io.BytesIO()
    serialize(list(quads), buffer, RdfFormat.N_QUADS)
    data = Dataset(default_union=True)
    data.parse(data=buffer.getvalue(), format="nquads")
    flat = Graph()
    for triple in data.triples((None, None, None)):
        flat.add(triple)
    _, found, _ = pyshacl.validate(flat, shacl_graph=_shapes(), advanced=True, inference="none")
    assert isinstance(found, Graph)
    return Report(tuple(sorted(_line(found, result) for result in found.subjects(RDF.type, SH.ValidationResult))))


def _shapes() -> "Graph":
    from rdflib import Graph  # noqa: PLC0415

    return Graph().parse(ontology() / "shapes.ttl", format="turtle")


def _line(report: "Graph", result: "Node") -> str:
    from rdflib.namespace import SH  # noqa: PLC0415

    node = report.value(result, SH.focusNode)
    message = report.value(result, SH.resultMessage)
    return f"{message}: <{node}>"
