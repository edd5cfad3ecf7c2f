"""The HTTP endpoint: SPARQL 1.1 Protocol, Graph Store Protocol, service description."""

from kg.serve.settings import Settings

__all__ = ["Settings"]
