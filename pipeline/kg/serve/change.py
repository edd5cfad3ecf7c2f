"""What the server asks the writing worker for."""

import json
from dataclasses import asdict, dataclass, replace
from typing import Literal

Verb = Literal["update", "put", "post", "delete", "join"]


@dataclass(frozen=True, slots=True)
class Change:
    """Hold one change of the users' graphs; `join` changes none and only makes the snapshot for readers.

    `documents` is the snapshot of the documents to join with, None where there are none. `graph` is None for the
    default graph. `body` holds the triples of `put` and `post`, of the media type `content`.
    """

    verb: Verb
    documents: str | None
    text: str = ""
    base: str = ""
    default: tuple[str, ...] | None = None
    named: tuple[str, ...] | None = None
    graph: str | None = None
    content: str = ""
    body: bytes = b""

    def on(self, documents: str | None) -> "Change":
        """Return the change beside another snapshot of the documents."""
        return replace(self, documents=documents)

    def pack(self) -> bytes:
        """Return the change as bytes for the pipe: a line of JSON, then the body."""
        head = asdict(self)
        del head["body"]
        return json.dumps(head).encode() + b"\n" + self.body

    @classmethod
    def unpack(cls, data: bytes) -> "Change":
        """Return the change that the bytes stand for."""
        line, _, body = data.partition(b"\n")
        held = json.loads(line)
        for name in ("default", "named"):
            held[name] = None if held[name] is None else tuple(held[name])
        return cls(**held, body=body)


@dataclass(frozen=True, slots=True)
class Changed:
    """Say how a change ended: an HTTP status and the snapshot that readers open from now on, None if still to make."""

    status: int
    snapshot: str | None
    generation: str

    def pack(self) -> bytes:
        """Return the outcome as bytes for the pipe."""
        return json.dumps(asdict(self)).encode()

    @classmethod
    def unpack(cls, data: bytes) -> "Changed":
        """Return the outcome that the bytes stand for."""
        return cls(**json.loads(data))
