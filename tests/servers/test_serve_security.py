"""What a hostile client cannot do."""

import random
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import httpx
import pytest

from hand_made import entity, extraction, fill
from served import TOKEN, WRITING, serving

pytestmark = pytest.mark.servers
INSERT = {"update": "INSERT DATA { GRAPH <http://x/1> { <x:s> <x:p> <x:o> } }"}


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder: Path = tmp_path_factory.mktemp("security") / "store"
    fill(folder, [extraction([(entity("Ada Lovelace"), "met", entity("Bob Martin"))])])
    with serving(folder) as found:
        yield found


@pytest.fixture
def listener() -> Iterator[tuple[int, list[object]]]:
    """Listen on a port and keep whom it accepted."""
    arrived = list[object]()
    with socket.create_server(("127.0.0.1", 0)) as server:

        def accept() -> None:
            try:
                while True:
                    arrived.append(server.accept())
            except OSError:
                return

        threading.Thread(target=accept, daemon=True).start()
        yield server.getsockname()[1], arrived


@pytest.mark.parametrize(
    "query",
    [
        "SELECT * { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "SELECT * { SERVICE SILENT <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
        "select*{service<http://127.0.0.1:PORT/>{?s?p?o}}",
        "SELECT * { VALUES ?e { <http://127.0.0.1:PORT/> } SERVICE ?e { ?s ?p ?o } }",
        'SELECT * { ?s ?p "\\"" . SERVICE <http://127.0.0.1:PORT/> { ?a ?b "\\"" } }',
        "SELECT * { ?s ?p '''a'b''c''' . SERVICE <http://127.0.0.1:PORT/> { ?a ?b ?c } }",
        "SELECT * # '\n{ SERVICE <http://127.0.0.1:PORT/#'> { ?a ?b ?c } }",
        "SELECT * { ?a ?p ?b FILTER(?a<?b&&'>')SERVICE<http://127.0.0.1:PORT/>{ ?s ?p ?o }#'\n }",
        "SELECT * { <x:\\u0041'> ?p ?b . SERVICE <http://127.0.0.1:PORT/> { ?s ?p '' } }",
        "SELECT * { <x:a'b> ?p ?b FILTER(?a<?b&&'>')SERVICE<http://127.0.0.1:PORT/>{ ?s ?p ?o }#'\n }",
        "SELECT * { ?s ?p 1SERVICE <http://127.0.0.1:PORT/> { ?a ?b ?c } }",
        "SELECT * FROM <http://127.0.0.1:PORT/> { ?s ?p ?o }",
    ],
)
def test_no_query_reaches_another_server(client: httpx.Client, listener: tuple[int, list[object]], query: str) -> None:
    answer = client.post("/sparql", data={"query": query.replace("PORT", str(listener[0]))})
    assert answer.status_code == (200 if "FROM" in query else 403), answer.text
    assert not listener[1]


@pytest.mark.parametrize(
    "update",
    [
        "LOAD <http://127.0.0.1:PORT/x.ttl>",
        "LOAD <file:///etc/passwd>",
        "CLEAR ALL;LOADSILENT<http://127.0.0.1:PORT/x.ttl>",
        "LOAD SILENT <http://127.0.0.1:PORT/x.ttl> INTO GRAPH <x:y>",
        "INSERT { ?s ?p ?o } WHERE { SERVICE <http://127.0.0.1:PORT/> { ?s ?p ?o } }",
    ],
)
def test_no_update_reaches_another_server(
    client: httpx.Client, listener: tuple[int, list[object]], update: str
) -> None:
    answer = client.post("/update", data={"update": update.replace("PORT", str(listener[0]))}, headers=WRITING)
    assert answer.status_code == (204 if "LOAD SILENT" in update else 403), answer.text
    assert not listener[1]


class Remote(BaseHTTPRequestHandler):
    """Answer every query with one row, everything else with one triple."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self._send("text/turtle", b"<x:loaded> <x:p> <x:o> .")

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers["content-length"]))
        row = b'{"head":{"vars":["o"]},"results":{"bindings":[{"o":{"type":"uri","value":"x:there"}}]}}'
        self._send("application/sparql-results+json", row)

    def _send(self, kind: str, body: bytes) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        pass


def test_what_is_allowed_is_asked_and_nothing_else(tmp_path: Path, listener: tuple[int, list[object]]) -> None:
    fill(tmp_path / "store", [])
    with ThreadingHTTPServer(("127.0.0.1", 0), Remote) as remote:
        threading.Thread(target=remote.serve_forever, daemon=True).start()
        base, other = f"http://127.0.0.1:{remote.server_port}", f"http://127.0.0.1:{listener[0]}/sparql"
        with serving(tmp_path / "store", "--allow", f"{base}/sparql", "--allow", f"{base}/x.ttl") as client:
            for form in (f"SERVICE <{base}/sparql>", f"SERVICE SILENT<{base}/sparql>"):
                found = client.post("/sparql", data={"query": f"SELECT ?o {{ {form} {{ ?s ?p ?o }} }}"})
                assert found.json()["results"]["bindings"] == [{"o": {"type": "uri", "value": "x:there"}}], found.text
            load = {"update": f"LOAD <{base}/x.ttl> INTO GRAPH <x:g>"}
            assert client.post("/update", data=load).status_code == 401
            assert client.post("/update", data=load, headers=WRITING).status_code == 204
            there = client.get("/sparql", params={"query": "ASK { GRAPH <x:g> { <x:loaded> ?p ?o } }"})
            assert there.json()["boolean"] is True
            assert {*Remote.asked} == {"/sparql", "/x.ttl"}
            for address in (other, f"{base}/sparql2", f"{base}/"):
                query = f"SELECT * {{ SERVICE <{address}> {{ ?s ?p ?o }} }}"
                assert client.post("/sparql", data={"query": query}).status_code == 403
                update = {"update": f"LOAD <{address}>"}
                assert client.post("/update", data=update, headers=WRITING).status_code == 403
            dynamic = f"SELECT * {{ VALUES ?e {{ <{base}/sparql> }} SERVICE ?e {{ ?s ?p ?o }} }}"
            assert client.post("/sparql", data={"query": dynamic}).status_code == 403
        remote.shutdown()
    assert {*Remote.asked} == {"/sparql", "/x.ttl"}
    assert not listener[1]


@pytest.mark.parametrize("address", ["file:///etc/passwd", "nonsense", "ftp://x/", "http://a/<b>"])
def test_only_addresses_can_be_allowed(tmp_path: Path, address: str) -> None:
    from click.testing import CliRunner

    from kg.cli import main

    assert CliRunner().invoke(main, ["--store", str(tmp_path), "serve", "--allow", address]).exit_code == 2


def test_the_system_refuses_sockets_where_the_words_are_not_seen(tmp_path: Path) -> None:
    """The second door: a worker process that was told to ask another server cannot make a socket."""
    import subprocess
    import sys

    asked = "from kg.serve import limits; limits.refuse_sockets(); import pyoxigraph as o; "
    asked += "print(list(o.Store().query('SELECT * { SERVICE <http://127.0.0.1:8123/> { ?s ?p ?o } }')))"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 1
    assert "Permission denied" in done.stderr, done.stderr


@pytest.mark.parametrize("word", ["?service", "'service'", "<http://service>", "<x:a> . # service\n?s ?p ?o"])
def test_the_word_service_may_stand_in_names_and_texts(client: httpx.Client, word: str) -> None:
    answer = client.post(
        "/sparql", data={"query": f"PREFIX service: <x:> SELECT * {{ ?s ?p {word} . ?s service:a-service ?o }}"}
    )
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize("method", ["PUT", "POST", "DELETE", "GET", "HEAD"])
@pytest.mark.parametrize(
    "token", [None, "", "Bearer", f"Bearer {TOKEN}x", f"Bearer {TOKEN[:-1]}", f"Basic {TOKEN}", "Bearer é"]
)
def test_writing_needs_the_token(client: httpx.Client, method: str, token: str | None) -> None:
    headers = {"content-type": "text/turtle"}
    if token is not None:
        headers["authorization"] = token.encode()  # type: ignore[assignment]
    sent = client.request(method, "/store?graph=http://x/1", content=b"<x:s> <x:p> <x:o> .", headers=headers)
    assert sent.status_code in (401, 403)
    update = client.post("/update", data=INSERT, headers={"authorization": headers.get("authorization", "")})
    assert update.status_code in (401, 403)


def test_nothing_was_written_without_the_token(client: httpx.Client) -> None:
    assert client.get("/sparql", params={"query": "ASK { GRAPH <http://x/1> {} }"}).json()["boolean"] is False


def test_without_a_token_file_nobody_writes(tmp_path: Path) -> None:
    fill(tmp_path / "store", [])
    from served import free_port, process

    port = free_port()
    with process(["serve", "--store", str(tmp_path / "store"), "--port", str(port)], port=port) as client:
        assert client.post("/update", data=INSERT, headers=WRITING).status_code == 403
        assert client.put("/store?default", content=b"", headers=WRITING).status_code == 403


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:7878", "", "localhost@evil.example"]
)
@pytest.mark.parametrize("address", ["/sparql?query=ASK%7B%7D", "/health", "/update", "/store?default", "/"])
def test_a_foreign_host_is_not_answered(client: httpx.Client, host: str, address: str) -> None:
    answer = client.get(address, headers={"host": host})
    assert answer.status_code in (400, 421), answer.text
    assert client.get("/health", headers={"host": f"localhost:{client.base_url.port}"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_pages_of_other_sites_write_nothing_even_with_the_token(client: httpx.Client, headers: dict[str, str]) -> None:
    assert client.post("/update", data=INSERT, headers=WRITING | headers).status_code == 403
    assert client.delete("/store?default", headers=WRITING | headers).status_code == 403


def test_no_page_of_another_site_reads_unless_allowed(client: httpx.Client, tmp_path: Path) -> None:
    asked = {"query": "ASK {}"}
    answer = client.get("/sparql", params=asked, headers={"origin": "https://a.example"})
    assert "access-control-allow-origin" not in answer.headers
    assert client.options("/sparql", headers={"origin": "https://a.example"}).status_code == 405
    fill(tmp_path / "store", [])
    with serving(tmp_path / "store", "--cors", "https://a.example") as open_:
        allowed = open_.get("/sparql", params=asked, headers={"origin": "https://a.example"})
        assert allowed.headers["access-control-allow-origin"] == "https://a.example"
        assert "origin" in allowed.headers["vary"]
        other = open_.get("/sparql", params=asked, headers={"origin": "https://b.example"})
        assert "access-control-allow-origin" not in other.headers
        preflight = open_.options(
            "/update", headers={"origin": "https://a.example", "access-control-request-method": "POST"}
        )
        assert preflight.status_code == 204
        assert "authorization" in preflight.headers["access-control-allow-headers"]
        assert open_.post("/update", data=INSERT, headers=WRITING | {"origin": "https://a.example"}).status_code == 204


def test_header_tricks_are_refused(client: httpx.Client) -> None:
    address = ("127.0.0.1", client.base_url.port or 0)
    host = f"Host: 127.0.0.1:{address[1]}\r\n"
    tricks = [
        f"GET /health HTTP/1.1\r\n{host}Host: evil.example\r\n\r\n",
        "GET /health HTTP/1.1\r\n\r\n",
        f"POST /update HTTP/1.1\r\n{host}Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        f"POST /update HTTP/1.1\r\n{host}Content-Length: -1\r\n\r\n",
        f"GET /\x00 HTTP/1.1\r\n{host}\r\n",
        f"GET /health HTTP/9.9\r\n{host}\r\n",
        f"GET /health HTTP/1.1\r\n{host}X: {'a' * 2_000_000}\r\n\r\n",
        "\r\n\r\n\x16\x03\x01",
    ]
    for trick in tricks:
        with socket.create_connection(address, timeout=10) as raw:
            try:
                raw.sendall(trick.encode("latin-1"))
                raw.shutdown(socket.SHUT_WR)
                said = raw.recv(100)
            except OSError:
                said = b""
        assert said == b"" or said.split()[1][:1] == b"4", (trick[:80], said)
    assert client.get("/health").text == "ok\n"


def test_mutated_requests_are_answered_and_never_a_fault(client: httpx.Client) -> None:
    chance = random.Random(5)
    texts = [
        "SELECT ?s (COUNT(*) AS ?n) { ?s kgo:met ?o . FILTER(?o != 'x'@en) } GROUP BY ?s ORDER BY DESC(?n) LIMIT 3",
        "CONSTRUCT { ?s ?p ?o } WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT 2",
        "PREFIX a: <x:> ASK { VALUES (?a ?b) { (1 UNDEF) (a:b 'c') } MINUS { ?a a:c/a:d* ?b } }",
    ]
    for _ in range(400):
        text = mutated(chance.choice(texts), chance)
        accept = mutated("application/sparql-results+json;q=0.5, text/*", chance)
        headers = {"accept": accept.encode("ascii", "replace").strip()}
        answer = client.post(
            "/sparql", content=text.encode(), headers=headers | {"content-type": "application/sparql-query"}
        )  # type: ignore[arg-type]
        assert answer.status_code in (200, 400, 403, 406), (text, answer.status_code, answer.text)


def test_mutated_updates_are_answered_and_never_a_fault(client: httpx.Client) -> None:
    chance = random.Random(6)
    text = "WITH <x:g> DELETE { ?s <x:p> ?o } INSERT { ?s <x:q> 'a' } WHERE { ?s <x:p> ?o } ; DELETE WHERE { ?a ?b 1 }"
    for _ in range(100):
        sent = mutated(text, chance)
        answer = client.post(
            "/update?using-graph-uri=x:h",
            content=sent.encode(),
            headers=WRITING | {"content-type": "application/sparql-update"},
        )
        assert answer.status_code in (204, 400, 403), (sent, answer.status_code, answer.text)


def mutated(text: str, chance: random.Random) -> str:
    """Return the text with some letters taken out, doubled, swapped or replaced."""
    letters = list(text)
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(letters))
        letters[at : at + chance.randint(0, 3)] = chance.choice(
            ["", "{", "}", "'", '"', "\\", "<", "é", "\U0001f600", ";", "\t", "#", "SERVICE", "LOAD"]
        )
        letters = letters or ["x"]
    return "".join(letters)


def test_the_token_is_never_said(client: httpx.Client) -> None:
    for address in ("/sparql", "/health", "/update", "/store"):
        answer = client.request("GET", address, headers={"authorization": "Bearer wrong-token-of-a-guest"})
        assert TOKEN not in answer.text
        assert "wrong-token" not in answer.text


def test_what_a_client_sends_is_never_read_as_html(client: httpx.Client) -> None:
    answer = client.get("/sparql", params={"query": "<script>alert(1)</script>"}, headers={"accept": "text/html, */*"})
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.headers["x-content-type-options"] == "nosniff"
