"""The RDF dataset: the writer's database and the snapshots that readers open."""

from kg.store.oxigraph.database import Database
from kg.store.oxigraph.generations import Generations

__all__ = ["Database", "Generations"]
