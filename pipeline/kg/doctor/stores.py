"""The store: its format, what it holds, its newest snapshot and who is writing it."""

import fcntl
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from kg.doctor.finding import Finding
from kg.errors import KgError, StoreError
from kg.store import Layout
from kg.store.ledger import changes, connect
from kg.store.oxigraph import Generations


def store(folder: Path, *, named: bool) -> Finding:
    """Examine the store; one that is missing is a problem only where the user named it."""
    layout = Layout(folder)
    if not folder.exists() and not named:
        return Finding("store", "ok", f"none at {folder} yet: the first `kg ingest SOURCE…` makes it")
    try:
        layout.check()
        parts = [_format(layout), _documents(layout), _snapshot(layout), _lock(layout)]
    except KgError as error:
        return Finding("store", "problem", error.message, error.hint or None, asked=named)
    except OSError as error:
        hint = "make the folder readable, or name another one with --store DIR"
        return Finding("store", "problem", f"{folder} cannot be read: {error}", hint, asked=named)
    return Finding("store", "ok", f"{folder}: {', '.join(parts)}", asked=named)


def _format(layout: Layout) -> str:
    return f"format {layout.format.read_text(encoding='utf-8').strip()}"


def _documents(layout: Layout) -> str:
    if not layout.ledger.exists():
        return "0 documents"
    with closing(connect(layout.ledger, writable=False)) as ledger:
        try:
            (sound,) = ledger.execute("PRAGMA quick_check(1)").fetchone()
            (count,) = ledger.execute("SELECT count(*) FROM documents").fetchone()
            behind = changes.last(ledger) - changes.cursor(ledger, "oxigraph")
        except sqlite3.Error as error:
            sound = str(error)
    if sound != "ok":
        hint = "restore it from a backup: `kg --store NEW restore FILE`"
        raise StoreError(f"the ledger {layout.ledger} is damaged: {sound}", hint)
    return f"{count} documents" + (f" ({behind} changes wait for the next writer)" if behind > 0 else "")


def _snapshot(layout: Layout) -> str:
    generations = Generations(layout.generations, layout.current)
    newest = generations.newest()
    if newest is None:
        return "no snapshot yet"
    return f"snapshot {newest.name} ({len(generations.open().dataset)} quads)"


def _lock(layout: Layout) -> str:
    """Say who holds the lock; a name left in the file by a process that was killed counts for nothing."""
    if not layout.lock.exists():
        return "not locked"
    handle = os.open(layout.lock, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        held = layout.lock.read_text(encoding="utf-8", errors="replace").splitlines()
        return f"being written by process {held[0]}" if held else "being written"
    finally:
        os.close(handle)
    return "not locked"
