"""Answers over HTTP: refusals, and bodies that are whole before their first byte leaves."""

from collections.abc import Mapping

from starlette.responses import Response, StreamingResponse

from kg.serve.body import Body
from kg.serve.refusal import Refusal


def refused(refusal: Refusal) -> Response:
    """Return a refusal as plain text: the message, then what to do instead."""
    text = f"{refusal.message}\n{refusal.hint}\n" if refusal.hint else f"{refusal.message}\n"
    headers = {"www-authenticate": 'Bearer realm="kg"'} if refusal.status == 401 else {}
    return Response(text, refusal.status, headers, "text/plain; charset=utf-8")


def whole(body: Body, headers: Mapping[str, str]) -> Response:
    """Return a collected answer with its length."""
    data = body.whole()
    if data is not None:
        body.close()
        return Response(data, 200, headers, body.media_type)
    sized = {**headers, "content-length": str(body.size)}
    return StreamingResponse(body.pieces(), 200, sized, body.media_type)
