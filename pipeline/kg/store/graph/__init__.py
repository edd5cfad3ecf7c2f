"""The property graph: a projection of the store on a Bolt server, Neo4j or the local one."""

from kg.store.graph.local import connect_local
from kg.store.graph.target import Address, Target, named

__all__ = ["Address", "Target", "connect_local", "named"]
