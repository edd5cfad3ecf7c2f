"""`kg export --from bolt://…`: the RDF rebuilt from a property graph is the RDF it was made from, byte for byte."""

import subprocess
import sys
from pathlib import Path

import pytest

from hand_made import entity, extraction
from kg.model import EntityType
from kg.rdf import quads
from kg.resolve import across
from kg.store import Writer

ANNE, SHORT = entity("Anne Dubois"), entity("Dubois", aliases=["Mme Dubois"])
NOVATEL = entity('Novatel "A"\n`B`', EntityType.ORGANIZATION)
pytestmark = [pytest.mark.servers]


def kg(*arguments: str | Path) -> bytes:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True).stdout


@pytest.mark.parametrize("layout", ["nquads", "trig", "jsonld"])
def test_the_way_through_neo4j_loses_nothing(tmp_path: Path, neo4j_environment: str, layout: str) -> None:
    store = tmp_path / "store"
    with Writer(store, render=quads, resolver=across) as writer:
        writer.commit(extraction([(ANNE, "acquired", NOVATEL), (NOVATEL, "sued", ANNE)], title="One"))
        writer.commit(extraction([(SHORT, "owns", NOVATEL)], title="Two"))
    kg("--store", store, "sync", "--rebuild")
    there = kg("--store", store, "export", "--format", layout)
    assert kg("export", "--format", layout, "--from", neo4j_environment) == there
