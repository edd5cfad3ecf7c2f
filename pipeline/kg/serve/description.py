"""The SPARQL 1.1 Service Description of the endpoint."""

from typing import Final

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from kg.serve.formats import Format
from kg.serve.settings import Settings

_SD: Final = "http://www.w3.org/ns/sparql-service-description#"
_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_FORMATS: Final = "http://www.w3.org/ns/formats/"
_RESULTS: Final = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "TriG",
    "N-Quads",
    "RDF_XML",
    "JSON-LD",
)
_INPUTS: Final = ("Turtle", "N-Triples", "RDF_XML", "JSON-LD")


def described(endpoint: str, layout: Format, settings: Settings) -> bytes:
    """Return the description in the format asked for."""
    triples = [
        Triple(subject, _sd(name) if name else _TYPE, value) for subject, name, value in _said(endpoint, settings)
    ]
    prefixes = {"sd": _SD, "formats": _FORMATS} if layout.name in ("TURTLE", "TRIG", "RDF_XML") else None
    quads = [Quad(*triple) for triple in triples]
    written = serialize(quads, format=getattr(RdfFormat, layout.name), prefixes=prefixes)
    assert written is not None
    return written


def _said(endpoint: str, settings: Settings) -> list[tuple[NamedNode, str, NamedNode]]:
    service, dataset, graph = (NamedNode(f"{endpoint}#{part}") for part in ("service", "dataset", "default-graph"))
    languages = ["SPARQL11Query"] + ["SPARQL11Update"] * (settings.token is not None)
    features = ["EmptyGraphs"] + ["UnionDefaultGraph"] * (not settings.scratch)
    return [
        (service, "", _sd("Service")),
        (service, "endpoint", NamedNode(endpoint)),
        *((service, "supportedLanguage", _sd(name)) for name in languages),
        *((service, "feature", _sd(name)) for name in features),
        *((service, "resultFormat", NamedNode(_FORMATS + name)) for name in _RESULTS),
        *((service, "inputFormat", NamedNode(_FORMATS + name)) for name in _INPUTS if settings.token is not None),
        (service, "defaultDataset", dataset),
        (dataset, "", _sd("Dataset")),
        (dataset, "defaultGraph", graph),
        (graph, "", _sd("Graph")),
    ]


def _sd(name: str) -> NamedNode:
    return NamedNode(_SD + name)
