"""The application: which address does what."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final

from starlette.applications import Starlette
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Receive, Scope, Send

from kg.serve import graph_store, guard, reply
from kg.serve.graph_store import GraphStore
from kg.serve.pool import Pool
from kg.serve.reading import Reading
from kg.serve.refusal import Refusal
from kg.serve.settings import Settings
from kg.serve.snapshots import Snapshots
from kg.serve.writing import Writing

Handler = Callable[[Request], Awaitable[Response]]
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
        self._graphs = GraphStore(settings, self._reading, self._writing, snapshots)

    def application(self) -> ASGIApp:
        """Return the ASGI application; nothing in it is reached under a foreign name."""
        routes = [
            self._route("/sparql", self._reading.sparql, ["GET", "POST"]),
            self._route("/health", self._reading.health, ["GET"]),
            self._route("/update", self._graphs.update, ["POST"]),
            self._route(graph_store.PATH, self._graphs.store, _STORE),
            self._route(graph_store.PATH + "/{name:path}", self._graphs.store, _STORE),
        ]
        return self._named(Starlette(routes=routes, lifespan=self._life))

    def _named(self, inner: ASGIApp) -> ASGIApp:
        async def checked(scope: Scope, receive: Receive, send: Send) -> None:
            answer = inner
            if scope["type"] == "http":
                try:
                    guard.check_host(Headers(scope=scope), self._settings)
                except Refusal as refusal:
                    answer = reply.refused(refusal)
                await asyncio.sleep(0)  # Who sent a body broken from its start is told so first, and is gone by then.
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
        """Return a route that answers refusals, too, and tells browsers who may read."""

        async def guarded(request: Request) -> Response:
            try:
                preflight = request.method == "OPTIONS"
                answer = guard.preflight(request, self._settings) if preflight else await handler(request)
            except Refusal as refusal:
                answer = reply.refused(refusal)
            answer.headers.update(guard.allowing(request, self._settings))
            return answer

        return Route(path, guarded, methods=[*methods, "OPTIONS"] if self._settings.cors else methods)
