"""`/sparql`: queries, and the description of the service where none is asked."""

from pathlib import Path
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from kg.serve import description, protocol, reply
from kg.serve.body import Body
from kg.serve.formats import GRAPHS, chosen, negotiated
from kg.serve.lookup import Lookups
from kg.serve.pool import Pool
from kg.serve.refusal import Refusal
from kg.serve.settings import Settings
from kg.serve.snapshots import Snapshots
from kg.serve.task import Query

_GONE: Final = 410
_FAILED: Final = 500
_TRIES: Final = 3


class Reading:
    """Answer queries on the newest snapshot."""

    def __init__(self, settings: Settings, pool: Pool, snapshots: Snapshots) -> None:
        """Keep what queries need."""
        self._settings, self._pool, self._snapshots = settings, pool, snapshots
        self._lookups = Lookups()

    async def ask(self, query: Query) -> Body:
        """Return the whole answer to a query on the newest snapshot; raises Refusal."""
        snapshot = None
        for last in range(_TRIES):
            try:
                snapshot = await self._snapshots.newest()
                return self._lookups.answer(query, snapshot) or await self._pool.ask(query.on(snapshot))
            except Refusal as refusal:
                if refusal.status != _GONE and not (refusal.status >= _FAILED and _deleted(snapshot)):
                    raise
                if last == _TRIES - 1:
                    told = f"the snapshot {snapshot} is gone" if _deleted(snapshot) else refusal.message
                    raise Refusal(503, told, "try again; `kg ingest` publishes a new snapshot") from refusal
        raise AssertionError

    async def sparql(self, request: Request) -> Response:
        """Answer one request; a GET without a query is answered by the description of the service."""
        accept = request.headers.get("accept")
        if request.method != "POST" and not request.scope["query_string"]:
            return self._describe(request, accept)
        asked = await protocol.operation(request, protocol.QUERY, self._settings.text)
        results, graphs = negotiated(accept)
        query = Query(
            asked.text,
            None,
            protocol.address(request),
            asked.default,
            asked.named,
            seconds=self._settings.timeout + 1,
            union=not self._settings.scratch,
            results=results,
            graphs=graphs,
        )
        return reply.whole(await self.ask(query))

    async def health(self, _: Request) -> Response:
        """Say that a worker answers on the newest snapshot; where all are at work, they live."""
        if not self._pool.busy:
            await self.ask(Query("ASK {}", None, "http://localhost/"))
        return Response("ok\n", media_type="text/plain")

    def _describe(self, request: Request, accept: str | None) -> Response:
        layout = chosen(accept, GRAPHS)
        text = description.described(protocol.address(request), layout, self._settings)
        return Response(text, 200, reply.SAFE, layout.sent)


def _deleted(snapshot: str | None) -> bool:
    return snapshot is not None and not Path(snapshot).exists()
