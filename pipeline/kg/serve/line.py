"""What a worker says, taken from its socket as it comes: no task waits for parts of it, only for the end."""

import asyncio
import json
from typing import Final

from kg.serve.body import Body
from kg.serve.frames import BEGIN, DATA, END, HEAD
from kg.serve.refusal import Refusal

_HEAD: Final = HEAD.size


class Gone(Exception):  # noqa: N818 - what happened, not whose fault it is
    """Say that the process ended before its answer did."""


class Line(asyncio.Protocol):
    """Collect one answer at a time."""

    def __init__(self) -> None:
        """Expect nothing yet."""
        self._rest = b""
        self._body: Body | None = None
        self._end: asyncio.Future[None] | None = None
        self._lost = False
        self.done = True

    def expect(self, body: Body) -> asyncio.Future[None]:
        """Return what is done when the body holds the whole answer.

        It fails with Refusal where the worker refuses or the answer is too large, with Gone where the worker dies,
        with TimeoutError where somebody gives it up.
        """
        self.done, self._body = False, body
        self._end = asyncio.get_running_loop().create_future()
        if self._lost:
            self._end.set_exception(Gone())
        return self._end

    def data_received(self, data: bytes) -> None:
        """Take the messages that are whole and keep the rest for later."""
        if self._rest:
            data = self._rest + data
        at = 0
        while len(data) - at >= _HEAD:
            kind, length = HEAD.unpack_from(data, at)
            if len(data) - at - _HEAD < length:
                break
            self._take(kind, data[at + _HEAD : at + _HEAD + length])
            at += _HEAD + length
        self._rest = data[at:]

    def _take(self, kind: bytes, data: bytes) -> None:
        if kind == DATA:
            self._add(data)
        elif kind == BEGIN:
            assert self._body is not None
            self._body.media_type = data.decode()
        elif kind == END:
            self.done = True
            self._finish(None)
        else:
            said = json.loads(data)
            self.done = True
            self._finish(Refusal(said["status"], said["message"], said["hint"]))

    def _add(self, data: bytes) -> None:
        """Give the body its next part, unless nobody waits for it any more."""
        if self._end is None or self._end.done():
            return
        assert self._body is not None
        try:
            self._body.add(data)
        except Refusal as refusal:
            self._finish(refusal)

    def _finish(self, error: Exception | None) -> None:
        if self._end is None or self._end.done():
            return
        if error is None:
            self._end.set_result(None)
        else:
            self._end.set_exception(error)

    def give_up(self) -> None:
        """Tell who waits that the time is over."""
        self._finish(TimeoutError())

    def connection_lost(self, _: Exception | None) -> None:
        """Tell who waits that no more will come."""
        self._lost = True
        self._finish(Gone())
