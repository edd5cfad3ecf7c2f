"""`/update` and `/store`: the SPARQL 1.1 Update and Graph Store Protocols on the graphs of users."""

import hashlib
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from kg.serve import guard, protocol, reply
from kg.serve.change import Change, Verb
from kg.serve.formats import GRAPHS, chosen
from kg.serve.reading import Reading
from kg.serve.refusal import Refusal
from kg.serve.settings import Settings
from kg.serve.snapshots import Snapshots
from kg.serve.task import Query
from kg.serve.writing import Writing

PATH: Final = "/store"
_VERBS: Final[dict[str, Verb]] = {"PUT": "put", "POST": "post", "DELETE": "delete"}


class GraphStore:
    """Change graphs for who bears the token."""

    def __init__(self, settings: Settings, reading: Reading, writing: Writing, snapshots: Snapshots) -> None:
        """Keep what changes need."""
        self._settings, self._reading, self._writing, self._snapshots = settings, reading, writing, snapshots

    async def update(self, request: Request) -> Response:
        """Answer a SPARQL update."""
        self._check(request)
        asked = await protocol.operation(request, protocol.UPDATE, self._settings.body)
        base = protocol.address(request)
        change = Change("update", None, asked.text, base, asked.default, asked.named)
        return Response(status_code=await self._change(change))

    async def store(self, request: Request) -> Response:
        """Answer a request of the Graph Store Protocol."""
        self._check(request)
        if request.method in ("GET", "HEAD"):
            return await self._read(request)
        verb = _VERBS[request.method]
        content = request.headers.get("content-type", "")
        protocol.media_type(request)
        body = b"" if verb == "delete" else await protocol.body(request, self._settings.body)
        graph, made = _target(request), False
        if graph == "":
            graph, made = _new_name(request, content, body), True
        base = graph or protocol.address(request)
        status = await self._change(Change(verb, None, base=base, graph=graph, content=content, body=body))
        headers = {"location": graph} if made and graph else {}
        return Response(status_code=201 if made else status, headers=headers)

    def _check(self, request: Request) -> None:
        guard.check_origin(request, self._settings)
        guard.check_token(request, self._settings)

    async def _change(self, change: Change) -> int:
        documents = self._snapshots.documents()
        changed = await self._writing.ask(change.on(documents))
        self._snapshots.changed(documents, changed.snapshot)
        return changed.status

    async def _read(self, request: Request) -> Response:
        graph = _target(request)
        layout = chosen(request.headers.get("accept"), GRAPHS)
        address = protocol.address(request)
        if graph == "":
            raise Refusal(400, "no graph is named", "add ?graph=IRI or ?default")
        inner = "?s ?p ?o" if graph is None else f"GRAPH <{graph}> {{ ?s ?p ?o }}"
        if graph is not None:
            there = await self._reading.ask(Query(f"ASK {{ GRAPH <{graph}> {{}} }}", None, address, union=False))
            if b"true" not in (there.whole() or b""):
                raise Refusal(404, f"there is no graph <{graph}>")
        text = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {inner} }}"
        return reply.whole(await self._reading.ask(Query(text, None, address, union=False, graphs=layout.name)))


def _target(request: Request) -> str | None:
    """Return the graph that a request names, None for the default graph, nothing where it names none."""
    parameters = protocol.pairs(request.scope["query_string"])
    names = [key for key, _ in parameters]
    if request.path_params.get("name"):
        if parameters:
            raise Refusal(400, "the graph is named by the path and by parameters", "name it once")
        return protocol.iri(protocol.address(request))
    if sorted(names) == ["default"]:
        return None
    if names == ["graph"]:
        return protocol.iri(parameters[0][1])
    if names or request.method not in ("POST", "GET", "HEAD"):
        raise Refusal(400, "no graph is named", "add ?graph=IRI or ?default")
    return ""


def _new_name(request: Request, content: str, body: bytes) -> str:
    """Return the name of a graph that is posted without one: the same triples get the same name."""
    found = hashlib.blake2b(content.encode() + b"\n" + body, digest_size=16).hexdigest()
    return f"{protocol.address(request)}/{quote(found)}"
