"""The graph as GraphML, which Gephi, yEd, Cytoscape and igraph read."""

import re
from typing import IO, TYPE_CHECKING

import networkx as nx

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

# XML 1.0 has no place for these, not even escaped.
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def write_graphml(graph: "Graph", output: IO[bytes]) -> None:
    """Write the graph as GraphML, nodes and edges in order of their ids; the same graph gives the same bytes."""
    ordered: Graph = nx.MultiDiGraph()
    for node in sorted(graph):
        ordered.add_node(node, **_writable(graph.nodes[node]))
    for source, target, key in sorted(graph.edges(keys=True)):
        ordered.add_edge(source, target, key=key, **_writable(graph.edges[source, target, key]))
    nx.write_graphml(ordered, output, named_key_ids=True)


def _writable(values: dict[str, object]) -> dict[str, object]:
    return {name: _UNWRITABLE.sub("\ufffd", v) if isinstance(v, str) else v for name, v in sorted(values.items())}
