"""The ledger: every document's record, the entities and facts found by it, and the numbered change log."""

from kg.store.ledger.connection import connect
from kg.store.ledger.documents import DocumentInfo

__all__ = ["DocumentInfo", "connect"]
