"""What the server asks a worker for."""

import json
from dataclasses import dataclass, fields
from typing import Final


@dataclass(frozen=True, slots=True)
class Query:
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

    def pack(self) -> bytes:
        """Return the query as bytes for the pipe."""
        return json.dumps({name: getattr(self, name) for name in _NAMES}).encode()

    @classmethod
    def unpack(cls, data: bytes) -> "Query":
        """Return the query that the bytes stand for."""
        held = json.loads(data)
        for name in ("default", "named"):
            held[name] = None if held[name] is None else tuple(held[name])
        return cls(**held)


_NAMES: Final = tuple(field.name for field in fields(Query))
