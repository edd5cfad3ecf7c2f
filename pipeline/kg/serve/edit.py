"""Apply one change to the users' graphs; used by the writing worker."""

from collections.abc import Collection
from email.message import EmailMessage
from email.parser import BytesParser
from email.policy import HTTP
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, RdfFormat, Store

from kg.model.prefixes import PREFIXES
from kg.serve.amend import amended
from kg.serve.change import Change
from kg.serve.formats import named
from kg.serve.refusal import Refusal

_PARTS: Final = "multipart/form-data"
_QUADS: Final = ("TRIG", "N_QUADS")


def apply(dataset: Store, change: Change, allowed: Collection[str] = ()) -> int:
    """Change the dataset and return the HTTP status that says how: 200, 201 or 204.

    Raises Refusal where the update or the triples are broken.
    """
    if change.verb == "update":
        return _update(dataset, change, allowed)
    if change.verb == "delete":
        return _delete(dataset, change)
    return _write(dataset, change)


def _update(dataset: Store, change: Change, allowed: Collection[str]) -> int:
    text = amended(change.text, change.default, change.named, allowed)
    prefixes = None if change.documents is None else PREFIXES
    try:
        dataset.update(text, base_iri=change.base, prefixes=prefixes)
    except (SyntaxError, ValueError) as error:
        raise Refusal(400, f"the update is broken: {error}", "see https://www.w3.org/TR/sparql11-update/") from error
    except RuntimeError as error:
        raise Refusal(400, f"the update failed: {error}") from error
    return 204


def _node(change: Change) -> NamedNode | DefaultGraph:
    return DefaultGraph() if change.graph is None else NamedNode(change.graph)


def _there(dataset: Store, graph: NamedNode | DefaultGraph) -> bool:
    return isinstance(graph, DefaultGraph) or dataset.contains_named_graph(graph)


def _delete(dataset: Store, change: Change) -> int:
    graph = _node(change)
    if not _there(dataset, graph):
        raise Refusal(404, f"there is no graph {graph}")
    dataset.remove_graph(graph)
    return 204


def _write(dataset: Store, change: Change) -> int:
    graph = _node(change)
    there = _there(dataset, graph)
    if there and change.verb == "put":
        dataset.remove_graph(graph)
    if isinstance(graph, NamedNode):
        dataset.add_graph(graph)
    for content, body in _bodies(change):
        _load(dataset, content, body, change.base, graph)
    return 204 if there else 201


def _bodies(change: Change) -> list[tuple[str, bytes]]:
    if not change.content.lower().startswith(_PARTS):
        return [(change.content, change.body)]
    head = f"content-type: {change.content}\r\n\r\n".encode()
    message = BytesParser(EmailMessage, policy=HTTP).parsebytes(head + change.body)
    parts = [(part.get_content_type(), part.get_payload(decode=True)) for part in message.iter_parts()]
    found = [(content, body) for content, body in parts if isinstance(body, bytes)]
    if not found:
        raise Refusal(400, "the form has no parts", "send each file as a part with its own content-type")
    return found


def _load(dataset: Store, content: str, body: bytes, base: str, graph: NamedNode | DefaultGraph) -> None:
    layout = named(content)
    if layout is None or layout.name in _QUADS:
        hint = "send text/turtle, application/n-triples, application/rdf+xml or application/ld+json"
        raise Refusal(415, f"triples cannot be read from {content or 'a body without a type'!r}", hint)
    try:
        dataset.bulk_load(body, getattr(RdfFormat, layout.name), base_iri=base, to_graph=graph)
    except (SyntaxError, ValueError) as error:
        raise Refusal(400, f"the triples are broken: {error}") from error
