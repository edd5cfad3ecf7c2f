"""The head of an answer and its body leave in one piece.

Uvicorn writes them one after the other, and each write is sent at once: it costs the server a call of the system, and
the client wakes up for the head alone.
"""

import asyncio
from typing import TYPE_CHECKING, Final, cast

from uvicorn.protocols.http.auto import AutoHTTPProtocol

if TYPE_CHECKING:
    from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol as _Protocol
else:
    _Protocol = AutoHTTPProtocol  # Either of two, as they are installed.
_MUCH: Final = 1 << 16


class Gathering(_Protocol):
    """Speak HTTP as uvicorn does, through a transport that gathers."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Put ours between the protocol and its transport."""
        super().connection_made(Gathered(cast("asyncio.Transport", transport)))  # uvloop's is of another class.


class Gathered(asyncio.Transport):
    """Write together what is written in one turn of the loop."""

    def __init__(self, inner: asyncio.Transport) -> None:
        """Stand before a transport."""
        super().__init__()
        self._inner = inner
        self._waiting = list[bytes]()
        self._soon = asyncio.get_running_loop().call_soon

    def write(self, data: bytes | bytearray | memoryview) -> None:
        """Take bytes; many are not kept."""
        if not self._waiting:
            self._soon(self._send)
        self._waiting.append(bytes(data))
        if len(data) > _MUCH:
            self._send()

    def _send(self) -> None:
        if self._waiting:
            data = b"".join(self._waiting)
            self._waiting.clear()
            if not self._inner.is_closing():
                self._inner.write(data)

    def close(self) -> None:
        """End the connection once all is sent."""
        self._send()
        self._inner.close()

    def abort(self) -> None:
        """End the connection at once."""
        self._waiting.clear()
        self._inner.abort()

    def is_closing(self) -> bool:
        """Tell whether the connection ends."""
        return self._inner.is_closing()

    def get_extra_info(self, name: str, default: object = None) -> object:
        """Return what the transport knows of the connection."""
        return self._inner.get_extra_info(name, default)

    def set_protocol(self, protocol: asyncio.BaseProtocol) -> None:
        """Hand the connection over."""
        self._inner.set_protocol(protocol)

    def pause_reading(self) -> None:
        """Read no more for a while."""
        self._inner.pause_reading()

    def resume_reading(self) -> None:
        """Read on."""
        self._inner.resume_reading()
