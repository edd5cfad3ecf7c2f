"""Copies of a store in one file: the ledger and the graphs of users; all else is made again from them."""

from kg.store.backup.archive import Manifest
from kg.store.backup.make import backup
from kg.store.backup.restore import restore

__all__ = ["Manifest", "backup", "restore"]
