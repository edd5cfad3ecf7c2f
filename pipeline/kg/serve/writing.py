"""The one process that changes users' graphs, as the server sees it: one change at a time."""

import asyncio
from typing import Final

from kg.serve.body import Body
from kg.serve.change import Change, Changed
from kg.serve.pool import ended
from kg.serve.process import Gone, WorkerProcess
from kg.serve.refusal import Refusal
from kg.serve.settings import Settings

_MODULE: Final = "kg.serve.writer"


class Writing:
    """Pass changes to the writing worker; it is started by the first."""

    def __init__(self, settings: Settings) -> None:
        """Start nothing yet."""
        self._settings = settings
        self._worker: WorkerProcess | None = None
        self._turn = asyncio.Lock()

    async def stop(self) -> None:
        """End the worker, whatever it does."""
        if self._worker is not None:
            await self._worker.kill()
            self._worker = None

    async def ask(self, change: Change) -> Changed:
        """Return how the change ended.

        Raises Refusal where the worker refuses it or time or memory is not enough; then nothing has changed.
        """
        try:
            async with asyncio.timeout(self._settings.timeout), self._turn:
                return await self._asked(change)
        except TimeoutError:
            raise Refusal(503, f"the change was stopped after {self._settings.timeout:g} s, nothing changed") from None

    async def _asked(self, change: Change) -> Changed:
        if self._worker is None or not self._worker.ready:
            folder = str(self._settings.user_folder)
            self._worker = await WorkerProcess.start(
                _MODULE, folder, str(self._settings.memory), *self._settings.allowed
            )
        body = Body(self._settings.result)
        try:
            await self._worker.ask(change.pack(), body, self._settings.timeout)
        except (asyncio.CancelledError, TimeoutError):
            await self.stop()
            raise
        except Gone:
            code, self._worker = await self._worker.end(), None
            why = ended(code, self._settings.memory)
            raise Refusal(why.status, f"{why.message}, nothing changed", why.hint) from None
        return Changed.unpack(body.whole() or b"")
