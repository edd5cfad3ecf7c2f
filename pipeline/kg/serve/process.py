"""One worker process, as the server sees it."""

import asyncio
import json
import os
import signal
import sys
from asyncio.subprocess import PIPE, Process
from typing import Final, Self

from kg.serve.body import Body
from kg.serve.frames import BEGIN, DATA, END, HEAD, frame
from kg.serve.refusal import Refusal

_ENVIRONMENT: Final = ("PATH", "LANG", "LC_ALL", "TMPDIR", "VIRTUAL_ENV", "PYTHONPATH", "LD_LIBRARY_PATH")
_ASK: Final = b"Q"


class Gone(Exception):  # noqa: N818 - what happened, not whose fault it is
    """Say that the process ended before its answer did."""


class WorkerProcess:
    """Hold a worker process and its pipe; it does one thing at a time."""

    def __init__(self, process: Process) -> None:
        """Keep the process; `start` makes one."""
        assert process.stdin is not None
        assert process.stdout is not None
        self._process, self._in, self._out = process, process.stdin, process.stdout
        self._done = True

    @classmethod
    async def start(cls, module: str, *arguments: str) -> Self:
        """Start a worker; no secret of the server's environment goes with it, no key of the terminal reaches it."""
        kept = {name: os.environ[name] for name in _ENVIRONMENT if name in os.environ}
        command = (sys.executable, "-m", module, *arguments)
        process = await asyncio.create_subprocess_exec(
            *command, stdin=PIPE, stdout=PIPE, env=kept, start_new_session=True, limit=1 << 20
        )
        return cls(process)

    async def ask(self, task: bytes, body: Body) -> None:
        """Send a task and collect its answer.

        Raises Refusal where the worker refuses, Gone where it dies.
        """
        self._done = False
        try:
            self._in.write(frame(_ASK, task))
            if len(task) > HEAD.size:
                await self._in.drain()
            await self._collect(body)
        except (asyncio.IncompleteReadError, ConnectionError) as error:
            raise Gone from error

    async def _collect(self, body: Body) -> None:
        while True:
            kind, length = HEAD.unpack(await self._out.readexactly(HEAD.size))
            data = await self._out.readexactly(length) if length else b""
            if kind == DATA:
                body.add(data)
            elif kind == BEGIN:
                body.media_type = data.decode()
            elif kind == END:
                self._done = True
                return
            else:
                self._done = True
                said = json.loads(data)
                raise Refusal(said["status"], said["message"], said["hint"])

    @property
    def ready(self) -> bool:
        """Tell whether the process runs and has sent all of its last answer."""
        return self._done and self._process.returncode is None

    async def end(self) -> int:
        """Wait until a process that has closed its pipe is gone, and return how it ended."""
        return await self._process.wait()

    async def kill(self) -> None:
        """End the process at once."""
        if self._process.returncode is None:
            os.kill(self._process.pid, signal.SIGKILL)  # Popen.kill would reap it under asyncio's hands.
        self._in.close()
        await self._process.wait()
