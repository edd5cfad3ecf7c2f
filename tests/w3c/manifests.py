"""The W3C test suites as values: what each test sends and what it expects."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

SUITE = Path(__file__).parents[3] / "shared/data/rdf-tests/sparql/sparql11"
MF = "http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#"
QT = "http://www.w3.org/2001/sw/DataAccess/tests/test-query#"
UT = "http://www.w3.org/2009/sparql/tests/test-update#"
HT = "http://www.w3.org/2011/http#"
CNT = "http://www.w3.org/2011/content#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"

QUERY_FOLDERS = (
    "aggregates bind bindings cast construct exists functions grouping negation project-expression "
    "property-path subquery"
).split()
UPDATE_FOLDERS = (
    "add basic-update clear copy delete delete-data delete-insert delete-where drop move update-silent".split()
)


class Node:
    """Stand on one node of a manifest and walk along its properties."""

    def __init__(self, store: Store, term: object) -> None:
        self._store = store
        self.term = term

    def all(self, iri: str) -> list["Node"]:
        quads = self._store.quads_for_pattern(self.term, NamedNode(iri), None)
        return [Node(self._store, quad.object) for quad in quads]

    def one(self, iri: str) -> "Node | None":
        found = self.all(iri)
        return found[0] if found else None

    def text(self, iri: str) -> str | None:
        found = self.one(iri)
        return None if found is None else found.value

    @property
    def value(self) -> str:
        assert isinstance(self.term, NamedNode | Literal), self.term
        return self.term.value

    def items(self) -> Iterator["Node"]:
        """Yield the members of a list, of lists in lists too."""
        at: Node | None = self
        while at is not None and (first := at.one(f"{RDF}first")) is not None:
            yield from first.items() if first.one(f"{RDF}first") is not None else [first]
            at = at.one(f"{RDF}rest")

    def path(self) -> Path:
        return Path(unquote(urlsplit(self.value).path))


@dataclass(frozen=True)
class Case:
    """Hold one test: its name (folder/name), its kind and its node."""

    name: str
    kind: str
    node: Node

    def part(self, iri: str) -> Node:
        found = self.node.one(iri)
        assert found is not None, iri
        return found


def cases(folder: str, kind: str, *, manifest: str = "manifest.ttl") -> list[Case]:
    """Return the tests of a kind in one folder, none where the suites are not there."""
    path = SUITE / folder / manifest
    if not path.exists():
        return []
    store = Store()
    store.load(path=str(path), format=RdfFormat.TURTLE, base_iri=path.as_uri())
    entries = Node(store, NamedNode(path.as_uri())).one(f"{MF}entries")
    assert entries is not None
    found = [(entry, entry.one(f"{RDF}type")) for entry in entries.items()]
    return [
        Case(f"{folder}/{entry.value.rpartition('#')[2]}", kind, entry)
        for entry, its in found
        if its is not None and its.value == MF + kind
    ]


def parameters(found: list[Case], expected: dict[str, str], count: int) -> list[object]:
    """Return the tests as pytest takes them; those that are known to fail must fail.

    `count` is how many there are in the suites: a test lost on the way is an error.
    """
    if not found:
        reason = f"{SUITE} is not there"
        assert not os.environ.get("CI"), reason
        return [pytest.param(None, marks=pytest.mark.skip(reason=reason), id="absent")]
    assert len(found) == count, (len(found), count)
    return [
        pytest.param(
            one, id=one.name, marks=[pytest.mark.xfail(reason=expected[one.name])] if one.name in expected else []
        )
        for one in found
    ]
