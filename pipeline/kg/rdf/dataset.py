"""A document's named graph: the article, what it mentions, what it says."""

from collections.abc import Iterator, Mapping

from pyoxigraph import Literal, NamedNode, Quad

from kg.model import Document, Entity, Extraction, Mention
from kg.model.ids import fragment
from kg.rdf import terms
from kg.rdf.facts import Statements, Triple, fact_triples


def quads(extraction: Extraction, mapping: Mapping[str, str]) -> list[Quad]:
    """Return the quads of a document's named graph, each once, in order.

    `mapping` holds the global id of each entity id; one that it lacks stays as it is.
    """
    document = extraction.document
    graph = NamedNode(document.id)
    found = set(_triples(extraction, mapping))
    return sorted((Quad(*triple, graph) for triple in found), key=str)


def _triples(extraction: Extraction, mapping: Mapping[str, str]) -> Iterator[Triple]:
    document = extraction.document
    yield from _document(document)
    for entity in extraction.entities:
        node = NamedNode(mapping.get(entity.id, entity.id))
        yield from _entity(node, entity, document)
    for mention in extraction.mentions:
        yield from _mention(mention, document, NamedNode(mapping.get(mention.entity, mention.entity)))
    statements = Statements(document, mapping)
    for fact in extraction.facts:
        yield from fact_triples(fact, statements)


def _document(document: Document) -> Iterator[Triple]:
    node = NamedNode(document.id)
    yield node, terms.A, terms.ARTICLE
    yield node, terms.BODY, Literal(document.text)
    yield node, terms.LANGUAGE, Literal(document.language)
    yield node, terms.SOURCE, Literal(document.source)
    if document.published is not None:
        yield node, terms.PUBLISHED, terms.date(document.published)
    if document.title is not None:
        yield node, terms.HEADLINE, Literal(document.title)
    if document.author is not None:
        yield node, terms.AUTHOR, Literal(document.author)


def _entity(node: NamedNode, entity: Entity, document: Document) -> Iterator[Triple]:
    """Describe an entity as this document calls it; other documents may add other names."""
    yield NamedNode(document.id), terms.MENTIONS, node
    yield node, terms.A, terms.CLASSES[entity.type]
    yield node, terms.LABEL, Literal(entity.name)
    for alias in entity.aliases:
        yield node, terms.ALT_LABEL, Literal(alias)
    for same in entity.same_as:
        yield node, terms.SAME_AS, NamedNode(same)


def _mention(mention: Mention, document: Document, entity: NamedNode) -> Iterator[Triple]:
    """Tie a span to its entity (ITS 2.0 Text Analysis); the span's IRI says where it stands (RFC 5147)."""
    span = NamedNode(fragment(document.id, mention.span.start, mention.span.end))
    yield span, terms.REFERS_TO, entity
    yield span, terms.KIND, Literal(mention.kind.value)
