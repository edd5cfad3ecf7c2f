"""Fetches web pages over http and https, with a limit of time and of size, and nothing else."""

import http.client
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Final

from kg.errors import InputError, UnavailableError

TIMEOUT: Final = 20.0
"""Seconds without a byte before a server counts as out of reach."""
DEADLINE: Final = 60.0
"""Seconds for the whole page."""
_HEADERS: Final = {"User-Agent": "Mozilla/5.0 (compatible; kg/0.1)", "Accept": "text/html, */*;q=0.5"}
_AGAIN: Final = "try again, or save the page and ingest the file"
_CHUNK: Final = 65536


@dataclass(frozen=True, slots=True)
class Page:
    """Hold the bytes of a page with what its server says of them."""

    content: bytes
    charset: str | None
    html: bool


def is_address(source: str) -> bool:
    """Tell whether a source is an address rather than a path."""
    scheme, colon, _ = source.partition("://")
    return bool(colon) and scheme.isalpha()


def fetch(address: str, limit: int) -> Page:
    """Return the page at an address, at most `limit` bytes.

    Raises InputError where the address is refused or too large, UnavailableError where it cannot be reached.
    """
    if not address.lower().startswith(("http://", "https://")):
        raise InputError(f"{address}: only http and https are read", "save the page and ingest the file")
    try:
        request = urllib.request.Request(address, headers=_HEADERS)  # noqa: S310 - checked above, and by the opener
        with _opener().open(request, timeout=TIMEOUT) as response:
            return _page(response, address, limit)
    except urllib.error.HTTPError as error:
        error.close()
        raise _status(address, error.code) from error
    except (OSError, http.client.HTTPException) as error:
        reason = getattr(error, "reason", None) or error
        raise UnavailableError(f"{address}: cannot be reached: {reason}", _AGAIN) from error
    except ValueError as error:
        raise InputError(f"{address}: not an address: {error}", "type it whole, in quotes") from error


def _page(response: http.client.HTTPResponse, address: str, limit: int) -> Page:
    kind = response.headers.get_content_type()
    html = kind in ("text/html", "application/xhtml+xml")
    return Page(_download(response, address, limit), response.headers.get_content_charset(), html)


def _download(response: http.client.HTTPResponse, address: str, limit: int) -> bytes:
    until = time.monotonic() + DEADLINE
    content = bytearray()
    while chunk := response.read1(_CHUNK):
        content += chunk
        if len(content) > limit:
            raise InputError(f"{address}: larger than {limit // 1024 // 1024} MB", "give one article")
        if time.monotonic() > until:
            raise UnavailableError(f"{address}: not complete after {DEADLINE:.0f} seconds", _AGAIN)
    if response.length:
        raise UnavailableError(f"{address}: the connection ended {response.length} bytes early", _AGAIN)
    return bytes(content)


def _status(address: str, code: int) -> InputError | UnavailableError:
    """Return the error for a status: some may pass later, the others stay."""
    message = f"{address}: the server answers {code} {http.client.responses.get(code, '')}".rstrip()
    if code in (408, 425, 429) or code >= 500:
        return UnavailableError(message, _AGAIN)
    return InputError(message, "open it in a browser, save the page and ingest the file")


def _opener() -> urllib.request.OpenerDirector:
    """Return an opener that knows http and https only, so that no redirection leads to a file."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener
