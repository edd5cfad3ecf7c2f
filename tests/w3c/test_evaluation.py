"""The 225 query and 94 update evaluation tests of SPARQL 1.1, and those of the result formats, through the endpoint."""

import csv
from io import StringIO

import pytest
from pyoxigraph import Quad, QueryResultsFormat, RdfFormat

from w3c.compare import RESULTS, expected_graph, expected_results, graph_of, results, same
from w3c.endpoint import SOLUTIONS, TRIPLES, Endpoint
from w3c.known import QUERY, UPDATE
from w3c.manifests import LABEL, MF, QT, QUERY_FOLDERS, UPDATE_FOLDERS, UT, Case, Node, cases, parameters

QUERIES = [one for folder in QUERY_FOLDERS for one in cases(folder, "QueryEvaluationTest")]
UPDATES = [one for folder in UPDATE_FOLDERS for one in cases(folder, "UpdateEvaluationTest")]
FORMATS = [one for folder in ("csv-tsv-res", "json-res") for one in cases(folder, "QueryEvaluationTest")]


@pytest.mark.servers
@pytest.mark.parametrize("case", parameters(QUERIES, QUERY, 225))
def test_query(case: Case, endpoint: Endpoint) -> None:
    action, expected = case.part(f"{MF}action"), case.part(f"{MF}result")
    endpoint.load(data(action))
    query = action.one(f"{QT}query")
    assert query is not None
    assert same(asked(endpoint, query), expected_results(expected.path()))


@pytest.mark.servers
@pytest.mark.parametrize("case", parameters(FORMATS, {}, 7))
def test_result_format(case: Case, endpoint: Endpoint) -> None:
    action, expected = case.part(f"{MF}action"), case.part(f"{MF}result").path()
    endpoint.load(data(action))
    query = action.one(f"{QT}query")
    assert query is not None
    layout = RESULTS[expected.suffix]
    answer = endpoint.client.get(
        "/sparql", params={"query": query.path().read_text()}, headers={"accept": layout.media_type.split(";")[0]}
    )
    assert same(results(answer.content, layout), expected_results(expected))


@pytest.mark.servers
@pytest.mark.parametrize("case", parameters(cases("csv-tsv-res", "CSVResultFormatTest"), {}, 3))
def test_csv(case: Case, endpoint: Endpoint) -> None:
    action, expected = case.part(f"{MF}action"), case.part(f"{MF}result").path()
    endpoint.load(data(action))
    query = action.one(f"{QT}query")
    assert query is not None
    answer = endpoint.client.get("/sparql", params={"query": query.path().read_text()}, headers={"accept": "text/csv"})
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert rows(answer.text) == rows(expected.read_text())


def rows(text: str) -> list[list[tuple[str, str]]]:
    """Return the rows of a CSV text; the order of `*`, the names of blank nodes and the form of numbers are open."""
    return sorted(sorted((name, cell(value)) for name, value in row.items()) for row in csv.DictReader(StringIO(text)))


def cell(value: str) -> str:
    if value.startswith("_:"):
        return "_:"
    try:
        return str(float(value))
    except ValueError:
        return value


def data(action: Node) -> set[Quad]:
    """Return the dataset that a query is asked on."""
    quads = set[Quad]()
    for one in action.all(f"{QT}data"):
        quads |= expected_graph(one.path())
    for one in action.all(f"{QT}graphData"):
        quads |= expected_graph(one.path(), one.value)
    return quads


def asked(endpoint: Endpoint, query: Node) -> set[Quad]:
    """Return the answer to the query of a file."""
    text = f"BASE <{query.value}>\n{query.path().read_text(encoding='utf-8')}"
    answer = endpoint.client.post("/sparql", data={"query": text}, headers={"accept": f"{SOLUTIONS}, {TRIPLES}"})
    assert answer.status_code == 200, answer.text
    if answer.headers["content-type"] == TRIPLES:
        return graph_of(answer.content, RdfFormat.N_TRIPLES, query.value)
    return results(answer.content, QueryResultsFormat.JSON)


@pytest.mark.servers
@pytest.mark.parametrize("case", parameters(UPDATES, UPDATE, 94))
def test_update(case: Case, endpoint: Endpoint) -> None:
    action, expected = case.part(f"{MF}action"), case.part(f"{MF}result")
    endpoint.load(state(action))
    request = action.one(f"{UT}request")
    assert request is not None
    endpoint.update(f"BASE <{request.value}>\n{request.path().read_text(encoding='utf-8')}")
    assert same(endpoint.dataset(), state(expected))


def state(node: Node) -> set[Quad]:
    """Return the dataset that a test describes."""
    quads = set[Quad]()
    for one in node.all(f"{UT}data"):
        quads |= expected_graph(one.path())
    for one in node.all(f"{UT}graphData"):
        file = one.one(f"{UT}graph")
        assert file is not None
        quads |= expected_graph(file.path(), one.text(LABEL))
    return quads
