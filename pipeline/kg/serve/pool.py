"""The query workers: as many at work as there are places, one more waiting to step in."""

import asyncio
import contextlib
import signal
import time
from collections.abc import Coroutine
from typing import Final

from kg.serve.body import Body
from kg.serve.process import Gone, WorkerProcess
from kg.serve.refusal import Refusal
from kg.serve.settings import Settings
from kg.serve.task import Query

_MODULE: Final = "kg.serve.worker"
_SPARE: Final = 1
_BASE: Final = "http://localhost/"
_LITTLE: Final = 1 << 10
_START: Final = 30.0  # seconds


class Pool:
    """Answer queries in worker processes, each within its time and its memory."""

    def __init__(self, settings: Settings) -> None:
        """Start nothing yet."""
        self._settings = settings
        self._places = asyncio.Semaphore(settings.workers)
        self._idle: asyncio.LifoQueue[WorkerProcess] = asyncio.LifoQueue()
        self._all = set[WorkerProcess]()
        self._snapshot: str | None = None
        self._background = set[asyncio.Task[None]]()

    @property
    def busy(self) -> bool:
        """Tell whether a query would have to wait."""
        return self._places.locked()

    async def start(self) -> None:
        """Start the workers; they are ready when the first query comes."""
        await asyncio.gather(*(self._add() for _ in range(self._settings.workers + _SPARE)))

    async def stop(self) -> None:
        """End all workers, whatever they do."""
        for task in self._background:
            task.cancel()
        await asyncio.gather(*(worker.kill() for worker in self._all))

    async def ask(self, query: Query) -> Body:
        """Return the whole answer to a query.

        Raises Refusal: 400, 403 and 406 as the worker says, 503 where time, memory or room is not enough.
        """
        body, begin, self._snapshot = Body(self._settings.result), time.monotonic(), query.snapshot
        worker = await self._take()
        try:
            await worker.ask(query.pack(), body, begin + self._settings.timeout - time.monotonic())
        except TimeoutError:
            raise late(self._settings.timeout, begun=True) from None
        except Gone:
            raise ended(await worker.end(), self._settings.memory) from None
        finally:
            self._give_back(worker)
        return body

    async def _take(self) -> WorkerProcess:
        """Return a worker and take a place for it; raises Refusal where none gets free in time."""
        worker = None if self._places.locked() else self._at_hand()
        if worker is not None:
            await self._places.acquire()  # There is one: nobody waits, and no clock is needed.
            return worker
        try:
            async with asyncio.timeout(self._settings.timeout):
                return await self._next()
        except TimeoutError:
            raise late(self._settings.timeout, begun=False) from None

    def _at_hand(self) -> WorkerProcess | None:
        """Return a worker that waits for work, None where none does."""
        while not self._idle.empty():
            worker = self._idle.get_nowait()
            if worker.ready:
                return worker
            self._replace(worker)
        return None

    async def _next(self) -> WorkerProcess:
        await self._places.acquire()
        try:
            while not (worker := await self._idle.get()).ready:
                self._replace(worker)
        except asyncio.CancelledError:
            self._places.release()
            raise
        return worker

    def _give_back(self, worker: WorkerProcess) -> None:
        """Let the worker do the next query, unless it is dead or still writes the last answer."""
        self._places.release()
        if worker.ready:
            self._idle.put_nowait(worker)
        else:
            self._replace(worker)

    def _replace(self, worker: WorkerProcess) -> None:
        self._all.discard(worker)
        self._soon(self._end(worker))
        self._soon(self._add())

    async def _end(self, worker: WorkerProcess) -> None:
        with contextlib.suppress(ProcessLookupError):
            await worker.kill()

    async def _add(self) -> None:
        """Start a worker and let it work once it can: a query that met it before would wait for all its imports."""
        worker = await WorkerProcess.start(_MODULE, str(self._settings.memory), *self._settings.allowed)
        self._all.add(worker)
        with contextlib.suppress(Refusal, Gone, TimeoutError):
            await worker.ask(Query("ASK {}", self._snapshot, _BASE).pack(), Body(_LITTLE), _START)
        self._idle.put_nowait(worker)

    def _soon(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._background.add(task)
        task.add_done_callback(self._background.discard)


def late(seconds: float, *, begun: bool) -> Refusal:
    """Return what a client is told when its time was over."""
    if begun:
        return Refusal(503, f"the query was stopped after {seconds:g} s", "ask for less, with LIMIT or FILTER")
    return Refusal(503, f"all workers were busy for {seconds:g} s", "try again")


def ended(code: int, memory: int) -> Refusal:
    """Return what a client is told when a worker died.

    An allocation that fails aborts it, the system may kill it, and brackets by the thousand exhaust its stack.
    """
    if code in (-signal.SIGABRT, -signal.SIGKILL):
        return Refusal(503, f"it needed more than {memory} MiB of memory and was stopped", "ask for less")
    if code == -signal.SIGSEGV:
        return Refusal(400, "it has too many parts inside one another for the engine", "ask in several queries")
    return Refusal(500, f"the worker ended with {code}", "a fault in kg: the server's log may say more")
