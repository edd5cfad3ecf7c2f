"""A remote store: graphs that are read, replaced and removed as a whole, by either of two protocols."""

import re
from collections.abc import Iterable, Mapping
from types import TracebackType
from typing import Final, Protocol, Self
from urllib.parse import quote, urlencode

from kg.errors import UsageError
from kg.store.remote.address import Address
from kg.store.remote.http import Http

Graphs = Mapping[str, bytes | None]
"""The N-Triples of each graph to replace, None for one to remove; they are written in this order."""
_TRIPLES: Final = "application/n-triples"
_DOCUMENT: Final = re.compile("[0-9a-f]{20}")
_SIBLINGS: Final = ("/query", "/sparql")


class Target(Protocol):
    """Read and write the graphs of a remote store."""

    address: Address

    def read(self, graph: str) -> bytes:
        """Return the N-Triples of a graph, nothing where there is none."""
        ...

    def write(self, graphs: Graphs) -> None:
        """Replace and remove graphs."""
        ...

    def names(self) -> list[str] | None:
        """Return the names of all graphs of documents, None where the protocol has no way to ask."""
        ...

    def close(self) -> None:
        """End the connection."""
        ...

    def __enter__(self) -> Self:
        """Return the target itself."""
        ...

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the connection."""
        ...


class _Connected:
    """Hold the connection; use it with `with`."""

    def __init__(self, address: Address) -> None:
        self.address = address
        self._http = Http(address)

    def close(self) -> None:
        """End the connection."""
        self._http.close()

    def __enter__(self) -> Self:
        """Return the target itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the connection."""
        self.close()


class GraphStore(_Connected):
    """Speak the SPARQL 1.1 Graph Store Protocol: a request a graph."""

    def read(self, graph: str) -> bytes:
        """Return the N-Triples of a graph, nothing where there is none."""
        reply = self._http.ask("GET", self._url(graph), {"Accept": _TRIPLES})
        return b"" if reply.status == 404 else reply.body

    def write(self, graphs: Graphs) -> None:
        """Replace and remove graphs, one after the other."""
        for graph, triples in graphs.items():
            if triples is None:
                self._http.ask("DELETE", self._url(graph), {})
            elif self._http.ask("PUT", self._url(graph), {"Content-Type": _TRIPLES}, triples).status == 404:
                hint = "name its Graph Store, such as http://HOST:3030/DATASET/data"
                raise UsageError(f"there is no Graph Store at {self.address.uri}", hint)

    def names(self) -> list[str] | None:
        """Return None: the protocol does not list graphs."""
        return None

    def _url(self, graph: str) -> str:
        joint = "&" if "?" in self.address.uri else "?"
        return f"{self.address.uri}{joint}graph={quote(graph, safe='')}"


class Endpoint(_Connected):
    """Speak SPARQL 1.1 Update and Query: many graphs a request, which most servers take as one transaction."""

    def __init__(self, address: Address) -> None:
        """Find the endpoint that answers queries.

        Raises UsageError where there is none.
        """
        super().__init__(address)
        try:
            self._query = address.query or self._sibling()
        except BaseException:
            self.close()
            raise

    def read(self, graph: str) -> bytes:
        """Return the N-Triples of a graph, nothing where there is none."""
        return self._ask(f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ GRAPH <{graph}> {{ ?s ?p ?o }} }}", _TRIPLES)

    def write(self, graphs: Graphs) -> None:
        """Replace and remove graphs in one request."""
        text = b" ;\n".join(_statements(graphs))
        headers = {"Content-Type": "application/sparql-update; charset=utf-8"}
        if self._http.ask("POST", self.address.uri, headers, text).status == 404:
            hint = "name it, such as http://HOST:3030/DATASET/update"
            raise UsageError(f"there is no update endpoint at {self.address.uri}", hint)

    def names(self) -> list[str]:
        """Return the names of all graphs of documents."""
        start = self.address.graphs
        query = f'SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} FILTER(STRSTARTS(STR(?g), "{start}")) }}'
        lines = self._ask(query, "text/csv").decode().splitlines()
        return [name for name in lines[1:] if _DOCUMENT.fullmatch(name.removeprefix(start))]

    def _ask(self, query: str, accept: str) -> bytes:
        form = {"Content-Type": "application/x-www-form-urlencoded", "Accept": accept}
        reply = self._http.ask("POST", self._query, form, urlencode({"query": query}).encode())
        if reply.status == 404:
            raise UsageError(f"there is no query endpoint at {self._query}", "name it with --query URL")
        return reply.body

    def _sibling(self) -> str:
        """Return the query endpoint that lies where servers of this kind have it."""
        stem = self.address.uri.partition("?")[0].removesuffix("/update")
        for name in _SIBLINGS:
            url = f"{stem}{name}?{urlencode({'query': 'ASK {}'})}"
            if self._http.ask("GET", url, {"Accept": "application/sparql-results+json"}).status != 404:
                return stem + name
        raise UsageError(f"no query endpoint is found beside {self.address.uri}", "name it with --query URL")


def connect(address: Address) -> GraphStore | Endpoint:
    """Return the store at the address; a Graph Store is asked nothing yet.

    Raises UnavailableError, UsageError.
    """
    return Endpoint(address) if address.update else GraphStore(address)


def _statements(graphs: Graphs) -> Iterable[bytes]:
    for graph, triples in graphs.items():
        name = f"<{graph}>".encode()
        yield b"DROP SILENT GRAPH " + name
        if triples:
            yield b"INSERT DATA { GRAPH " + name + b" {\n" + triples + b"} }"
