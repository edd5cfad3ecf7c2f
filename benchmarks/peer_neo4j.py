"""The peer of sync: rdflib-neo4j, which runs in the peers' own environment.

A program of its own: python benchmarks/peer_neo4j.py URI USER PASSWORD FILE
"""

import sys

from rdflib import Graph
from rdflib_neo4j import HANDLE_VOCAB_URI_STRATEGY, Neo4jStore, Neo4jStoreConfig


def main() -> None:
    """Write the triples of a file, in the batches that the package's manual shows."""
    uri, user, password, file = sys.argv[1:]
    config = Neo4jStoreConfig(
        auth_data={"uri": uri, "database": "neo4j", "user": user, "pwd": password},
        handle_vocab_uri_strategy=HANDLE_VOCAB_URI_STRATEGY.IGNORE,
        batching=True,
        batch_size=5000,
    )
    graph = Graph(store=Neo4jStore(config=config))
    graph.parse(file, format="nt")
    graph.close(commit_pending_transaction=True)


if __name__ == "__main__":
    main()
