"""Makes a backup beside a running writer: one consistent state of the ledger, and the users' newest graphs.

Left out are what is made again (the dataset and its snapshots, the local graph server's files) and the store's
identity: a copy that goes its own way must not be taken for the store that a graph server follows.
"""

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path

from kg.errors import StoreError, UsageError
from kg.store.backup import users
from kg.store.backup.archive import LEDGER, USER_GRAPHS, USER_QUADS, Manifest, Part, write
from kg.store.layout import Layout
from kg.store.ledger import changes, connect


def backup(store: Path, path: Path, *, force: bool = False) -> Manifest:
    """Write a backup of the store into a file and return what it holds; the same store gives the same bytes.

    Raises StoreError where the store is none or damaged, UsageError where the file is there (unless `force`) or
    cannot be written.
    """
    layout = Layout(store)
    layout.check()
    if path.exists() and not force:
        raise UsageError(f"{path} is there already", "name another file, or replace it with --force")
    try:
        with tempfile.TemporaryDirectory(dir=path.absolute().parent, prefix=".kg-backup-") as work:
            manifest = _collect(layout, Path(work))
            write(path, manifest, Path(work))
    except OSError as error:
        raise UsageError(f"{path} cannot be written: {error}", "name a file where you may write, with room") from error
    return manifest


def _collect(layout: Layout, folder: Path) -> Manifest:
    documents, number = _copy_ledger(layout, folder / LEDGER)
    names = [LEDGER]
    if users.dump(layout, folder / USER_QUADS, folder / USER_GRAPHS):
        names += [USER_QUADS, USER_GRAPHS]
    return Manifest(documents, number, {name: Part.of(folder / name) for name in names})


def _copy_ledger(layout: Layout, target: Path) -> tuple[int, int]:
    """Copy the ledger as one transaction sees it, packed; return its numbers of documents and of the last change."""
    there = layout.ledger.exists()
    with closing(connect(layout.ledger if there else Path(":memory:"), writable=not there)) as ledger:
        try:
            ledger.execute("VACUUM INTO ?", (str(target),))
        except sqlite3.Error as error:
            hint = "`kg doctor` says what is wrong; an older backup can be restored with `kg --store NEW restore FILE`"
            raise StoreError(f"the ledger {layout.ledger} cannot be copied: {error}", hint) from error
    with closing(sqlite3.connect(target, isolation_level=None)) as copy:
        copy.execute("PRAGMA schema_version = 1")  # It counts copies, which are no part of what a store is.
        (documents,) = copy.execute("SELECT count(*) FROM documents").fetchone()
        return int(documents), changes.last(copy)
