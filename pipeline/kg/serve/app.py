"""The application: which address does what."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.serve import graph_store, guard, reply
from kg.serve.explorer import Explorer
from kg.serve.graph_store import GraphStore
from kg.serve.pool import Pool
from kg.serve.reading import Reading
from kg.serve.refusal import Refusal
from kg.serve.settings import Settings
from kg.serve.snapshots import Snapshots
from kg.serve.writing import Writing

Handler = Callable[[Request], Awaitable[Response]]
_SPARQL: Final = "/sparql"
_STORE: Final = ["GET", "PUT", "POST", "DELETE"]


class Server:
    """Answer requests on one store."""

    def __init__(self, settings: Settings) -> None:
        """Start nothing yet: the workers start with the application."""
        self._settings = settings
        self._pool = Pool(settings)
        self._writing = Writing(settings)
        snapshots = Snapshots(settings, self._writing)
        self._reading = Reading(settings, self._pool, snapshots)
        self._explorer = Explorer(settings)
        self._graphs = GraphStore(settings, self._reading, self._writing, snapshots)

    def application(self) -> ASGIApp:
        """Return the ASGI application; nothing in it is reached under a foreign name."""
        sparql = self._guarded(self._reading.sparql)
        routes = [
            self._route(_SPARQL, self._reading.sparql, ["GET", "POST"]),
            self._route("/health", self._reading.health, ["GET"]),
            self._route("/update", self._graphs.update, ["POST"]),
            self._route("/", self._explorer.page, ["GET"]),
            self._route("/page/documents", self._explorer.documents, ["GET"]),
            self._route("/page/document", self._explorer.document, ["GET"]),
            self._route("/page/{name}", self._explorer.file, ["GET"]),
            self._route(graph_store.PATH, self._graphs.store, _STORE),
            self._route(graph_store.PATH + "/{name:path}", self._graphs.store, _STORE),
        ]
        return self._named(Starlette(routes=routes, lifespan=self._life), sparql)

    def _named(self, inner: ASGIApp, sparql: Handler) -> ASGIApp:
        """Return an application that refuses foreign names, and hands queries by GET to their handler at once.

        To walk all routes and layers for them takes as long as to evaluate a small one.
        """
        hosts = self._settings.hosts()

        async def checked(scope: Scope, receive: Receive, send: Send) -> None:
            answer = inner
            if scope["type"] == "http":
                try:
                    guard.check_host(scope["headers"], hosts)
                    if scope["method"] == "GET" and scope["path"] == _SPARQL:
                        answer = await sparql(Request(scope, receive))
                except Refusal as refusal:
                    answer = reply.refused(refusal)
                if scope["method"] != "GET":
                    await asyncio.sleep(0)  # Who sent a body broken from its start is told so, and is gone by then.
            await answer(scope, receive, send)

        return checked

    @contextlib.asynccontextmanager
    async def _life(self, _: Starlette) -> AsyncIterator[None]:
        await self._pool.start()
        try:
            yield
        finally:
            await self._pool.stop()
            await self._writing.stop()

    def _route(self, path: str, handler: Handler, methods: list[str]) -> Route:
        """Return the route of a handler; where other sites' pages may read, they may ask first."""
        return Route(path, self._guarded(handler), methods=[*methods, "OPTIONS"] if self._settings.cors else methods)

    def _guarded(self, handler: Handler) -> Handler:
        """Return a handler that answers refusals, too, and tells browsers who may read."""

        async def guarded(request: Request) -> Response:
            try:
                preflight = request.method == "OPTIONS"
                answer = guard.preflight(request, self._settings) if preflight else await handler(request)
            except Refusal as refusal:
                answer = reply.refused(refusal)
            except asyncio.CancelledError:  # Only the end of the server cancels what it answers.
                answer = reply.refused(Refusal(503, "the server is being stopped", "ask again when it is back"))
            allowing = guard.allowing(request, self._settings)
            if allowing:
                answer.headers.update(allowing)
            return answer

        return guarded
