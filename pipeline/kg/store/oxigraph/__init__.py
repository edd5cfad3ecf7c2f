"""The RDF dataset: the writer's database and the snapshots that readers open."""

from kg.store.oxigraph.database import Database
from kg.store.oxigraph.generations import Generations, Snapshot
from kg.store.oxigraph.held import Held, drop

__all__ = ["Database", "Generations", "Held", "Snapshot", "drop"]
