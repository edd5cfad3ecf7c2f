"""The 225 query and 94 update evaluation tests of SPARQL 1.1, through the endpoint."""

from pathlib import Path

import httpx
import pytest
from w3c.known import QUERY, UPDATE
from w3c.manifests import LABEL, MF, QT, QUERY_FOLDERS, UPDATE_FOLDERS, UT, Node, Case, cases, parameters
from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat, serialize

from w3c.compare import expected_graph, expected_results, graph_of, results, same
from served import WRITING

QUERIES = [one for folder in QUERY_FOLDERS for one in cases(folder, "QueryEvaluationTest")]
UPDATES = [one for folder in UPDATE_FOLDERS for one in cases(folder, "UpdateEvaluationTest")]
GRAPH_TYPES = "application/n-triples"
SOLUTIONS = "application/sparql-results+json"


@pytest.mark.servers
@pytest.mark.parametrize("case", parameters(QUERIES, QUERY, 225))
def test_query(case: Case, server: httpx.Client) -> None:
    action = case.node.one(f"{MF}action")
    expected = case.node.one(f"{MF}result")
    assert action is not None
    assert expected is not None
    quads = set[Quad]()
    for data in action.all(f"{QT}data"):
        quads |= expected_graph(data.path())
    for data in action.all(f"{QT}graphData"):
        quads |= expected_graph(data.path(), data.value)
    load(server, quads)
    query = action.one(f"{QT}query")
    assert query is not None
    assert same(asked(server, query), expected_results(expected.path()))


def asked(server: httpx.Client, query: Node) -> set[Quad]:
    """Return the answer of the server to the query of a file."""
    text = f"BASE <{query.value}>\n{query.path().read_text(encoding='utf-8')}"
    headers = {"accept": f"{SOLUTIONS}, {GRAPH_TYPES}"}
    answer = server.post("/sparql", data={"query": text}, headers=headers)
    assert answer.status_code == 200, answer.text
    if answer.headers["content-type"].startswith(GRAPH_TYPES):
        return graph_of(answer.content, RdfFormat.N_TRIPLES, query.value)
    return results(answer.content, QueryResultsFormat.JSON)


def load(server: httpx.Client, quads: set[Quad], *, graphs: set[str] = frozenset()) -> None:
    """Make these quads the whole dataset of the server."""
    if server.headers.get("x-held") == (mark := str(hash((frozenset(quads), frozenset(graphs))))) and not graphs:
        return
    server.headers["x-held"] = mark
    names = {quad.graph_name for quad in quads}
    parts = []
    for name in names:
        triples = [quad.triple for quad in quads if quad.graph_name == name]
        text = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
        parts.append(f"GRAPH {name} {{ {text} }}" if isinstance(name, NamedNode) else text)
    creation = "".join(f"; CREATE SILENT GRAPH <{graph}>" for graph in sorted(graphs))
    update(server, f"DROP ALL ; INSERT DATA {{ {' '.join(parts)} }} {creation}")


def update(server: httpx.Client, text: str) -> None:
    answer = server.post("/update", data={"update": text}, headers=WRITING)
    assert answer.status_code in (200, 204), answer.text


@pytest.mark.servers
@pytest.mark.parametrize("case", parameters(UPDATES, UPDATE, 94))
def test_update(case: Case, server: httpx.Client) -> None:
    action, expected = case.node.one(f"{MF}action"), case.node.one(f"{MF}result")
    assert action is not None
    assert expected is not None
    server.headers.pop("x-held", None)
    load(server, state(action), graphs=names(action))
    request = action.one(f"{UT}request")
    assert request is not None
    update(server, f"BASE <{request.value}>\n{request.path().read_text(encoding='utf-8')}")
    server.headers.pop("x-held", None)
    assert same(held(server), state(expected))


def state(node: Node) -> set[Quad]:
    """Return the dataset that a test describes."""
    quads = set[Quad]()
    for data in node.all(f"{UT}data"):
        quads |= expected_graph(data.path())
    for data in node.all(f"{UT}graphData"):
        file, label = data.one(f"{UT}graph"), data.text(LABEL)
        assert file is not None
        quads |= expected_graph(Path(file.path()), label)
    return quads


def names(node: Node) -> set[str]:
    return {label for data in node.all(f"{UT}graphData") if (label := data.text(LABEL)) is not None}


def held(server: httpx.Client) -> set[Quad]:
    """Return the whole dataset of the server."""
    found = server.get("/store?default", headers={**WRITING, "accept": GRAPH_TYPES})
    assert found.status_code == 200, found.text
    quads = graph_of(found.content, RdfFormat.N_TRIPLES, "x:base")
    listed = server.get("/sparql", params={"query": "SELECT ?g { GRAPH ?g {} }"}, headers={"accept": SOLUTIONS}).json()
    for row in listed["results"]["bindings"]:
        name = row["g"]["value"]
        found = server.get("/store", params={"graph": name}, headers={**WRITING, "accept": GRAPH_TYPES})
        assert found.status_code == 200, found.text
        quads |= graph_of(found.content, RdfFormat.N_TRIPLES, "x:base", name)
    return quads
