"""The W3C suites of SPARQL 1.1 over HTTP: the tests of tests/w3c sent to ours and to three peers."""

import contextlib
import tempfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

import httpx
from pyoxigraph import Quad, RdfFormat

from benchmarks import machine, peers, table
from benchmarks.peers import Endpoint as Server
from served import WRITING, serving
from w3c import test_evaluation, test_http
from w3c.compare import graph_of
from w3c.endpoint import TRIPLES, Endpoint
from w3c.manifests import Case

Test = Callable[[Case, Endpoint], None]


def _described(case: Case, endpoint: Endpoint) -> None:
    test_http.test_service_description(case, "text/turtle", endpoint)


SUITES: Final[dict[str, tuple[Test, Sequence[Case]]]] = {
    "query evaluation": (test_evaluation.test_query, test_evaluation.QUERIES),
    "update evaluation": (test_evaluation.test_update, test_evaluation.UPDATES),
    "protocol": (test_http.test_protocol, test_http.PROTOCOL),
    "graph store protocol": (test_http.test_graph_store, test_http.STORE),
    "service description": (_described, test_http.DESCRIPTION),
}


class Elsewhere(httpx.Client):
    """Send what the tests send to our addresses to those of another server."""

    def __init__(self, server: Server, places: dict[str, str]) -> None:
        """Keep which address stands for which of ours."""
        super().__init__(base_url=f"http://127.0.0.1:{server.port}", timeout=30)
        self._places = places

    def request(self, method: str, url: httpx.URL | str, **options: object) -> httpx.Response:  # type: ignore[override]
        """Send a request to the address that stands for the one given."""
        text = str(url)
        name = next((one for one in self._places if text.startswith(one)), None)
        if name is not None:
            text = self._places[name] + text.removeprefix(name)
        return super().request(method, text, **options)  # type: ignore[arg-type]


class Peer(Endpoint):
    """Ask a server that may confirm an update otherwise than ours does."""

    def update(self, text: str) -> None:
        """Send an update; raises AssertionError where it was not done."""
        self.touched()
        answer = self.client.post("/update", data={"update": text})
        assert answer.is_success, answer.text


class Asked(Peer):
    """Read the dataset by queries, since the server has no graph store that would show what an update did.

    rdflib 7.6 cannot INSERT DATA into the default graph; what it can do loads what the tests want to be there.
    """

    LOADING = "DROP ALL ; INSERT {{ {} }} WHERE {{}}"

    def _graph(self, which: dict[str, str], name: str | None) -> set[Quad]:
        inner = f"GRAPH <{which['graph']}> {{ ?s ?p ?o }}" if "graph" in which else "?s ?p ?o"
        asked = {"query": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {inner} }}"}
        found = self.client.get("/sparql", params=asked, headers={"accept": TRIPLES})
        assert found.status_code == 200, found.text
        return graph_of(found.content, RdfFormat.N_TRIPLES, "x:base", name)


def main() -> None:
    """Print how many tests of each suite each server passes, and which of ours fail."""
    print(machine.described())
    with tempfile.TemporaryDirectory() as work, contextlib.ExitStack() as stack:
        servers = {name: stack.enter_context(one) for name, one in _servers(Path(work)).items()}
        passed = {name: {suite: _passed(suite, one) for suite in SUITES} for name, one in servers.items()}
    counts = {suite: len(cases) for suite, (_, cases) in SUITES.items()}
    rows = [[name, *(f"{len(found[suite])} of {counts[suite]}" for suite in SUITES)] for name, found in passed.items()]
    table.show("Tests passed through HTTP", ["server", *SUITES], rows)
    for suite, (_, cases) in SUITES.items():
        failed = sorted({case.name for case in cases} - passed["kg serve"][suite])
        print(f"\n{suite}: kg serve fails {', '.join(failed) or 'none'}")


def _passed(suite: str, endpoint: Endpoint) -> set[str]:
    """Return the names of the tests that a server passes; whatever goes wrong in one is a failure of that one."""
    test, cases = SUITES[suite]
    found = set[str]()
    for case in cases:
        try:
            test(case, endpoint)
        except Exception:  # noqa: BLE001 - counted, not hidden: what is not found has failed
            endpoint.touched()
        else:
            found.add(case.name)
    return found


def _servers(work: Path) -> dict[str, contextlib.AbstractContextManager[Endpoint]]:
    return {
        "kg serve": _ours(work / "dataset"),
        "oxigraph serve": _theirs(peers.oxigraph_empty(work), {"/sparql": "/query"}),
        "Fuseki, in memory": _theirs(
            peers.fuseki_empty(work), {"/sparql": "/news/query", "/update": "/news/update", "/store": "/news/data"}
        ),
        "rdflib-endpoint": _theirs(peers.rdflib_empty(), {"/sparql": "/", "/update": "/"}),
    }


@contextlib.contextmanager
def _ours(folder: Path) -> Iterator[Endpoint]:
    with serving(folder, "--dataset", str(folder)) as client:
        yield Endpoint(client)


@contextlib.contextmanager
def _theirs(opened: contextlib.AbstractContextManager[Server], places: dict[str, str]) -> Iterator[Endpoint]:
    with opened as server, Elsewhere(server, places) as client:
        client.headers.update(WRITING)
        del client.headers["accept"]  # The suites' requests say what they want, or nothing.
        yield Asked(client) if server.name == "rdflib-endpoint" else Peer(client)


if __name__ == "__main__":
    main()
