"""Entities as nodes and facts as edges, from the rows that users see."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import networkx as nx

from kg.model.codec import Json
from kg.model.rows import Row

if TYPE_CHECKING:
    Graph = nx.MultiDiGraph[str]

_TEXTS = ("time", "quote", "modality", "confidence", "document", "sentence", "start", "end", "by")


def load_graph(entities: Iterable[Row], facts: Iterable[Row]) -> "Graph":
    """Return a directed multigraph: a node an entity, keyed by its id; an edge a fact, keyed by the fact's id.

    Only facts that join two entities are edges. Nodes hold `name`, `type`, `aliases` (one text, ` | ` between)
    and `mentions`; edges hold `relation` and what qualifies the fact. What is unknown is left out.
    """
    graph: Graph = nx.MultiDiGraph()
    for entity in entities:
        graph.add_node(str(entity["id"]), **_node(entity))
    for fact in facts:
        ends = [_id(fact[role]) for role in ("subject", "object")]
        if ends[0] is not None and ends[1] is not None:
            graph.add_edge(ends[0], ends[1], key=str(fact["id"]), **_edge(fact))
    return graph


def _node(entity: Row) -> dict[str, Json]:
    aliases = entity["aliases"]
    assert isinstance(aliases, list)
    return {
        "name": entity["name"],
        "type": entity["type"],
        "aliases": " | ".join(map(str, aliases)),
        "mentions": entity["mentions"],
    }


def _edge(fact: Row) -> dict[str, Json]:
    known = {name: fact[name] for name in _TEXTS if fact[name] is not None}
    for role in ("place", "attributed_to"):
        value = fact[role]
        if isinstance(value, Mapping):
            known[role] = value["name"]
    return {"relation": fact["relation"], **known}


def _id(participant: Json) -> str | None:
    return str(participant["id"]) if isinstance(participant, Mapping) and participant["id"] is not None else None
