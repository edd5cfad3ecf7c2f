"""Where the parts of a store lie in its folder, and the check that a folder is a store of this format."""

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import StoreError

FORMAT: Final = 1
_FRESH: Final = ".format-"


@dataclass(frozen=True, slots=True)
class Layout:
    """Hold the folder of a store and name what lies in it."""

    folder: Path

    @property
    def format(self) -> Path:
        """Name the file that holds the number of the store's format."""
        return self.folder / "format"

    @property
    def lock(self) -> Path:
        """Name the file that the writer locks."""
        return self.folder / "LOCK"

    @property
    def ledger(self) -> Path:
        """Name the SQLite file with the documents."""
        return self.folder / "ledger.sqlite"

    @property
    def database(self) -> Path:
        """Name the folder of the Oxigraph database, which only the writer opens."""
        return self.folder / "db"

    @property
    def generations(self) -> Path:
        """Name the folder of the published snapshots."""
        return self.folder / "gen"

    @property
    def current(self) -> Path:
        """Name the file that says which snapshot readers open."""
        return self.folder / "CURRENT"

    def create(self) -> None:
        """Make the folder a store where it is new or empty, and check it where it is not.

        Raises StoreError where the folder holds something else.
        """
        if not self.folder.exists() or (self.folder.is_dir() and not any(self._strangers())):
            self.folder.mkdir(parents=True, exist_ok=True)
            self.generations.mkdir(exist_ok=True)
            self._write_format()
        self.check()

    def _write_format(self) -> None:
        """Write the number in one step: another process, or a kill, never finds or leaves half a file."""
        fresh = self.folder / f"{_FRESH}{threading.get_native_id()}"
        fresh.write_text(f"{FORMAT}\n", encoding="utf-8")
        fresh.replace(self.format)

    def check(self) -> None:
        """Raise StoreError where the folder is missing, no store, or a store of another format."""
        if not self.folder.exists():
            raise StoreError(f"no store at {self.folder}", f"make one with `kg --store {self.folder} ingest SOURCE…`")
        if not self.format.is_file():
            raise StoreError(f"{self.folder} is not a store of kg", "name another folder with --store DIR")
        found = self.format.read_text(encoding="utf-8", errors="replace").strip()
        if found != str(FORMAT):
            newer = found.isascii() and found[:20].isdigit() and int(found[:20]) > FORMAT
            told = f"{found[:20]!r}{', made by a newer kg' * newer}"
            raise StoreError(
                f"{self.folder} has store format {told}: this kg reads {FORMAT}",
                f"{'upgrade kg (`uv tool upgrade newskg`), or ' * newer}"
                "ingest the documents again into a new store: `kg --store NEW ingest SOURCE…`",
            )

    def _strangers(self) -> list[Path]:
        """Return what no kg that is just making this store has put there."""
        found = self.folder.iterdir()
        return [path for path in found if path.name not in ("LOCK", "gen") and not path.name.startswith(_FRESH)]
