"""Reads documents back out of a graph: their nodes hold all that the quads of a document are made from."""

import json
from collections.abc import Iterator
from typing import Final

from neo4j import Query

from kg.model.codec import loads
from kg.model.extraction import Extraction
from kg.store.graph.target import Target

_RECORDS: Final = "MATCH (d:Document) RETURN d.record AS record, d.mapping AS mapping ORDER BY d.iri"


def extractions(target: Target) -> Iterator[tuple[Extraction, dict[str, str]]]:
    """Yield each document of the graph, by its id, with the global id of each of its entities.

    Raises UnavailableError, UsageError.
    """
    with target.stream(Query(_RECORDS), {}) as result:
        for record, mapping in result:
            if record is not None and mapping is not None:
                yield loads(record), json.loads(mapping)
