"""Which snapshot readers open: that of the documents, joined with the users' graphs where there are any."""

import asyncio
import os
from pathlib import Path

from kg.serve.change import Change
from kg.serve.refusal import Refusal
from kg.serve.settings import Settings
from kg.serve.writing import Writing
from kg.store import Layout
from kg.store.oxigraph import Generations

Mark = tuple[int, int]


class Snapshots:
    """Follow what is published, by the writer of the store and by the writer of the users' graphs."""

    def __init__(self, settings: Settings, writing: Writing) -> None:
        """Check the folder; raises StoreError where it is no store."""
        self._writing = writing
        self._documents: _Published | None = None
        if not settings.scratch:
            layout = Layout(settings.folder)
            layout.check()
            self._documents = _Published(layout.generations, layout.current)
        self._users = _Published(settings.user_folder / "gen", settings.user_folder / "CURRENT")
        self._seen: tuple[Path | None, Path | None] | None = None
        self._path: str | None = None
        self._joining: asyncio.Task[None] | None = None

    def documents(self) -> str | None:
        """Return the snapshot of the documents, None before the first and on a server without documents."""
        found = None if self._documents is None else self._documents.newest()
        return None if found is None else str(found)

    async def newest(self) -> str | None:
        """Return the folder to read, None while nothing was ever published.

        While a new snapshot is being joined, readers stay on the last one.
        """
        documents = None if self._documents is None else self._documents.newest()
        users = self._users.newest()
        if (documents, users) == self._seen:
            return self._path
        if users is None or documents is None:
            self._path = str(documents or users) if documents or users else None
            self._seen = (documents, users)
        elif self._path is None:
            await self._join(documents, users)
        elif self._joining is None or self._joining.done():
            self._joining = asyncio.create_task(self._join_later(documents, users))
        return self._path

    def changed(self, documents: str | None, snapshot: str | None) -> None:
        """Take note of a snapshot that a change made, so that the next query sees the change."""
        self._path = snapshot
        self._seen = (
            None if snapshot is None else (None if documents is None else Path(documents), self._users.newest())
        )

    async def _join(self, documents: Path, users: Path) -> None:
        made = await self._writing.ask(Change("join", str(documents)))
        if made.snapshot is None:
            raise Refusal(410, f"the snapshot {documents} has been replaced", "ask again")
        self._path = made.snapshot
        self._seen = (documents, users.with_name(made.generation))

    async def _join_later(self, documents: Path, users: Path) -> None:
        try:
            await self._join(documents, users)
        except Refusal:
            self._seen = None  # The next query tries again; until then readers stay where they are.


class _Published:
    """Read the file that names the newest generation, only when it was replaced."""

    def __init__(self, folder: Path, current: Path) -> None:
        self._generations = Generations(folder, current)
        self._current = str(current)
        self._mark: Mark | None = None
        self._newest: Path | None = None

    def newest(self) -> Path | None:
        mark = self._stamp()
        if mark != self._mark:
            self._newest = self._generations.newest()
            self._mark = mark
        return self._newest

    def _stamp(self) -> Mark | None:
        if self._mark is None and not os.access(self._current, os.F_OK):
            return None  # As long as nobody has written anything; an exception a query takes longer.
        try:
            found = os.stat(self._current)  # noqa: PTH116 - asked for each query, and faster so
        except FileNotFoundError:
            return None
        return found.st_mtime_ns, found.st_ino
