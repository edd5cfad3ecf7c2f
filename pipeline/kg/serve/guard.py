"""Who may ask: the Host header, pages of other sites, the token."""

import hmac
from collections.abc import Iterable, Mapping

from starlette.requests import Request
from starlette.responses import Response

from kg.serve.refusal import Refusal
from kg.serve.settings import Settings


def check_host(headers: Iterable[tuple[bytes, bytes]], hosts: frozenset[str]) -> None:
    """Refuse a request that names another server: a foreign page whose name was turned to this address sends one."""
    names = [value for name, value in headers if name == b"host"]
    if len(names) != 1 or host_name(names[0].decode("latin-1")) not in hosts:
        raise Refusal(421, "this server does not answer to that Host", "start it with --name HOST to allow it")


def check_origin(request: Request, settings: Settings) -> None:
    """Refuse a request that a page of another site sends, unless that site was allowed."""
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "none")
    if origin is None:
        foreign = site not in ("none", "same-origin")
    else:
        own = origin.partition("://")[2].lower() == request.headers.get("host", "").lower()
        foreign = not own and settings.cors not in ("*", origin)
    if foreign:
        raise Refusal(403, "requests of other sites' pages are refused", "start the server with --cors ORIGIN")


def check_token(request: Request, settings: Settings) -> None:
    """Refuse a request that does not bear the token for writing."""
    if settings.token is None:
        raise Refusal(403, "this server is read-only", "start it with --update-token-file FILE to write")
    kind, _, token = request.headers.get("authorization", "").partition(" ")
    if kind.lower() != "bearer" or not token:
        raise Refusal(401, "writing needs the token", "send the header `Authorization: Bearer TOKEN`")
    if not hmac.compare_digest(token.strip().encode(), settings.token.encode()):
        raise Refusal(403, "the token is wrong", "send the first line of the file given as --update-token-file")


def allowing(request: Request, settings: Settings) -> Mapping[str, str]:
    """Return the headers that let a page of the allowed origin read the answer."""
    if settings.cors is None:
        return {}
    origin = request.headers.get("origin")
    if origin is None or settings.cors not in ("*", origin):
        return {}
    return {"access-control-allow-origin": settings.cors, "vary": "accept, origin"}


def preflight(request: Request, settings: Settings) -> Response:
    """Return what a browser asks before it sends another site's request: whether it may."""
    if not allowing(request, settings):
        raise Refusal(403, "that origin is not allowed", "start the server with --cors ORIGIN")
    headers = {
        "access-control-allow-methods": "GET, POST, PUT, DELETE",
        "access-control-allow-headers": "accept, authorization, content-type",
        "access-control-max-age": "600",
    }
    return Response(status_code=204, headers=headers)


def host_name(value: str) -> str:
    """Return a Host header's name without its port."""
    head, colon, tail = value.strip().lower().rpartition(":")
    return head if colon and tail.isdigit() else value.strip().lower()
