"""Answers over HTTP: refusals, and bodies that are whole before their first byte leaves."""

from typing import Final

from starlette.responses import Response, StreamingResponse

from kg.serve.body import Body
from kg.serve.refusal import Refusal

SAFE: Final = {"vary": "accept", "x-content-type-options": "nosniff", "cache-control": "no-cache"}


def refused(refusal: Refusal) -> Response:
    """Return a refusal as plain text: the message, then what to do instead."""
    text = f"{refusal.message}\n{refusal.hint}\n" if refusal.hint else f"{refusal.message}\n"
    headers = SAFE | {"www-authenticate": 'Bearer realm="kg"'} if refusal.status == 401 else SAFE
    return Response(text, refusal.status, headers, "text/plain")


def whole(body: Body) -> Response:
    """Return a collected answer with its length."""
    data = body.whole()
    if data is not None:
        return Response(data, 200, SAFE, body.media_type)
    sized = {**SAFE, "content-length": str(body.size)}
    return StreamingResponse(body.pieces(), 200, sized, body.media_type)
