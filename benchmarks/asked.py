"""Asks an endpoint over kept connections and takes the time of every answer."""

import http.client
import json
import time
import urllib.parse
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import httpx

from benchmarks.peers import Endpoint

_JSON = {"accept": "application/sparql-results+json"}


@dataclass(frozen=True, slots=True)
class Answers:
    """Hold the seconds that each answer took, and those of all together."""

    seconds: list[float]
    whole: float

    def at(self, share: float) -> float:
        """Return the milliseconds within which this share of the answers came."""
        ordered = sorted(self.seconds)
        return 1000 * ordered[min(int(share * len(ordered)), len(ordered) - 1)]


class Client:
    """Keep one connection to an endpoint."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Connect with the first query."""
        self._endpoint = endpoint
        self._connection = http.client.HTTPConnection("127.0.0.1", endpoint.port, timeout=300)

    def ask(self, query: str) -> bytes:
        """Return the answer.

        Raises RuntimeError where it is no answer.
        """
        path = f"{self._endpoint.path}?{urllib.parse.urlencode({'query': query})}"
        self._connection.request("GET", path, headers=_JSON)
        response = self._connection.getresponse()
        body = response.read()
        if response.status != http.client.OK:
            raise RuntimeError(f"{self._endpoint.name} answered {response.status}: {body[:300]!r}")
        return body

    def close(self) -> None:
        """End the connection; the next query makes another."""
        self._connection.close()

    def rows(self, query: str) -> set[str]:
        """Return the rows of an answer, to see that all servers say the same."""
        found = json.loads(self.ask(query))["results"]["bindings"]
        return {repr(sorted((name, cell["value"]) for name, cell in row.items())) for row in found}


class Httpx:
    """Ask as programs do that use httpx, on its kept connections."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Connect with the first query."""
        self._address = f"http://127.0.0.1:{endpoint.port}{endpoint.path}"
        self._client = httpx.Client(timeout=300)

    def ask(self, query: str) -> bytes:
        """Return the answer; raises HTTPStatusError where it is none."""
        return self._client.get(self._address, params={"query": query}, headers=_JSON).raise_for_status().content

    def close(self) -> None:
        """End the connections; the next query makes others."""
        self._client.close()


def one_by_one(
    endpoint: Endpoint,
    queries: Sequence[str],
    *,
    limit: float = 20.0,
    fresh: bool = False,
    kind: type[Client] | type[Httpx] = Client,
) -> Answers:
    """Ask on one connection, or on a fresh one each time, for at most `limit` seconds but once at least."""
    client, seconds = kind(endpoint), list[float]()
    client.ask(queries[0])
    begin = time.perf_counter()
    for query in queries:
        start = time.perf_counter()
        if fresh:
            client.close()
        client.ask(query)
        seconds.append(time.perf_counter() - start)
        if time.perf_counter() - begin > limit:
            break
    client.close()
    return Answers(seconds, time.perf_counter() - begin)


def together(endpoint: Endpoint, queries: Sequence[str], *, clients: int = 4, limit: float = 10.0) -> float:
    """Ask on several connections at once and return the answers a second."""
    parts = [queries[number::clients] for number in range(clients)]
    begin = time.perf_counter()
    with ThreadPoolExecutor(clients) as pool:
        found = list(pool.map(lambda part: one_by_one(endpoint, part, limit=limit), parts))
    return sum(len(one.seconds) + 1 for one in found) / (time.perf_counter() - begin)
