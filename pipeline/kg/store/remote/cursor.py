"""How far a remote store follows the change log: one triple in a graph of its own, there."""

from typing import Final, NamedTuple, Self

from pyoxigraph import Literal, NamedNode, RdfFormat, Triple, parse, serialize

from kg.store.remote.target import Target

_VALUE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#value")


class Cursor(NamedTuple):
    """Hold which store the remote follows, the last change that it has, and the digest of that change."""

    store: str
    number: int
    mark: str

    def triples(self, graph: str) -> bytes:
        """Return the cursor as N-Triples."""
        words = Literal(f"{self.store} {self.number} {self.mark}".strip())
        text = serialize([Triple(NamedNode(graph), _VALUE, words)], format=RdfFormat.N_TRIPLES)
        assert text is not None
        return text

    @classmethod
    def read(cls, target: Target) -> Self | None:
        """Return the cursor of the remote store, None where it never got one that can be read."""
        data = target.read(target.address.cursor)
        for quad in parse(data, format=RdfFormat.N_TRIPLES):
            parts = (*str(getattr(quad.object, "value", "")).split(" "), "")
            if quad.predicate == _VALUE and len(parts) >= 3 and parts[1].isascii() and parts[1].isdigit():
                return cls(parts[0], int(parts[1]), parts[2])
        return None
