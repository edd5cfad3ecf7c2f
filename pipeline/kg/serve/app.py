"""The application: which address does what."""

import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Final

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from kg.serve import guard, protocol, reply
from kg.serve.formats import GRAPHS, RESULTS, choose
from kg.serve.pool import Pool
from kg.serve.refusal import Refusal
from kg.serve.settings import Settings
from kg.serve.snapshots import Snapshots
from kg.serve.task import Query

Handler = Callable[[Request], Awaitable[Response]]
_SAFE: Final = {"vary": "accept", "x-content-type-options": "nosniff", "cache-control": "no-cache"}


class Server:
    """Answer requests on one store."""

    def __init__(self, settings: Settings) -> None:
        """Start nothing yet: the workers start with the application."""
        self._settings = settings
        self._pool = Pool(settings)
        self._snapshots = Snapshots(settings.folder)

    def application(self) -> Starlette:
        """Return the ASGI application."""
        routes = [
            self._route("/sparql", self._sparql, ["GET", "POST"]),
            self._route("/health", self._health, ["GET"]),
        ]
        return Starlette(routes=routes, lifespan=self._life)

    @contextlib.asynccontextmanager
    async def _life(self, _: Starlette) -> AsyncIterator[None]:
        await self._pool.start()
        try:
            yield
        finally:
            await self._pool.stop()

    def _route(self, path: str, handler: Handler, methods: list[str]) -> Route:
        async def guarded(request: Request) -> Response:
            try:
                guard.check_host(request, self._settings)
                return await handler(request)
            except Refusal as refusal:
                return reply.refused(refusal)

        return Route(path, guarded, methods=methods)

    async def _health(self, _: Request) -> Response:
        body = await self._pool.ask(Query("ASK {}", self._snapshots.newest(), "http://localhost/"))
        body.close()
        return PlainTextResponse("ok\n")

    async def _sparql(self, request: Request) -> Response:
        asked = await protocol.operation(request, protocol.QUERY, self._settings.body)
        accept = request.headers.get("accept")
        results, graphs = choose(accept, RESULTS), choose(accept, GRAPHS)
        query = Query(
            asked.text,
            self._snapshots.newest(),
            str(request.url.replace(query="", fragment="")),
            asked.default,
            asked.named,
            union=not self._settings.scratch,
            results=None if results is None else results.name,
            graphs=None if graphs is None else graphs.name,
        )
        body = await self._pool.ask(query)
        return reply.whole(body, {**_SAFE, **guard.allowing(request, self._settings)})
