"""The SPARQL 1.1 Protocol: what a request asks for."""

import re
from binascii import a2b_qp
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote_to_bytes

from starlette.requests import ClientDisconnect, Request

from kg.serve.refusal import Refusal

FORM: Final = "application/x-www-form-urlencoded"
_PARAMETERS: Final = 1000
_PLAIN: Final = re.compile(rb"(?:[^%=\n\r]|%[0-9A-Fa-f]{2})*+")
_IRI_REFUSED: Final = frozenset('<>"{}|^`\\') | {chr(code) for code in range(0x21)}


@dataclass(frozen=True, slots=True)
class Operation:
    """Hold a query or an update and the dataset that the request chooses for it, None where it chooses none."""

    text: str
    default: tuple[str, ...] | None
    named: tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Kind:
    """Name what the protocol calls the parts of an operation."""

    parameter: str
    media_type: str
    default: str
    named: str


QUERY: Final = Kind("query", "application/sparql-query", "default-graph-uri", "named-graph-uri")
UPDATE: Final = Kind("update", "application/sparql-update", "using-graph-uri", "using-named-graph-uri")


async def operation(request: Request, kind: Kind, limit: int) -> Operation:
    """Return what the request asks for.

    Raises Refusal: 400 for a broken request, 413 and 415 for a body too large or of another type.
    """
    parameters = pairs(request.scope["query_string"])
    if request.method == "POST":
        found = media_type(request)
        if found == FORM:
            parameters += pairs(await body(request, limit))
        elif found == kind.media_type:
            parameters = [*_without(parameters, kind.parameter), (kind.parameter, text(await body(request, limit)))]
        else:
            raise Refusal(415, f"the body has the type {found or 'none'!r}", f"send {kind.media_type} or {FORM}")
    return _operation(parameters, kind)


def _without(parameters: list[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    if any(key == name for key, _ in parameters):
        raise Refusal(400, f"{name} stands in the address and in the body", "send it once")
    return parameters


def _operation(parameters: list[tuple[str, str]], kind: Kind) -> Operation:
    texts = [value for key, value in parameters if key == kind.parameter]
    if len(texts) != 1:
        raise Refusal(400, f"the request has {len(texts)} parameters {kind.parameter!r}", "send exactly one")
    default = tuple(iri(value) for key, value in parameters if key == kind.default)
    named = tuple(iri(value) for key, value in parameters if key == kind.named)
    chooses = bool(default or named)
    return Operation(texts[0], default if chooses else None, named if chooses else None)


def address(request: Request) -> str:
    """Return the address that was asked, as it was sent, without parameters: the base of relative IRIs."""
    path = bytes(request.scope.get("raw_path") or b"/").decode("ascii", "replace")
    return f"{request.scope['scheme']}://{request.headers['host']}{path}"


def iri(value: str) -> str:
    """Return an absolute IRI; raises Refusal where it is none."""
    if ":" not in value or not _IRI_REFUSED.isdisjoint(value):
        raise Refusal(400, f"{value[:200]!r} is no absolute IRI", "name a graph by its full IRI")
    return value


def media_type(request: Request) -> str:
    """Return the type of the body without parameters; raises Refusal where its letters are not UTF-8."""
    plain, *parameters = request.headers.get("content-type", "").split(";")
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        letters = value.strip().strip('"').lower()
        if name.strip().lower() == "charset" and letters not in ("utf-8", "utf8", "us-ascii"):
            raise Refusal(415, f"the body is written in {letters[:40]!r}", "send UTF-8")
    return plain.strip().lower()


async def body(request: Request, limit: int) -> bytes:
    """Return the body; raises Refusal where it is larger than `limit` bytes, or the client goes before its end."""
    data = bytearray()
    try:
        async for piece in request.stream():
            data += piece
            if len(data) > limit:
                raise Refusal(413, f"the body is larger than {limit >> 20} MiB", "send it in parts")
    except ClientDisconnect as error:
        raise Refusal(400, f"the body ended after {len(data)} bytes", "send all of it") from error
    return bytes(data)


def text(data: bytes) -> str:
    """Return the letters of what was sent; raises Refusal where they are not UTF-8."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        raise Refusal(400, f"what was sent is not UTF-8 at byte {error.start}", "send UTF-8") from error


def pairs(encoded: bytes) -> list[tuple[str, str]]:
    """Return the names and values of a query string or form.

    Raises Refusal where they are no UTF-8 or too many. (The standard library's parse_qsl takes three times as long.)
    """
    parts = encoded.replace(b"+", b" ").split(b"&") if encoded else []
    if len(parts) > _PARAMETERS:
        raise Refusal(400, f"the request has more than {_PARAMETERS} parameters", "send fewer")
    split = (part.partition(b"=") for part in parts if part)
    return [(text(_unquoted(name)), text(_unquoted(value))) for name, _, value in split]


def _unquoted(data: bytes) -> bytes:
    """Return the bytes that escapes stand for; those of mail are the same but for the sign, and are read by C.

    A query has a hundred of them, on which the standard library's unquote_to_bytes spends as long as on all the rest.
    """
    if b"%" not in data:
        return data
    return a2b_qp(data.replace(b"%", b"=")) if _PLAIN.fullmatch(data) else unquote_to_bytes(data)
