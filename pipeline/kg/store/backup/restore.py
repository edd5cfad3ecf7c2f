"""Restores a backup: everything is unpacked, checked and made again beside the new store, then put in its place."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from kg.errors import StoreError, UsageError
from kg.store.backup import users
from kg.store.backup.archive import LEDGER, USER_GRAPHS, USER_QUADS, Manifest, damaged, read
from kg.store.layout import Layout


def restore(path: Path, store: Path, project: Callable[[Path], None]) -> Manifest:
    """Make a store from a backup; `project` makes its dataset again from the ledger.

    Either the whole store is there afterwards or nothing. Raises InputError where the file is no backup, damaged or not
    there; StoreError where it is one of another kg, or the folder is not empty; UsageError where the folder cannot be
    written.
    """
    _check_free(store)
    work = store.absolute().with_name(f".{store.absolute().name}.restoring-{os.getpid()}")
    try:
        work.mkdir(parents=True)
        manifest = _unpack(path, work)
        project(work)
        _check_free(store)
        work.rename(store)
    except OSError as error:
        raise UsageError(
            f"{store} cannot be written: {error}", "name a folder where you may write, with room"
        ) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)
    return manifest


def _check_free(store: Path) -> None:
    if store.is_dir() and not any(store.iterdir()):
        return
    if store.exists():
        hint = "restore into a new folder: `kg --store NEW restore FILE`"
        raise StoreError(f"{store} is not empty: nothing was restored", hint)


def _unpack(path: Path, folder: Path) -> Manifest:
    parts = folder / "parts"
    parts.mkdir()
    manifest = read(path, parts)
    _check_ledger(path, parts / LEDGER)
    layout = Layout(folder)
    try:
        if (parts / USER_QUADS).exists():
            users.load(layout, parts / USER_QUADS, parts / USER_GRAPHS)
    except (ValueError, SyntaxError, FileNotFoundError) as error:
        raise damaged(path, f"the users' graphs cannot be read: {error}") from error
    ledger = (parts / LEDGER).rename(folder / ".ledger")
    shutil.rmtree(parts)
    layout.generations.mkdir()
    layout.format.write_text(f"{manifest.format}\n", encoding="utf-8")
    ledger.rename(layout.ledger)
    return manifest


def _check_ledger(path: Path, ledger: Path) -> None:
    try:
        with closing(sqlite3.connect(ledger)) as connection:
            (said,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.Error as error:
        said = str(error)
    if said != "ok":
        raise damaged(path, f"its ledger cannot be read: {said}")
