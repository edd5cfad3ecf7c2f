"""What the server asks a worker for."""

import json
from typing import NamedTuple


class Query(NamedTuple):
    """Hold one query: on which snapshot, with which dataset, answered in which formats.

    `default` and `named` are None where the request chooses no dataset; `results` and `graphs` name the formats for
    the two kinds of answer, None where the client wants none of ours. `seconds` is what is left of its time.
    """

    text: str
    snapshot: str | None
    base: str
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    union: bool = True
    results: str | None = "JSON"
    graphs: str | None = "TURTLE"
    seconds: float = 30.0

    def on(self, snapshot: str | None) -> "Query":
        """Return the query on another snapshot."""
        return self._replace(snapshot=snapshot)

    def pack(self) -> bytes:
        """Return the query as bytes for the socket: its parts in their order."""
        return json.dumps(self).encode()

    @classmethod
    def unpack(cls, data: bytes) -> "Query":
        """Return the query that the bytes stand for."""
        return cls(*json.loads(data))
