"""The published snapshots: numbered folders, and a file that names the one to read."""

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from pyoxigraph import Store

from kg.errors import StoreError
from kg.store.oxigraph.held import Held, drop

KEPT: Final = 3


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Hold a dataset and, as long as it is read, the folder that it lies in."""

    dataset: Store
    held: Held | None


class Generations:
    """Publish snapshots and open the newest."""

    def __init__(self, folder: Path, current: Path) -> None:
        """Keep where the snapshots and the file that names one of them lie."""
        self._folder = folder
        self._current = current

    def newest(self) -> Path | None:
        """Return the folder of the snapshot that readers open, or None before the first."""
        try:
            name = self._current.read_text(encoding="ascii").strip()
        except FileNotFoundError:
            return None
        return self._folder / name

    def publish(self, write: Callable[[Path], None]) -> Path:
        """Let `write` make the next snapshot in a new folder, then name it in one step and drop the oldest."""
        self._folder.mkdir(exist_ok=True)
        numbers = [int(path.name) for path in self._folder.iterdir() if path.name.isdigit()]
        target = self._folder / f"{max(numbers, default=0) + 1:06d}"
        unfinished = target.with_suffix(".tmp")
        shutil.rmtree(unfinished, ignore_errors=True)  # Whoever was killed while writing left it.
        write(unfinished)
        unfinished.rename(target)
        fresh = self._current.with_name(self._current.name + ".tmp")
        fresh.write_text(f"{target.name}\n", encoding="ascii")
        with fresh.open() as handle:
            os.fsync(handle.fileno())
        fresh.replace(self._current)
        self._drop_old()
        return target

    def open(self) -> Snapshot:
        """Open the newest snapshot read-only; before the first, an empty dataset.

        No writer drops the folder before the snapshot itself is dropped.

        Raises StoreError where the snapshot is damaged.
        """
        path = self.newest()
        if path is None:
            return Snapshot(Store(), None)
        try:
            held = Held(path)
            return Snapshot(Store.read_only(str(path)), held)
        except (OSError, ValueError, RuntimeError) as error:
            newer = self.newest()
            if newer != path:  # A writer published and dropped this one meanwhile.
                return self.open()
            hint = f"delete {self._current}: the next `kg ingest` publishes a new snapshot"
            raise StoreError(f"the snapshot {path} cannot be opened: {error}", hint) from error

    def _drop_old(self) -> None:
        kept = sorted(path for path in self._folder.iterdir() if path.name.isdigit())[-KEPT:]
        for path in self._folder.iterdir():
            if path not in kept:
                drop(path)
