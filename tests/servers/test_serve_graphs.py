"""Graphs that users write: beside those of the documents, never in them."""

import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from hand_made import content, entity, extraction, fill
from kg.model.ids import BASE
from served import WRITING, serving

ADA, BOB = entity("Ada Lovelace"), entity("Bob Martin")
TURTLE = {**WRITING, "content-type": "text/turtle"}
MINE = {"graph": "http://team.example/notes"}
pytestmark = pytest.mark.servers


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("graphs") / "store"
    fill(folder, [extraction([(ADA, "met", BOB)])])
    return folder


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[httpx.Client]:
    with serving(folder) as found:
        yield found


@pytest.fixture
def client(server: httpx.Client) -> httpx.Client:
    """Return a client of a server whose users have written nothing."""
    update(server, "DROP ALL")
    return server


@pytest.fixture
def apart(tmp_path: Path) -> Path:
    """Return a store that no other test's server holds."""
    fill(tmp_path / "store", [extraction([(ADA, "met", BOB)])])
    return tmp_path / "store"


def update(client: httpx.Client, text: str) -> None:
    answer = client.post("/update", data={"update": text}, headers=WRITING)
    assert answer.status_code == 204, answer.text


def ask(client: httpx.Client, query: str) -> bool:
    return bool(client.get("/sparql", params={"query": query}).json()["boolean"])


def test_one_query_joins_what_documents_say_with_what_users_write(client: httpx.Client) -> None:
    put = client.put("/store", params=MINE, content=f"<{BOB.id}> <x:age> 44 .", headers=TURTLE)
    assert put.status_code == 201
    assert ask(client, f"ASK {{ <{ADA.id}> kgo:met ?whom . ?whom <x:age> 44 }}")
    assert client.put("/store", params=MINE, content="", headers=TURTLE).status_code == 204
    assert not ask(client, "ASK { ?whom <x:age> 44 }")
    assert client.get("/store", params=MINE, headers=WRITING).text == ""
    assert client.delete("/store", params=MINE, headers=WRITING).status_code == 204
    assert client.get("/store", params=MINE, headers=WRITING).status_code == 404


def test_what_documents_say_stays(client: httpx.Client, folder: Path) -> None:
    before = content(folder)
    update(client, "DROP ALL ; CLEAR NAMED ; DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } }")
    assert content(folder) == before
    assert ask(client, f"ASK {{ <{ADA.id}> kgo:met <{BOB.id}> }}")


@pytest.mark.parametrize("name", ["document/1", "document/"])
def test_no_graph_of_a_document_is_written(client: httpx.Client, name: str) -> None:
    graph = BASE + name
    insert = f"INSERT DATA {{ GRAPH <http://mine/> {{ <x:s> <x:p> 1 }} GRAPH <{graph}> {{ <x:s> <x:p> 1 }} }}"
    for text in (
        insert,
        f"COPY DEFAULT TO <{graph}>",
        f"INSERT {{ GRAPH ?g {{ <x:s> <x:p> 1 }} }} WHERE {{ BIND(<{graph}> AS ?g) }}",
    ):
        update(client, "INSERT DATA { <x:s> <x:p> 0 }")
        answer = client.post("/update", data={"update": text}, headers=WRITING)
        assert answer.status_code == 403, answer.text
        assert "graph of a document" in answer.text
    put = client.put("/store", params={"graph": graph}, content="<x:s> <x:p> 1 .", headers=TURTLE)
    assert put.status_code == 403
    assert not ask(client, "ASK { <x:s> <x:p> 1 }"), "an update is done as a whole or not at all"


def test_a_broken_update_changes_nothing(client: httpx.Client) -> None:
    for text in (
        "INSERT DATA { <x:s> <x:p> 1 } ; DELETE {",
        "INSERT DATA { <x:s> <x:p> 1 } ; CREATE GRAPH <x:g> ; CREATE GRAPH <x:g>",
    ):
        assert client.post("/update", data={"update": text}, headers=WRITING).status_code == 400
    broken = client.post("/store?default", content="<x:s> <x:p> 1 . <x:s> <x:p>", headers=TURTLE)
    assert broken.status_code == 400
    assert not ask(client, "ASK { <x:s> <x:p> 1 }")


def test_users_graphs_outlive_the_server_and_an_ingest(apart: Path) -> None:
    with serving(apart) as client:
        update(client, "INSERT DATA { GRAPH <http://team.example/kept> { <x:s> <x:p> 'kept' } }")
    fill(apart, [extraction([(BOB, "met", ADA)], title="Later", source="later.txt")])
    with serving(apart) as client:
        assert ask(client, f"ASK {{ <x:s> <x:p> 'kept' . <{BOB.id}> kgo:met <{ADA.id}> }}")
        fill(apart, [extraction([(ADA, "endorses", BOB)], title="While", source="while.txt")])
        query = f"ASK {{ <x:s> <x:p> 'kept' . <{ADA.id}> kgo:endorses <{BOB.id}> }}"
        deadline = time.monotonic() + 20  # Readers stay on the last snapshot while the new one is being joined.
        while not ask(client, query):
            assert time.monotonic() < deadline


def test_an_update_that_never_ends_is_stopped_and_changes_nothing(apart: Path) -> None:
    with serving(apart, "--timeout", "2") as client:
        rows = " ".join(f"<x:{number}>" for number in range(300))
        values = " ".join(f"VALUES ?{name} {{ {rows} }}" for name in "abcd")
        answer = client.post("/update", data={"update": f"INSERT {{ ?a ?b ?c }} WHERE {{ {values} }}"}, headers=WRITING)
        assert answer.status_code == 503
        assert "nothing changed" in answer.text
        update(client, "INSERT DATA { <x:after> <x:p> 1 }")
        assert ask(client, "ASK { <x:after> <x:p> 1 FILTER NOT EXISTS { <x:1> ?p ?o } }")


@pytest.mark.parametrize(
    ("address", "content_type", "status"),
    [
        ("/store?graph=relative", "text/turtle", 400),
        ("/store?graph=http://x/1&default", "text/turtle", 400),
        ("/store?graph=http://x/1&graph=http://x/2", "text/turtle", 400),
        ("/store?other=1", "text/turtle", 400),
        ("/store/name?default", "text/turtle", 400),
        ("/store?graph=http://x/%3E%20%7D", "text/turtle", 400),
        ("/store?default", "text/csv", 415),
        ("/store?default", "", 415),
        ("/store?default", "application/trig", 415),
        ("/store?default", "text/turtle; charset=utf-16", 415),
        ("/store?default", "multipart/form-data", 400),
    ],
)
def test_what_is_wrong_is_refused(client: httpx.Client, address: str, content_type: str, status: int) -> None:
    answer = client.put(address, content="<x:s> <x:p> 1 .", headers={**WRITING, "content-type": content_type})
    assert answer.status_code == status, answer.text


@pytest.mark.parametrize(
    ("content_type", "text"),
    [
        ("text/turtle", "<x:s> <x:p> <x:o> ."),
        ("application/n-triples", "<x:s> <x:p> <x:o> ."),
        ("application/ld+json", '{"@id": "x:s", "x:p": {"@id": "x:o"}}'),
        (
            "application/rdf+xml",
            (
                '<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:x="x:">'
                '<r:Description r:about="x:s"><x:p r:resource="x:o"/></r:Description></r:RDF>'
            ),
        ),
    ],
)
def test_triples_are_read_from_four_formats(client: httpx.Client, content_type: str, text: str) -> None:
    sent = client.put("/store?default", content=text, headers={**WRITING, "content-type": content_type})
    assert sent.status_code == 204, sent.text
    assert ask(client, "ASK { <x:s> <x:p> <x:o> }")
