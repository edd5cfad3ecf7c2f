"""Broken SPARQL, Cypher and HTTP: each is answered or refused as the user's, whatever was mangled, and soon."""

import random
import select
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from http.client import HTTPResponse, RemoteDisconnected
from itertools import islice
from pathlib import Path

import httpx
import pytest
from pyoxigraph import Store

from faults.gather import Faults
from faults.mutants import many, misspelt, mutated
from hand_made import content, fill
from kg.errors import UsageError
from kg.query.cypher import parameters
from kg.query.sparql import columns, rows, sparql
from kg.resources import ontology
from kg.store import Reader
from kg.store.graph import Target, ask, connect_local, push
from served import TOKEN, serving
from servers.news import PRESS

SPARQL = (
    "SELECT ?who ?what WHERE { ?fact rdf:subject ?s ; rdf:predicate ?what . ?s rdfs:label ?who } ORDER BY ?who LIMIT 9",
    'SELECT (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p "x"@fr } FILTER(?p != kgo:met && STRLEN(STR(?p)) > 3) }',
    "CONSTRUCT { ?a kgo:met ?b } WHERE { ?a (kgo:endorses|^kgo:met)+ ?b OPTIONAL { ?b rdfs:label ?l } } LIMIT 20",
    "ASK { VALUES (?a ?b) { (1 UNDEF) (2.5 'é\\u00e9') } BIND(xsd:integer(?a) / 0 AS ?c) MINUS { ?a a foaf:Person } }",
    "PREFIX x: <http://x/> SELECT DISTINCT * FROM NAMED x:g WHERE { { SELECT ?a { ?a a ?t } GROUP BY ?a } UNION { } }",
    "DESCRIBE ?s WHERE { ?s kgo:confidence ?c FILTER(?c > 0.5 && REGEX(STR(?s), '^(a+)+$', 'i')) } LIMIT 3",
)
UPDATES = (
    "INSERT DATA { GRAPH <x:g> { <x:a> <x:b> 1, 'two'@en, [] } } ; CLEAR GRAPH <x:g>",
    "WITH <x:g> DELETE { ?a ?b ?c } INSERT { ?a ?b 3 } USING NAMED <x:h> WHERE { ?a ?b ?c FILTER(?c < 3) }",
    "PREFIX x: <x:> DELETE WHERE { ?a x:b ?c } ; COPY <x:g> TO <x:h> ; DROP SILENT NAMED ; CREATE GRAPH x:i",
)
WORDS = (
    "SERVICE <http://127.0.0.1:9/> { ?a ?b ?c }",
    "LOAD <file:///etc/passwd>",
    "INSERT DATA { <a> <b> <c> }",
    "DROP ALL",
    "FROM <x>",
    "LIMIT -1",
    "OFFSET 99999999999999999999",
    "FILTER(1e999 = 'a'^^xsd:integer)",
    "<http://[broken>",
    "'''",
    "\\uD800",
    "<<( ?s ?p ?o )>>",
    "BASE <rel>",
)
DEEP = (
    "SELECT * " + "{" * 100_000,
    "SELECT * { ?s ?p ?o FILTER(" + "(" * 5_000 + "1" + ")" * 5_000 + ") }",
    "SELECT * { ?s ?p ?o" + " FILTER EXISTS { ?s ?p ?o" * 1_000 + "}" * 1_000 + "}",
    "SELECT * { ?s ?p ?o FILTER(1" + "||1" * 50_000 + ") }",
    "ASK { ?s ?p ?o" + "".join(f" BIND(1 AS ?a{number})" for number in range(5_000)) + "}",
)
CYPHER = tuple(path.read_text(encoding="utf-8") for path in sorted((ontology() / "queries").glob("*.cypher")))
CYPHER_WORDS = (
    "MATCH (a)-[*1..3]-(b)",
    "CALL db.labels()",
    "RETURN 1/0",
    "$missing",
    "UNION ALL RETURN 1 AS x",
    "toInteger('9223372036854775808')",
    "UNWIND range(1, 20) AS i",
    "WITH *",
    "'\\uD800'",
    "{a: [1, {b: null}]}",
    "date('2024-99-99')",
    ";",
    "/*",
)


def request(line: str, body: str = "", *, kind: str = "text/turtle", more: str = "accept: */*;q=0.5") -> bytes:
    """Return a request that bears the token."""
    length = "transfer-encoding: chunked" if "\r\n" in body else f"content-length: {len(body.encode())}"
    sent = f"authorization: Bearer {TOKEN}\r\ncontent-type: {kind}\r\n{length}\r\n{more}"
    return f"{line} HTTP/1.1\r\nhost: localhost\r\n{sent}\r\nconnection: close\r\n\r\n{body}".encode()


FORM, QUERY, UPDATE = (f"application/{kind}" for kind in ("x-www-form-urlencoded", "sparql-query", "sparql-update"))
REQUESTS = {
    request("GET /sparql?query=ASK%20%7B%7D", more="accept: text/csv;q=0.5, */*;q=0.1"): 200,
    request("POST /sparql", "SELECT * { ?s ?p ?o } LIMIT 5", kind=QUERY): 200,
    request("POST /sparql", "query=ASK+%7B%7D&default-graph-uri=http%3A%2F%2Fx", kind=FORM): 200,
    request("POST /update", "1d\r\nINSERT DATA { <x:a> <x:b> 1 }\r\n0\r\n\r\n", kind=UPDATE): 204,
    request("POST /update", "update=DELETE+WHERE+{+%3Fa+<x:c>+%3Fb+}", kind=f"{FORM}; charset=utf-8"): 204,
    request("PUT /store?graph=http://x/1", "<x:s> <x:p> <x:o> . "): 201,
    request("GET /store?default", more="accept: application/ld+json\r\norigin: http://other.example"): 403,
    request("OPTIONS /health", kind="multipart/form-data; boundary=x"): 405,
}


@pytest.fixture(scope="module")
def press(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("queries") / "store"
    fill(folder, PRESS)
    return folder


@pytest.fixture(scope="module")
def dataset(press: Path) -> Iterator[Store]:
    with Reader(press) as reader:
        yield reader.dataset


@pytest.fixture(scope="module")
def endpoint(press: Path) -> Iterator[httpx.Client]:
    with serving(press) as client:
        yield client


@pytest.fixture(scope="module")
def graph(press: Path) -> Iterator[Target]:
    with connect_local(press) as target:
        push(press, target)
        yield target


def cypher(target: Target, text: str) -> list[object]:
    """Return the names of the columns and the first rows."""
    names, lines = ask(target, text, parameters(text))
    return [names, *islice(lines, 1000)]


@pytest.mark.timeout(3600)
def test_broken_sparql_is_answered_or_refused(dataset: Store, press: Path) -> None:
    assert all(columns(sparql(dataset, query)) for query in SPARQL), "what is broken was whole"
    before, found = content(press), Faults(refusal=UsageError)
    for query in misspelt(SPARQL, WORDS, many(1_000, 20_000), seed=6):
        with found.of("query.rq", query.encode()):
            list(islice(rows(sparql(dataset, query)), 1000))
    assert not found.said
    assert found.answered > 10
    assert found.refused > 100
    assert content(press) == before


@pytest.mark.servers
@pytest.mark.parametrize("query", DEEP, ids=range(len(DEEP)))
def test_what_would_exhaust_the_stack_is_refused(dataset: Store, endpoint: httpx.Client, query: str) -> None:
    with pytest.raises(UsageError):
        sparql(dataset, query)
    answer = endpoint.post("/sparql", data={"query": query})
    assert answer.status_code == 400, answer.text
    assert endpoint.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


@pytest.mark.servers
def test_many_values_are_no_deep_query(dataset: Store, endpoint: httpx.Client) -> None:
    query = f"SELECT (COUNT(*) AS ?n) {{ VALUES (?a ?b) {{ {'(1 -2)' * 10_000} }} }}"
    assert list(rows(sparql(dataset, query))) == [{"n": 10_000}]
    assert endpoint.post("/sparql", data={"query": query}).status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "SELECT (<x:unknown>(1) AS ?a) {}",
        "SELECT * { ?a ?p ?b FILTER(?a<?b&&'>')SERVICE<http://127.0.0.1:9/>{ ?s ?p ?o }#'\n }",
    ],
)
def test_what_is_not_to_be_had_is_refused(dataset: Store, query: str) -> None:
    with pytest.raises(UsageError):
        sparql(dataset, query)


@pytest.mark.servers
@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_broken_cypher_is_answered_or_refused(graph: Target) -> None:
    wanted, found = [cypher(graph, query) for query in CYPHER], Faults(refusal=UsageError)
    for query in misspelt(CYPHER, CYPHER_WORDS, many(150, 2_000), seed=7):
        with found.of("query.cypher", query.encode()):
            cypher(graph, query)
    assert not found.said
    assert found.refused > 50
    assert [cypher(graph, query) for query in CYPHER] == wanted


@pytest.mark.servers
@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_broken_requests_are_answered_or_refused(tmp_path: Path) -> None:
    store = tmp_path / "store"
    fill(store, PRESS)
    before, found, draw = content(store), Faults(), random.Random(9)
    with serving(store, "--timeout", "10") as client, ThreadPoolExecutor(16) as pool:
        ask_server = partial(status, client.base_url.port or 0)
        assert {one: ask_server(one) for one in REQUESTS} == REQUESTS, "what is broken was whole"
        broken = [mutated(draw.choice([*REQUESTS]), draw) for _ in range(many(200, 2_000))]
        broken += [request("POST /sparql", one, kind=QUERY) for one in misspelt(SPARQL, WORDS, many(100, 2_000), 10)]
        broken += [request("POST /update", one, kind=UPDATE) for one in misspelt(UPDATES, WORDS, many(50, 2_000), 11)]
        for one, asked in [(one, pool.submit(ask_server, one)) for one in broken]:
            with found.of("request", one):
                assert asked.result() not in (500, 501, 502)
        assert client.get("/health").text == "ok\n"
    assert not found.said
    assert content(store) == before


def status(port: int, sent: bytes) -> int:
    """Send the bytes and return the status of the whole answer, 0 where the server only closes the connection."""
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.sendall(sent)
        if not select.select([connection], [], [], 1.0)[0]:
            connection.shutdown(socket.SHUT_WR)  # The server may wait for more of a body that is said to be longer.
        answer = HTTPResponse(connection, method="HEAD" if sent.startswith(b"HEAD") else None)
        try:
            answer.begin()
        except RemoteDisconnected:
            return 0
        answer.read()
        return answer.status
