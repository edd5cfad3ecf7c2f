"""The server under test, with the datasets that the suites want in it."""

from typing import ClassVar

import httpx
from pyoxigraph import NamedNode, Quad, RdfFormat, serialize

from served import WRITING
from w3c.compare import graph_of

TRIPLES = "application/n-triples"
SOLUTIONS = "application/sparql-results+json"


class Endpoint:
    """Speak to a server with an empty dataset and know what was loaded last."""

    LOADING: ClassVar[str] = "DROP ALL ; INSERT DATA {{ {} }}"

    def __init__(self, client: httpx.Client) -> None:
        self.client = client
        self._held: frozenset[Quad] | None = None

    def load(self, quads: set[Quad]) -> None:
        """Make these quads the whole dataset."""
        if self._held != quads:
            parts = [_block(name, quads) for name in {quad.graph_name for quad in quads}]
            self.update(self.LOADING.format(" ".join(parts)))
            self._held = frozenset(quads)

    def update(self, text: str) -> None:
        self.touched()
        answer = self.client.post("/update", data={"update": text}, headers=WRITING)
        assert answer.status_code == 204, answer.text

    def touched(self) -> None:
        """Forget what was loaded: a test has changed it."""
        self._held = None

    def dataset(self) -> set[Quad]:
        """Return the whole dataset, graph by graph."""
        quads = self._graph({"default": ""}, None)
        query = {"query": "SELECT ?g { GRAPH ?g {} }"}
        listed = self.client.get("/sparql", params=query, headers={"accept": SOLUTIONS}).json()
        for row in listed["results"]["bindings"]:
            quads |= self._graph({"graph": row["g"]["value"]}, row["g"]["value"])
        return quads

    def _graph(self, which: dict[str, str], name: str | None) -> set[Quad]:
        found = self.client.get("/store", params=which, headers={**WRITING, "accept": TRIPLES})
        assert found.status_code == 200, found.text
        return graph_of(found.content, RdfFormat.N_TRIPLES, "x:base", name)


def _block(name: object, quads: set[Quad]) -> str:
    triples = [quad.triple for quad in quads if quad.graph_name == name]
    text = (serialize(triples, format=RdfFormat.N_TRIPLES) or b"").decode()
    return f"GRAPH {name} {{ {text} }}" if isinstance(name, NamedNode) else text
