"""The bytes of an answer: in memory while they are few, in a file without a name when they are many."""

import tempfile
from collections.abc import Iterator
from typing import BinaryIO, Final, cast

from kg.serve.refusal import Refusal

_IN_MEMORY: Final = 4 << 20
_PIECE: Final = 1 << 18


class Body:
    """Collect an answer whole, so that an error half-way is an error and not a broken answer."""

    def __init__(self, limit: int) -> None:
        """Take up to `limit` bytes."""
        self._few = bytearray()
        self._many: BinaryIO | None = None
        self._limit = limit
        self.size = 0
        self.media_type = ""

    def add(self, data: bytes) -> None:
        """Take the next bytes; raises Refusal where they get too many."""
        self.size += len(data)
        if self.size > self._limit:
            raise Refusal(503, f"the answer is larger than {self._limit >> 20} MiB", "ask for less, with LIMIT")
        self._few += data
        if len(self._few) > _IN_MEMORY:
            self._spill()

    def _spill(self) -> None:
        try:
            if self._many is None:
                self._many = cast("BinaryIO", tempfile.TemporaryFile())  # noqa: SIM115 - closed when it is sent
            self._many.write(self._few)
        except OSError as error:
            raise Refusal(503, f"there is no room to keep the answer: {error.strerror}", "ask for less") from error
        self._few.clear()

    def whole(self) -> bytes | None:
        """Return all bytes where they are few, else None."""
        return bytes(self._few) if self._many is None else None

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes in pieces of some KB; the file is gone with the last."""
        if self._many is not None:
            with self._many as file:
                file.seek(0)
                while piece := file.read(_PIECE):
                    yield piece
        yield bytes(self._few)
