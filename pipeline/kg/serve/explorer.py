"""The page for people: an article with its entities marked, beside the graph of its facts.

The page holds no data; it asks for documents as JSON and sets what they say as text. Its policy lets it run only the
script that comes from here.
"""

import asyncio
from collections.abc import Callable
from pathlib import Path
from typing import Final, TypeVar

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from kg.errors import KgError, StoreError
from kg.model.rows import Row
from kg.serve import reply
from kg.serve.refusal import Refusal
from kg.serve.settings import Settings
from kg.store import Reader
from kg.store.ledger.search import Selection

T = TypeVar("T")
FILES: Final = {"page.css": "text/css", "page.js": "text/javascript"}
_FOLDER: Final = Path(__file__).parent / "page"
_MANY: Final = 200
_POLICY: Final = {
    **reply.SAFE,
    "content-security-policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "referrer-policy": "no-referrer",
}


class Explorer:
    """Answer what browsers ask of a store of documents."""

    def __init__(self, settings: Settings) -> None:
        """Open nothing yet: each request reads what is newest."""
        self._settings = settings

    async def page(self, _: Request) -> Response:
        """Return the page itself."""
        return Response((_FOLDER / "index.html").read_bytes(), 200, _POLICY, "text/html")

    async def file(self, request: Request) -> Response:
        """Return the script or the style of the page."""
        name = str(request.path_params["name"])
        if name not in FILES:
            raise Refusal(404, "the page has no such file")
        return Response((_FOLDER / name).read_bytes(), 200, _POLICY, FILES[name])

    async def documents(self, request: Request) -> Response:
        """List documents, by title and path, of which one holds the `words`."""
        words = request.query_params.get("words", "")[:200]
        return JSONResponse(await self._read(lambda reader: reader.documents(words, _MANY)), 200, _POLICY)

    async def document(self, request: Request) -> Response:
        """Return the text of one document, its mentions and its facts."""
        name = request.query_params.get("id", "")[:200]
        return JSONResponse(await self._read(lambda reader: _document(reader, name)), 200, _POLICY)

    async def _read(self, work: Callable[[Reader], T]) -> T:
        """Read the store beside the loop that answers others."""
        if self._settings.scratch:
            raise Refusal(404, "this server has no documents")
        try:
            return await asyncio.to_thread(self._reading, work)
        except StoreError as error:
            raise Refusal(503, error.message, error.hint) from error
        except KgError as error:
            raise Refusal(404, error.message) from error

    def _reading(self, work: Callable[[Reader], T]) -> T:
        with Reader(self._settings.folder) as reader:
            return work(reader)


def _document(reader: Reader, name: str) -> Row:
    found = reader.find(name)
    held = reader.extraction(found.id)
    assert held is not None
    extraction, shared = held
    names = {shared.get(entity.id, entity.id): entity.name for entity in extraction.entities}
    mentions = [{**row, "name": names.get(str(row["entity"]))} for row in reader.mentions(found.id)]
    return {
        "id": found.id,
        "title": found.title,
        "source": found.source,
        "published": found.published,
        "language": found.language,
        "text": extraction.document.text,
        "mentions": [*mentions],
        "facts": [*reader.facts(Selection(document=found.id))],
    }
