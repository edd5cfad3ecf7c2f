"""Compare answers with what a suite expects: results and graphs up to the names of blank nodes."""

from pathlib import Path

from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    Literal,
    NamedNode,
    Quad,
    QueryBoolean,
    QueryResultsFormat,
    QuerySolutions,
    RdfFormat,
    parse,
    parse_query_results,
)

RESULTS = {
    ".srx": QueryResultsFormat.XML,
    ".srj": QueryResultsFormat.JSON,
    ".tsv": QueryResultsFormat.TSV,
}
GRAPHS = {".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".rdf": RdfFormat.RDF_XML, ".trig": RdfFormat.TRIG}


def same(first: set[Quad], second: set[Quad]) -> bool:
    """Tell whether two sets of quads are isomorphic."""
    return canonical(first) == canonical(second)


def canonical(quads: set[Quad]) -> set[Quad]:
    dataset = Dataset(quads)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return set(dataset)


def results(data: bytes, layout: QueryResultsFormat) -> set[Quad]:
    """Return solutions or a truth value as quads: a row is a node, a variable a property."""
    found = parse_query_results(data, format=layout)
    if isinstance(found, QueryBoolean):
        return {Quad(NamedNode("x:answer"), NamedNode("x:is"), Literal(bool(found)))}
    assert isinstance(found, QuerySolutions)
    rows = set[Quad]()
    heads = {Quad(NamedNode("x:head"), NamedNode("x:has"), Literal(one.value)) for one in found.variables}
    for solution in found:
        row = BlankNode()
        rows.add(Quad(row, NamedNode("x:row"), Literal(True)))  # noqa: FBT003
        for variable in found.variables:
            value = solution[variable]
            if value is not None:
                rows.add(Quad(row, NamedNode(f"x:{variable.value}"), value))
    return heads | rows


def expected_results(path: Path) -> set[Quad]:
    """Return what a file says a query gives."""
    if path.suffix in RESULTS:
        return results(path.read_bytes(), RESULTS[path.suffix])
    return expected_graph(path)


def expected_graph(path: Path, graph: str | None = None, base: str | None = None) -> set[Quad]:
    """Return the triples of a file, as those of a named graph where one is named."""
    return graph_of(path.read_bytes(), GRAPHS[path.suffix], base or path.as_uri(), graph)


def graph_of(data: bytes, layout: RdfFormat, base: str, graph: str | None = None) -> set[Quad]:
    """Return the triples of a text."""
    quads = parse(data, format=layout, base_iri=base)
    if graph is None:
        return set(quads)
    return {Quad(one.subject, one.predicate, one.object, NamedNode(graph)) for one in quads}
