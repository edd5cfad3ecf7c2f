"""Which snapshot is the newest."""

from pathlib import Path

from kg.store import Layout
from kg.store.oxigraph import Generations


class Snapshots:
    """Follow what the writer of a store publishes."""

    def __init__(self, folder: Path) -> None:
        """Check the folder; raises StoreError where it is no store."""
        layout = Layout(folder)
        layout.check()
        self._generations = Generations(layout.generations, layout.current)

    def newest(self) -> str | None:
        """Return the folder of the snapshot to read, None before the first."""
        found = self._generations.newest()
        return None if found is None else str(found)
