"""The store of a knowledge graph: a ledger of documents, the RDF dataset made from it, and its snapshots."""

from kg.store.layout import Layout
from kg.store.reader import Reader
from kg.store.seams import Render, Resolver
from kg.store.writer import Writer

__all__ = ["Layout", "Reader", "Render", "Resolver", "Writer"]
