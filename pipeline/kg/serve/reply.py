"""Answers over HTTP: refusals, and bodies that are whole before their first byte leaves."""

from typing import Final

from starlette.responses import Response, StreamingResponse

from kg.serve.body import Body
from kg.serve.refusal import Refusal

SAFE: Final = {"vary": "accept", "x-content-type-options": "nosniff", "cache-control": "no-cache"}
_SAFE: Final = [(name.encode(), value.encode()) for name, value in SAFE.items()]


def refused(refusal: Refusal) -> Response:
    """Return a refusal as plain text: the message, then what to do instead."""
    text = f"{refusal.message}\n{refusal.hint}\n" if refusal.hint else f"{refusal.message}\n"
    headers = SAFE | {"www-authenticate": 'Bearer realm="kg"'} if refusal.status == 401 else SAFE
    return Response(text, refusal.status, headers, "text/plain")


def whole(body: Body) -> Response:
    """Return a collected answer with its length."""
    data = body.whole()
    if data is not None:
        return _Short(data, body.media_type)
    sized = {**SAFE, "content-length": str(body.size)}
    return StreamingResponse(body.pieces(), 200, sized, body.media_type)


class _Short(Response):
    """Hold an answer of a few bytes; its head is put together at once and not by all that a head may be."""

    def __init__(self, data: bytes, media_type: str) -> None:
        self.status_code, self.body, self.background = 200, data, None
        length, kind = str(len(data)).encode(), media_type.encode("latin-1")
        self.raw_headers = [*_SAFE, (b"content-length", length), (b"content-type", kind)]
