"""Remote RDF stores follow the change log: Fuseki by both protocols, and `kg serve` itself."""

import json
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from pyoxigraph import NamedNode

from hand_made import entity, extraction, fill
from kg.cli import main
from kg.errors import UnavailableError, UsageError
from kg.model import Extraction, Fact
from kg.store import Reader
from kg.store.remote import Address, compare, connect, named, push
from kg.store.remote import http as remote_http
from kg.store.remote.address import DOCUMENTS
from kg.store.remote.difference import Content
from kg.writing import open_writer
from served import TOKEN, free_port, serving
from servers import real_fuseki
from servers.news import PRESS as EVERYTHING
from servers.real_fuseki import FusekiProcess

pytestmark = pytest.mark.servers
TEAM = "http://team.example/news/"
NOTE = "http://team.example/note"


def _plain(fact: Fact) -> Fact:
    """Leave out a role that RDF has no word for, and an integer that TDB2 (5.6.0), once restarted, cuts to 64 bits."""
    roles = tuple(role for role in fact.roles if role[0].isidentifier())
    large = fact.amount is not None and fact.amount.value > 2**53
    return replace(fact, roles=roles, amount=None if large else fact.amount)


PRESS = [replace(one, facts=tuple(map(_plain, one.facts))) for one in EVERYTHING]
MANY = [extraction([(entity("Ada"), "met", entity("Bob"))], title=f"Title {n}", source=f"{n}.txt") for n in range(40)]


@pytest.fixture(autouse=True)
def _nobodys_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TOKEN", "TOKEN_FILE", "USERNAME", "PASSWORD", "PASSWORD_FILE"):
        monkeypatch.delenv(f"KG_REMOTE_{name}", raising=False)


@pytest.fixture(scope="module")
def fuseki(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FusekiProcess]:
    reason = real_fuseki.missing()
    if reason is not None:
        assert not os.environ.get("CI"), reason
        pytest.skip(reason)
    server = FusekiProcess(tmp_path_factory.mktemp("fuseki") / "home")
    server.start()
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture(params=["/data", "/update"], ids=["graph-store", "update"])
def address(fuseki: FusekiProcess, request: pytest.FixtureRequest) -> Address:
    """Return Fuseki's address for one of the protocols, with nothing in it but a graph of somebody else."""
    with connect(named(f"{fuseki.uri}/update")) as target:
        target.write({DOCUMENTS + "-/cursor": None, **dict.fromkeys(target.names() or ())})
        target.write({NOTE: b"<x:a> <x:b> <x:c> .\n"})
    return named(fuseki.uri + request.param)


def filled(folder: Path, documents: Sequence[Extraction] = PRESS) -> Path:
    """Ingest with the real RDF, whose literals are of all kinds."""
    with open_writer(folder) as held:
        for one in documents:
            held.commit(one)
    return folder


def graphs(address: Address) -> dict[str, set[str]]:
    """Return what the remote store holds of each document, read as everyone can read it."""
    with connect(named(address.uri.replace("/data", "/update"))) as target:
        return {name: set(target.read(name).decode().splitlines()) for name in target.names() or ()}


def triples(folder: Path, graph: str) -> int:
    with Reader(folder) as reader:
        return len(list(reader.dataset.quads_for_pattern(None, None, None, NamedNode(graph))))


def same(folder: Path, address: Address) -> bool:
    with connect(address) as target:
        return all(one.same for one in compare(folder, target))


def test_the_whole_store_is_there_and_a_second_push_sends_nothing(address: Address, tmp_path: Path) -> None:
    store = filled(tmp_path / "s")
    with connect(address) as target:
        report = push(store, target)
        again = push(store, target)
        assert target.read(NOTE) == b"<x:a> <x:b> <x:c> .\n"
    held = graphs(address)
    assert {name: len(lines) for name, lines in held.items()} == {
        one.document.id: triples(store, one.document.id) for one in PRESS
    }
    assert (report.documents, report.removed, report.replaced) == (len(PRESS), 0, False)
    assert report.triples == sum(len(lines) for lines in held.values())
    assert (again.documents, again.removed, again.number) == (0, 0, report.number)
    assert same(store, address)


def test_only_what_changed_is_sent_and_forgetting_is_carried_over(address: Address, tmp_path: Path) -> None:
    store = filled(tmp_path / "s", PRESS[:2])
    with connect(address) as target:
        push(store, target)
        filled(store, PRESS[2:3])
        with open_writer(store) as held:
            held.forget(PRESS[0].document.id)
        report = push(store, target)
    assert report.removed == 1
    assert 1 <= report.documents <= 2  # An entity that is described otherwise now brings the other document again.
    assert set(graphs(address)) == {one.document.id for one in PRESS[1:3]}
    assert same(store, address)


def test_a_push_in_batches_ends_with_the_same(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.remote.follow._DOCUMENTS", 2)
    seen = []
    store = filled(tmp_path / "s")
    with connect(address) as target:
        push(store, target, watch=lambda done, total: seen.append((done, total)))
    assert seen[-1] == (len(PRESS), len(PRESS))
    assert len(seen) == -(-len(PRESS) // 2)
    assert same(store, address)


@pytest.mark.parametrize("failing", range(3))
def test_an_interrupted_push_goes_on_where_it_was(
    address: Address, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    monkeypatch.setattr("kg.store.remote.follow._DOCUMENTS", 1)
    store = filled(tmp_path / "s")
    with connect(address) as target:
        with pytest.raises(ZeroDivisionError):
            push(store, target, watch=lambda done, _: None if done <= failing else 1 // 0)  # type: ignore[func-returns-value, arg-type, return-value]
        report = push(store, target)
    assert report.documents == len(PRESS) - failing - 1
    assert not report.replaced
    assert same(store, address)


def test_a_server_that_was_killed_loses_nothing(address: Address, tmp_path: Path, fuseki: FusekiProcess) -> None:
    store = filled(tmp_path / "s", PRESS[:2])
    with connect(address) as target:
        push(store, target)
        filled(store)
        fuseki.stop()
        threading.Timer(1.0, fuseki.start).start()
        push(store, target)  # It tries again until the server is back.
    assert same(store, address)


def test_a_server_killed_in_the_middle_of_a_push_ends_with_the_same(
    address: Address, tmp_path: Path, fuseki: FusekiProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kg.store.remote.follow._DOCUMENTS", 1)
    store = filled(tmp_path / "s", MANY)
    again = threading.Timer(0.5, fuseki.start)

    def kill(done: int, _: int) -> None:
        if done == len(MANY) // 2:
            threading.Timer(0.02, fuseki.stop).start()  # While the next documents are being written.
            again.start()

    with connect(address) as target:
        push(store, target, watch=kill)
    again.join()
    assert len(graphs(address)) == len(MANY)
    assert same(store, address)


def test_a_push_killed_at_any_moment_is_made_whole_by_the_next(address: Address, tmp_path: Path) -> None:
    store = filled(tmp_path / "s", MANY)
    code = (
        "import sys\nfrom pathlib import Path\nfrom kg.store.remote import connect, follow, named, push\n"
        "follow._DOCUMENTS = 3\nprint('ready', flush=True)\n"
        "with connect(named(sys.argv[2])) as target:\n    push(Path(sys.argv[1]), target, rebuild=True)"
    )
    for moment in (0.02, 0.05, 0.1, 0.2, 0.3):
        with subprocess.Popen([sys.executable, "-c", code, str(store), address.uri], stdout=subprocess.PIPE) as process:
            assert process.stdout is not None
            assert process.stdout.readline() == b"ready\n"
            time.sleep(moment)
            process.kill()
    with connect(address) as target:
        push(store, target)
    assert same(store, address)


def test_what_differs_is_found_and_rebuild_mends_it(address: Address, tmp_path: Path) -> None:
    store = filled(tmp_path / "s")
    wrong, missing = PRESS[0].document.id, PRESS[1].document.id
    with connect(address) as target:
        push(store, target)
        target.write({wrong: b"<x:a> <x:b> <x:c> .\n", missing: None})
        found = {one.kind: one for one in compare(store, target)}
        assert (found[wrong].graph, found[missing].graph) == (1, 0)
        assert found["changes"].same
        assert not found["documents"].same
        assert found["documents"].store == found["documents"].graph + 1
        assert not found["triples"].same
        assert set(found) == {"changes", "documents", "triples", wrong, missing}
        assert push(store, target).documents == 0
        report = push(store, target, rebuild=True)
    assert report.replaced
    assert same(store, address)


def test_the_documents_of_another_store_are_kept_unless_asked(
    address: Address, tmp_path: Path, fuseki: FusekiProcess
) -> None:
    one, other = filled(tmp_path / "one", PRESS[:3]), filled(tmp_path / "other", PRESS[2:4])
    with connect(address) as target:
        push(one, target)
        before = graphs(address)
        with pytest.raises(UsageError, match="another store"):
            push(other, target)
        assert graphs(address) == before
        if not address.update:
            with pytest.raises(UsageError, match="cannot list"):
                push(other, target, rebuild=True)
            assert graphs(address) == before
    with connect(named(f"{fuseki.uri}/update")) as target:
        push(other, target, rebuild=True)
        assert target.read(NOTE)
    assert set(graphs(address)) == {one.document.id for one in PRESS[2:4]}
    assert same(other, address)


def test_a_store_that_was_set_back_is_sent_again(address: Address, tmp_path: Path) -> None:
    store = filled(tmp_path / "s", PRESS[:2])
    with connect(address) as target:
        push(store, target)
        identity = (store / "identity").read_text()
        again = filled(tmp_path / "again", PRESS[1:3])
        (again / "identity").write_text(identity)
        report = push(again, target)
    assert report.replaced
    assert same(again, address) or not address.update
    assert {one.document.id for one in PRESS[1:3]} <= set(graphs(address))


def test_two_stores_live_side_by_side_under_names_of_their_own(address: Address, tmp_path: Path) -> None:
    one, other = filled(tmp_path / "one", PRESS[:2]), filled(tmp_path / "other", PRESS[1:3])
    beside = named(address.uri, graphs=TEAM)
    with connect(address) as target, connect(beside) as second:
        push(one, target)
        push(other, second)
        assert second.read(TEAM + PRESS[2].document.id.removeprefix(DOCUMENTS))
    assert same(one, address)
    assert same(other, beside)
    with connect(named(beside.uri.replace("/data", "/update"), graphs=TEAM)) as target:
        target.write({TEAM + "-/cursor": None, **dict.fromkeys(target.names() or ())})


def test_characters_of_all_kinds_come_through(address: Address, tmp_path: Path) -> None:
    odd = entity("L'\\u0022 \"\\ }; DROP ALL # \t\r\n\x0b\x7f\u2028 « é » 🦉 ?x $y")
    store = filled(tmp_path / "s", [extraction([(odd, "met", entity("Ada"))], title="} ; CLEAR ALL")])
    with connect(address) as target:
        push(store, target)
        assert target.read(NOTE)
    assert same(store, address)


def kg(*arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments])


def test_the_command_speaks_to_the_remote_store(address: Address, tmp_path: Path) -> None:
    store = str(filled(tmp_path / "s"))
    report = json.loads(kg("--store", store, "sync", address.uri).stdout)
    assert (report["documents"], report["target"]) == (len(PRESS), address.uri)
    checked = kg("--store", store, "sync", address.uri, "--check", "--format", "jsonl")
    assert checked.exit_code == 0
    assert [json.loads(line)["kind"] for line in checked.stdout.splitlines()] == ["changes", "documents", "triples"]
    with connect(address) as target:
        target.write({PRESS[0].document.id: None})
    wrong = kg("--store", store, "sync", address.uri, "--check")
    assert wrong.exit_code == 1
    assert "kg sync --rebuild" in wrong.stderr
    again = kg("--store", store, "sync", address.uri, "--rebuild", "--check", "--format", "table")
    assert again.exit_code == 0
    assert "0 documents written" in kg("--store", store, "sync", address.uri, "--format", "table").stdout


@pytest.mark.parametrize("end", ["/data", "/update", "/nothing"])
def test_a_dataset_that_is_not_there_is_a_usage_error(fuseki: FusekiProcess, tmp_path: Path, end: str) -> None:
    store = filled(tmp_path / "s", PRESS[:1])
    result = kg("--store", str(store), "sync", f"{fuseki.uri}-not{end}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("kg: ")


@pytest.mark.parametrize("end", ["/store", "/update"])
def test_kg_serve_is_a_remote_store_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, end: str) -> None:
    store, theirs = filled(tmp_path / "s"), filled(tmp_path / "theirs", PRESS[:1])
    with serving(theirs) as client:
        uri = f"{client.base_url}{end}".replace("//store", "/store").replace("//update", "/update")
        assert kg("--store", str(store), "sync", uri, "--graphs", TEAM).exit_code == 2  # It wants the token.
        monkeypatch.setenv("KG_REMOTE_TOKEN", "a-token-that-is-wrong")
        refused = kg("--store", str(store), "sync", uri, "--graphs", TEAM)
        assert refused.exit_code == 2
        assert "a-token-that-is-wrong" not in refused.output
        (tmp_path / "token").write_text(f"{TOKEN}\n")
        monkeypatch.delenv("KG_REMOTE_TOKEN")
        monkeypatch.setenv("KG_REMOTE_TOKEN_FILE", str(tmp_path / "token"))
        own = kg("--store", str(store), "sync", uri)
        assert own.exit_code == 2  # Its own documents come from its own ledger.
        assert "--graphs" in own.stderr
        report = json.loads(kg("--store", str(store), "sync", uri, "--graphs", TEAM).stdout)
        assert report["documents"] == len(PRESS)
        checked = kg("--store", str(store), "sync", uri, "--graphs", TEAM, "--check")
        assert checked.exit_code == 0, checked.output
        found = client.get("/sparql", params={"query": "SELECT DISTINCT ?g { GRAPH ?g { ?s ?p ?o } }"}).json()
        assert len(found["results"]["bindings"]) == len(PRESS) + 2  # The cursor, and their own one.


class Moody(BaseHTTPRequestHandler):
    """Answer each request with the next of the server's answers; the last goes on."""

    protocol_version = "HTTP/1.1"
    answers: list[int]
    seen: list[tuple[str, str | None]]

    def _answer(self) -> None:
        self.rfile.read(int(self.headers.get("content-length", 0)))
        self.seen.append((self.command, self.headers.get("authorization")))
        status = self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]
        if status == 0:
            self.close_connection = True
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.send_response(status)
        self.send_header("content-length", "5")
        self.end_headers()
        self.wfile.write(b"words" if status >= 400 else b"\n    ")

    do_GET = do_PUT = do_DELETE = do_POST = _answer  # noqa: N815 - the names that the library calls

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def moody(*answers: int) -> Iterator[tuple[str, type[Moody]]]:
    handler = type("Handler", (Moody,), {"answers": [*answers], "seen": []})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/data", handler
        server.shutdown()


@pytest.fixture
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(remote_http, "PAUSES", (0.01, 0.01, 0.01))


@pytest.mark.usefixtures("_quick")
def test_a_server_that_is_busy_or_cut_off_is_asked_again(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", PRESS[:1])
    with moody(503, 0, 404, 429, 201, 502, 201) as (uri, handler), connect(named(uri)) as target:
        assert push(store, target).documents == 1
    assert [method for method, _ in handler.seen] == ["GET"] * 3 + ["PUT"] * 4


@pytest.mark.usefixtures("_quick")
@pytest.mark.parametrize(
    ("status", "error"),
    [(503, UnavailableError), (0, UnavailableError), (500, UnavailableError), (401, UsageError), (403, UsageError),
     (405, UsageError), (301, UsageError)],
)  # fmt: skip
def test_a_server_that_refuses_says_why(tmp_path: Path, status: int, error: type[Exception]) -> None:
    store = filled(tmp_path / "s", PRESS[:1])
    with moody(status) as (uri, handler), connect(named(uri)) as target, pytest.raises(error) as caught:
        push(store, target)
    assert getattr(caught.value, "hint", "")
    assert len(handler.seen) == (4 if status in (503, 0) else 1)


@pytest.mark.usefixtures("_quick")
def test_a_user_and_a_password_are_sent_and_never_shown(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KG_REMOTE_USERNAME", "ada")
    monkeypatch.setenv("KG_REMOTE_PASSWORD", "my-secret")
    store = filled(tmp_path / "s", PRESS[:1])
    with moody(401) as (uri, handler):
        result = kg("--store", str(store), "sync", uri)
    assert handler.seen[0][1] == "Basic YWRhOm15LXNlY3JldA=="
    assert result.exit_code == 2
    assert "my-secret" not in result.output
    assert "YWRh" not in repr(named(uri)) + result.output


@pytest.mark.usefixtures("_quick")
def test_a_server_that_is_down_can_be_tried_again(tmp_path: Path) -> None:
    store = filled(tmp_path / "s", PRESS[:1])
    for options in ([], ["--check"], ["--rebuild"]):
        result = kg("--store", str(store), "sync", f"http://127.0.0.1:{free_port()}/data", *options)
        assert (result.exit_code, result.stdout) == (3, "")
        assert "cannot be reached" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (["http://ada:my-secret@localhost/data"], "KG_REMOTE_PASSWORD"),
        (["http://"], "no address"),
        (["http://host:x/data"], "no address"),
        (["http://h/data", "--database", "d"], "--database"),
        (["bolt://localhost", "--graphs", "x:y"], "--graphs"),
        (["http://h/update", "--query", "nonsense"], "no address"),
        (["http://h/data", "--graphs", "> ; DROP ALL"], "--graphs"),
    ],
)
def test_broken_addresses_and_options(tmp_path: Path, arguments: list[str], word: str) -> None:
    fill(tmp_path / "s", [])
    result = kg("--store", str(tmp_path / "s"), "sync", *arguments)
    assert result.exit_code == 2, result.output
    assert word in result.stderr
    assert "my-secret" not in result.output


def test_the_same_numbers_written_otherwise_are_the_same() -> None:
    text = '<x:a> <x:b> "{}"^^<http://www.w3.org/2001/XMLSchema#decimal> .\n'
    assert Content.of(text.format("0.90").encode()) == Content.of(text.format("0.9").encode())
    assert Content.of(text.format("0.90").encode()) != Content.of(text.format("0.91").encode())
