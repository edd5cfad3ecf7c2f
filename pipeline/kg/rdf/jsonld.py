"""JSON-LD with the ontology's context: names as people read them, one line a node."""

import json
import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import IO, Final

from pyoxigraph import Literal, NamedNode, Quad

from kg.model.codec import Json
from kg.model.prefixes import PREFIXES
from kg.rdf import terms
from kg.resources import ontology

_LOCAL: Final = re.compile(r"[A-Za-z][\w-]*")
_STRING: Final = terms.XSD + "string"
_INTEGER: Final = terms.XSD + "integer"


def write_jsonld(quads: Iterable[Quad], output: IO[bytes]) -> None:
    """Write quads that are sorted by graph and subject, a named graph an object, a node a line."""
    context = json.loads((ontology() / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    output.write(b'{"@context":' + _bytes(context) + b',"@graph":[')
    for number, (graph, inside) in enumerate(groupby(quads, key=lambda quad: quad.graph_name)):
        assert isinstance(graph, NamedNode)
        output.write((b",\n" if number else b"\n") + b'{"@id":' + _bytes(graph.value) + b',"@graph":[\n')
        output.write(b",\n".join(map(_bytes, _nodes(inside))))
        output.write(b"]}")
    output.write(b"]}\n")


def _nodes(quads: Iterable[Quad]) -> Iterator[Json]:
    for subject, about in groupby(quads, key=lambda quad: quad.subject):
        assert isinstance(subject, NamedNode)
        node: dict[str, Json] = {"@id": _short(subject)}
        for quad in about:
            typed = quad.predicate == terms.A
            values = node.setdefault("@type" if typed else _short(quad.predicate), [])
            assert isinstance(values, list)
            values.append(_short(quad.object) if typed else _value(quad.object))
        yield {key: _single(value) for key, value in node.items()}


def _single(value: Json) -> Json:
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def _short(node: object) -> str:
    """Return an IRI as `prefix:name` where that can be read back, else whole."""
    assert isinstance(node, NamedNode)
    for prefix, base in PREFIXES.items():
        local = node.value[len(base) :]
        if node.value.startswith(base) and _LOCAL.fullmatch(local):
            return f"{prefix}:{local}"
    return node.value


def _value(term: object) -> Json:
    if not isinstance(term, Literal):
        return {"@id": _short(term)}
    if term.language is not None:
        return {"@value": term.value, "@language": term.language}
    if term.datatype.value == _STRING:
        return term.value
    if term.datatype.value == _INTEGER and term.value.lstrip("-").isdecimal():
        return int(term.value)
    return {"@value": term.value, "@type": _short(term.datatype)}


def _bytes(value: Json) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
