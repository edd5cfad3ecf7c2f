"""The store as a networkx graph, for analysis and for graph tools."""

from kg.graphs.build import load_graph
from kg.graphs.export import write_graphml

__all__ = ["load_graph", "write_graphml"]
