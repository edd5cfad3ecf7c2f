"""`kg serve` as clients see it: the protocol, the formats, the refusals."""

import csv
import json
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import httpx
import pytest
from pyoxigraph import RdfFormat, parse

from hand_made import entity, extraction, fill
from served import serving

ADA, BOB, EVE = entity("Ada Lovelace"), entity("Bob Martin"), entity("Eve Moneypenny")
MET = "SELECT ?who ?whom { ?who kgo:met ?whom }"
pytestmark = pytest.mark.servers


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder: Path = tmp_path_factory.mktemp("serve") / "store"
    documents = [extraction([(ADA, "met", BOB)]), extraction([(BOB, "met", EVE)], source="b.txt", title="Another")]
    fill(folder, documents)
    with serving(folder) as found:
        yield found


def test_the_default_graph_is_the_union_of_the_documents(client: httpx.Client) -> None:
    rows = client.get("/sparql", params={"query": MET}).json()["results"]["bindings"]
    assert {(row["who"]["value"], row["whom"]["value"]) for row in rows} == {(ADA.id, BOB.id), (BOB.id, EVE.id)}


@pytest.mark.parametrize(
    "send",
    [
        lambda client: client.get("/sparql", params={"query": MET}),
        lambda client: client.get("/sparql/", params={"query": MET}, follow_redirects=True),
        lambda client: client.post("/sparql", data={"query": MET}),
        lambda client: client.post("/sparql", content=MET, headers={"content-type": "application/sparql-query"}),
    ],
    ids=["get", "slash", "form", "direct"],
)
def test_three_ways_to_ask(client: httpx.Client, send: object) -> None:
    answer = send(client)  # type: ignore[operator]
    assert answer.status_code == 200
    assert len(answer.json()["results"]["bindings"]) == 2


@pytest.mark.parametrize(
    ("accept", "sent"),
    [
        ("", "application/sparql-results+json"),
        ("*/*", "application/sparql-results+json"),
        ("application/json", "application/sparql-results+json"),
        ("application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/csv", "text/csv; charset=utf-8"),
        ("text/tab-separated-values", "text/tab-separated-values; charset=utf-8"),
        ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
        ("text/html, */*;q=0.1", "application/sparql-results+json"),
        ("application/sparql-results+json;q=0, text/*", "text/csv; charset=utf-8"),
    ],
)
def test_results_come_in_the_format_asked_for(client: httpx.Client, accept: str, sent: str) -> None:
    answer = client.get("/sparql", params={"query": MET}, headers={"accept": accept})
    assert answer.headers["content-type"] == sent
    assert answer.headers["vary"] == "accept"


@pytest.mark.parametrize(
    ("accept", "sent", "layout"),
    [
        ("*/*", "text/turtle; charset=utf-8", RdfFormat.TURTLE),
        ("application/n-triples", "application/n-triples", RdfFormat.N_TRIPLES),
        ("application/trig", "application/trig", RdfFormat.TRIG),
        ("application/n-quads", "application/n-quads", RdfFormat.N_QUADS),
        ("application/rdf+xml", "application/rdf+xml", RdfFormat.RDF_XML),
        ("application/ld+json", "application/ld+json", RdfFormat.JSON_LD),
    ],
)
def test_graphs_come_in_the_format_asked_for(client: httpx.Client, accept: str, sent: str, layout: RdfFormat) -> None:
    query = "CONSTRUCT { ?who kgo:met ?whom } WHERE { ?who kgo:met ?whom }"
    answer = client.get("/sparql", params={"query": query}, headers={"accept": accept})
    assert answer.headers["content-type"] == sent
    assert len(list(parse(answer.content, format=layout))) == 2


@pytest.mark.parametrize("query", [MET, "CONSTRUCT WHERE { ?s ?p ?o }", "ASK {}"])
def test_an_unknown_format_is_not_acceptable(client: httpx.Client, query: str) -> None:
    answer = client.get("/sparql", params={"query": query}, headers={"accept": "image/png"})
    assert answer.status_code == 406
    assert "ask for one of" in answer.text


def test_csv_reads_as_csv(client: httpx.Client) -> None:
    query = 'SELECT ?text { VALUES ?text { "a, \\"b\\"\\nc" } }'
    answer = client.get("/sparql", params={"query": query}, headers={"accept": "text/csv"})
    assert list(csv.reader(StringIO(answer.text, newline=""))) == [["text"], ['a, "b"\nc']]


@pytest.mark.parametrize(
    ("method", "address", "body", "content", "status"),
    [
        ("GET", "/sparql?query=SELECT", None, None, 400),
        ("GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", None, None, 400),
        ("GET", "/sparql?default-graph-uri=x:y", None, None, 400),
        ("GET", "/sparql?query=ASK%7B%7D&default-graph-uri=relative", None, None, 400),
        ("GET", "/sparql?query=%FF%FE", None, None, 400),
        ("POST", "/sparql", b"\xff\xfe", "application/sparql-query", 400),
        ("POST", "/sparql", b"", "application/x-www-form-urlencoded", 400),
        ("POST", "/sparql", b"ASK {}", "text/plain", 415),
        ("POST", "/sparql", b"ASK {}", "application/sparql-query; charset=utf-16", 415),
        ("POST", "/sparql", b"DROP ALL", "application/sparql-update", 415),
        ("PUT", "/sparql?query=ASK%7B%7D", None, None, 405),
        ("DELETE", "/sparql", None, None, 405),
        ("GET", "/update?update=DROP%20ALL", None, None, 405),
        ("GET", "/nothing", None, None, 404),
        ("GET", "/../../etc/passwd", None, None, 404),
        ("GET", "/sparql?query=INSERT%20DATA%20%7B%7D", None, None, 400),
    ],
)
def test_what_is_wrong_is_refused(
    client: httpx.Client, method: str, address: str, body: bytes | None, content: str | None, status: int
) -> None:
    headers = {} if content is None else {"content-type": content}
    answer = client.request(method, address, content=body, headers=headers)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"].startswith("text/plain")


def test_a_broken_query_says_where(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "SELECT ?s WHERE { ?s ?p }"})
    assert answer.status_code == 400
    assert "1:26" in answer.text


def test_a_dataset_in_the_request_overrides_the_union(client: httpx.Client) -> None:
    count = "SELECT (COUNT(*) AS ?n) { ?s kgo:met ?o }"
    graph = client.get("/sparql", params={"query": "SELECT ?g { GRAPH ?g { ?s kgo:met ?o } }"}).json()
    name = graph["results"]["bindings"][0]["g"]["value"]
    assert number(client, {"query": count}) == 2
    assert number(client, {"query": count, "default-graph-uri": name}) == 1
    assert number(client, {"query": count, "named-graph-uri": name}) == 0
    assert number(client, {"query": count.replace("{ ?s", f"FROM <{name}> {{ ?s")}) == 1


def number(client: httpx.Client, parameters: dict[str, str]) -> int:
    answer = client.get("/sparql", params=parameters, headers={"accept": "application/json"})
    return int(answer.json()["results"]["bindings"][0]["n"]["value"])


def test_a_large_answer_comes_whole(client: httpx.Client) -> None:
    values = " ".join(f'"{number:0200d}"' for number in range(300))
    query = f"SELECT * {{ VALUES ?a {{ {values} }} VALUES ?b {{ {values} }} }}"
    answer = client.post("/sparql", data={"query": query})
    assert int(answer.headers["content-length"]) == len(answer.content) > 30_000_000
    assert len(json.loads(answer.content)["results"]["bindings"]) == 90_000


def test_head_says_what_get_would(client: httpx.Client) -> None:
    asked = {"query": MET}
    assert client.head("/sparql", params=asked).headers["content-length"] == str(
        len(client.get("/sparql", params=asked).content)
    )


def test_a_document_ingested_meanwhile_is_seen_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    fill(folder, [])
    with serving(folder) as client:
        count = "SELECT (COUNT(*) AS ?n) { ?s kgo:met ?o }"
        assert number(client, {"query": count}) == 0
        for done in range(1, 6):
            fill(folder, [extraction([(ADA, "met", BOB)], title=f"Number {done}", source=f"{done}.txt")])
            assert number(client, {"query": "SELECT (COUNT(?g) AS ?n) { GRAPH ?g { ?s kgo:met ?o } }"}) == done
