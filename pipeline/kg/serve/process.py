"""One worker process, as the server sees it."""

import asyncio
import os
import signal
import socket
import sys
from asyncio.subprocess import Process
from typing import Final, Self

from kg.serve.body import Body
from kg.serve.frames import frame
from kg.serve.line import Gone, Line

__all__ = ["Gone", "WorkerProcess"]
_ENVIRONMENT: Final = ("PATH", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH")
_ASK: Final = b"Q"


class WorkerProcess:
    """Hold a worker process and the socket between us; it does one thing at a time."""

    def __init__(self, process: Process, transport: asyncio.WriteTransport, line: Line) -> None:
        """Keep the process; `start` makes one."""
        self._process, self._transport, self._line = process, transport, line

    @classmethod
    async def start(cls, module: str, *arguments: str) -> Self:
        """Start a worker; no secret of the server's environment goes with it, no key of the terminal reaches it."""
        kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        command = (sys.executable, "-m", module, *arguments)
        ours, theirs = socket.socketpair()  # One hop each way; a pipe each way costs as much again.
        with theirs:
            process = await asyncio.create_subprocess_exec(
                *command, stdin=theirs.fileno(), stdout=theirs.fileno(), env=kept, start_new_session=True
            )
        transport, line = await asyncio.get_running_loop().create_unix_connection(Line, sock=ours)
        return cls(process, transport, line)

    async def ask(self, task: bytes, body: Body, seconds: float) -> None:
        """Send a task and collect its answer.

        Raises Refusal where the worker refuses, Gone where it dies, TimeoutError where it takes longer.
        """
        end = self._line.expect(body)
        late = asyncio.get_running_loop().call_later(seconds, self._line.give_up)
        self._transport.write(frame(_ASK, task))
        try:
            await end
        finally:
            late.cancel()

    @property
    def ready(self) -> bool:
        """Tell whether the process runs and has sent all of its last answer."""
        return self._line.done and self._process.returncode is None

    async def end(self) -> int:
        """Wait until a process that has closed its socket is gone, and return how it ended."""
        return await self._process.wait()

    async def kill(self) -> None:
        """End the process at once."""
        if self._process.returncode is None:
            os.kill(self._process.pid, signal.SIGKILL)  # Popen.kill would reap it under asyncio's hands.
        self._transport.abort()
        await self._process.wait()
