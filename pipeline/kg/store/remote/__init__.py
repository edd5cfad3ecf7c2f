"""Remote RDF stores: the change log pushed over HTTP, each document as a named graph of the store there."""

from kg.store.remote.address import Address, is_remote, named
from kg.store.remote.difference import compare
from kg.store.remote.follow import PushReport, Watch, push
from kg.store.remote.target import Target, connect

__all__ = ["Address", "PushReport", "Target", "Watch", "compare", "connect", "is_remote", "named", "push"]
