"""One kept connection to a server, requests that are tried again with growing pauses, and what refusals mean.

Every request of ours can be sent twice: it replaces or removes whole graphs.
"""

import base64
import http.client
import time
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, urlsplit

from kg.errors import KgError, UnavailableError, UsageError
from kg.store.remote.address import Address

TIMEOUT: Final = 60.0
"""Seconds that a server may take to answer."""
PAUSES: Final = (0.2, 0.5, 1.0, 2.0, 4.0)
"""Seconds before each further try."""
_BUSY: Final = (429, 502, 503, 504)
_TYPES: Final = {"User-Agent": "kg"}


@dataclass(frozen=True, slots=True)
class Reply:
    """Hold what a server answered."""

    status: int
    body: bytes


class Http:
    """Send requests to the servers of one address."""

    def __init__(self, address: Address) -> None:
        """Connect to nothing yet."""
        self._address = address
        self._open: dict[str, http.client.HTTPConnection] = {}
        self._headers = {**_TYPES, **_credentials(address)}

    def ask(self, method: str, url: str, headers: Mapping[str, str], body: bytes | None = None) -> Reply:
        """Send a request until it is answered.

        Raises UnavailableError where no try is answered, UsageError where the server refuses; 404 is an answer.
        """
        said = ""
        for pause in (*PAUSES, None):
            try:
                reply = self._once(method, urlsplit(url), headers, body)
            except (OSError, http.client.HTTPException) as error:
                self.close()
                said = str(error) or type(error).__name__
            else:
                if reply.status not in _BUSY:
                    return self._checked(reply, url)
                said = f"it answers {reply.status} {_words(reply)}"
            if pause is not None:
                time.sleep(pause)
        raise UnavailableError(f"the remote store {url} cannot be reached: {said}", "is it running? then try again")

    def _once(self, method: str, url: SplitResult, headers: Mapping[str, str], body: bytes | None) -> Reply:
        connection = self._connection(url)
        path = (url.path or "/") + (f"?{url.query}" if url.query else "")
        connection.request(method, path, body=body, headers={**self._headers, **headers})
        with connection.getresponse() as response:
            return Reply(response.status, response.read())

    def _connection(self, url: SplitResult) -> http.client.HTTPConnection:
        key = f"{url.scheme}://{url.netloc}"
        if key not in self._open:
            try:
                made = http.client.HTTPSConnection if url.scheme.lower() == "https" else http.client.HTTPConnection
                self._open[key] = made(url.netloc, timeout=TIMEOUT)
            except http.client.InvalidURL as error:
                raise UsageError(f"{key} is no address: {error}", "such as http://HOST:3030/DATASET/data") from error
        return self._open[key]

    def _checked(self, reply: Reply, url: str) -> Reply:
        if reply.status < 300 or reply.status == 404:
            return reply
        raise _refused(reply, url)

    def close(self) -> None:
        """End all connections; the next request opens them again."""
        for connection in self._open.values():
            connection.close()
        self._open.clear()


def _credentials(address: Address) -> dict[str, str]:
    if address.token is not None:
        return {"Authorization": f"Bearer {address.token}"}
    if address.user is not None:
        pair = base64.b64encode(f"{address.user}:{address.password or ''}".encode()).decode()
        return {"Authorization": f"Basic {pair}"}
    return {}


def _refused(reply: Reply, url: str) -> KgError:
    said = f"{url} refuses ({reply.status}): {_words(reply)}"
    if reply.status in (401, 407):
        return UsageError(said, "set KG_REMOTE_TOKEN (or _FILE), or KG_REMOTE_USERNAME and KG_REMOTE_PASSWORD")
    if reply.status == 403:
        return UsageError(said, "is that user allowed to write these graphs? `--graphs IRI` calls them otherwise")
    if reply.status >= 500:
        return UnavailableError(said, "see the log of that server, then try again")
    return UsageError(said, "name its Graph Store (http://HOST/DATASET/data) or its update endpoint (…/update)")


def _words(reply: Reply) -> str:
    """Return the first words of an answer, on one line."""
    return " ".join(reply.body[:2000].decode("utf-8", "replace").split())[:300]
