"""The bytes of an answer: in memory while they are few, in a file without a name when they are many."""

import tempfile
from collections.abc import Iterator
from typing import Final

from kg.serve.refusal import Refusal

_IN_MEMORY: Final = 4 << 20
_PIECE: Final = 1 << 18


class Body:
    """Collect an answer whole, so that an error half-way is an error and not a broken answer."""

    def __init__(self, limit: int) -> None:
        """Take up to `limit` bytes."""
        self._file = tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY)  # noqa: SIM115 - closed when it is sent
        self._limit = limit
        self.size = 0
        self.media_type = ""

    def add(self, data: bytes) -> None:
        """Take the next bytes; raises Refusal where they get too many."""
        self.size += len(data)
        if self.size > self._limit:
            raise Refusal(503, f"the answer is larger than {self._limit >> 20} MiB", "ask for less, with LIMIT")
        try:
            self._file.write(data)
        except OSError as error:
            raise Refusal(503, f"there is no room to keep the answer: {error.strerror}", "ask for less") from error

    def whole(self) -> bytes | None:
        """Return all bytes where they are few, else None."""
        if self.size > _IN_MEMORY:
            return None
        self._file.seek(0)
        return self._file.read()

    def pieces(self) -> Iterator[bytes]:
        """Yield the bytes in pieces of some KB."""
        self._file.seek(0)
        while piece := self._file.read(_PIECE):
            yield piece
        self.close()

    def close(self) -> None:
        """Give the memory and the file back."""
        self._file.close()
