"""How the server and its workers talk: a kind, a length, the bytes."""

import struct
from collections.abc import Callable
from typing import Final, Protocol

HEAD: Final = struct.Struct(">cI")
BEGIN, DATA, END, REFUSED = b"H", b"D", b"E", b"X"
CHUNK: Final = 1 << 16
_END: Final = HEAD.pack(END, 0)


def frame(kind: bytes, payload: bytes = b"") -> bytes:
    """Return the bytes that stand for one message."""
    return HEAD.pack(kind, len(payload)) + payload


class Source(Protocol):
    """Give up to so many bytes; fewer at the end."""

    def read(self, size: int, /) -> bytes:
        """Return the next bytes."""


def read(source: Source) -> tuple[bytes, bytes] | None:
    """Return the next message's kind and bytes, or None when the other side has gone."""
    head = source.read(HEAD.size)
    if len(head) < HEAD.size:
        return None
    kind, length = HEAD.unpack(head)
    return kind, source.read(length)


class Chunks:
    """Send what is written in frames of some KB, so that a short answer is one write."""

    def __init__(self, send: Callable[[bytes], object], begin: bytes) -> None:
        """Keep the first message back until there is something to send with it."""
        self._send = send
        self._ready = bytearray(begin)
        self._data = bytearray()

    def write(self, data: bytes) -> int:
        """Take bytes of the answer."""
        self._data += data
        if len(self._data) >= CHUNK:
            self._move()
            self._send(bytes(self._ready))
            self._ready.clear()
        return len(data)

    def flush(self) -> None:
        """Do nothing: what a serializer calls between two parts is not the end."""

    def finish(self) -> None:
        """Send the rest and the end."""
        self._move()
        self._send(bytes(self._ready + _END))

    def _move(self) -> None:
        if self._data:
            self._ready += frame(DATA, bytes(self._data))
            self._data.clear()
