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
    Store,
    parse,
    parse_query_results,
)

RESULTS = {
    ".srx": QueryResultsFormat.XML,
    ".srj": QueryResultsFormat.JSON,
    ".tsv": QueryResultsFormat.TSV,
}
RS = "http://www.w3.org/2001/sw/DataAccess/tests/result-set#"
GRAPHS = {".ttl": RdfFormat.TURTLE, ".nt": RdfFormat.N_TRIPLES, ".rdf": RdfFormat.RDF_XML, ".trig": RdfFormat.TRIG}


def same(first: set[Quad], second: set[Quad]) -> bool:
    """Tell whether two sets of quads are isomorphic."""
    return canonical(first) == canonical(second)


def canonical(quads: set[Quad]) -> set[Quad]:
    # The engine writes numbers and dates in canonical form: what is compared are values.
    store = Store()
    store.extend(quads)
    dataset = Dataset(store)
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
        rows.add(Quad(row, NamedNode("x:row"), Literal(True)))
        for variable in found.variables:
            value = solution[variable]
            if value is not None:
                rows.add(Quad(row, NamedNode(f"x:{variable.value}"), value))
    return heads | rows


def expected_results(path: Path) -> set[Quad]:
    """Return what a file says a query gives."""
    if path.suffix in RESULTS:
        return results(path.read_bytes(), RESULTS[path.suffix])
    graph = expected_graph(path)
    return described(graph) if any(one.predicate.value == f"{RS}solution" for one in graph) else graph


def described(graph: set[Quad]) -> set[Quad]:
    """Return the quads of solutions that a graph describes in the vocabulary of result sets."""
    found = set[Quad]()
    store = Store()
    store.extend(graph)
    bindings = "?row rs:binding ?one . ?one rs:variable ?name ; rs:value ?value"
    for row in store.query(f"PREFIX rs: <{RS}> SELECT * {{ ?set rs:solution ?row . {bindings} }}"):
        found.add(Quad(row["row"], NamedNode("x:row"), Literal(True)))
        found.add(Quad(row["row"], NamedNode(f"x:{row['name'].value}"), row["value"]))
    for row in store.query(f"PREFIX rs: <{RS}> SELECT * {{ ?set rs:resultVariable ?name }}"):
        found.add(Quad(NamedNode("x:head"), NamedNode("x:has"), row["name"]))
    return found


def expected_graph(path: Path, graph: str | None = None, base: str | None = None) -> set[Quad]:
    """Return the triples of a file, as those of a named graph where one is named."""
    return graph_of(path.read_bytes(), GRAPHS[path.suffix], base or path.as_uri(), graph)


def graph_of(data: bytes, layout: RdfFormat, base: str, graph: str | None = None) -> set[Quad]:
    """Return the triples of a text."""
    quads = parse(data, format=layout, base_iri=base)
    if graph is None:
        return set(quads)
    return {Quad(one.subject, one.predicate, one.object, NamedNode(graph)) for one in quads}
