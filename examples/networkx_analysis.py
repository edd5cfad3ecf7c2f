"""Rank the entities of a store and find its communities: `python examples/networkx_analysis.py [STORE]`."""

import sys

import networkx as nx

import kg


def main(store: str) -> None:
    """Print the most central entities and the groups that facts hold together."""
    graph = kg.load_graph(store)
    names = nx.get_node_attributes(graph, "name")
    simple = nx.Graph(graph.to_undirected())
    ranked = sorted(nx.betweenness_centrality(simple).items(), key=lambda item: (-item[1], item[0]))
    print("Most central:")
    for node, score in ranked[:5]:
        print(f"  {score:.3f}  {names[node]}")
    print("Communities:")
    for members in nx.community.louvain_communities(simple, seed=1):
        if len(members) > 1:
            print("  " + ", ".join(sorted(names[node] for node in members)))


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "kg-data")
