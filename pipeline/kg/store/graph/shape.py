"""A document as nodes and relationships of the property graph: a pure function, which knows no server.

(:Document)-[:MENTIONS {count}]->(:Entity), (:Document)-[:SAYS]->(:Fact)-[:SUBJECT|OBJECT|…]->(:Entity), and a
relationship of the relation's own type from entity to entity for what is asserted or reported.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from kg.model.entity import Entity, EntityType
from kg.model.extraction import Extraction
from kg.model.fact import Amount, Fact, Modality, Participant, RoleValue
from kg.model.naming import fold
from kg.store.graph.names import label, property_name, relationship_type

Value = str | int | float | list[str]
Properties = dict[str, Value]

_STANDING: Final = (Modality.ASSERTED, Modality.REPORTED)
_WIDEST: Final = 2**63 - 1
_DIRECT: Final = ("time", "modality", "confidence", "document", "sentence", "start", "end", "by")


@dataclass(frozen=True, slots=True)
class Node:
    """Hold a node; `labels` come after the label KG that all have."""

    iri: str
    labels: tuple[str, ...]
    properties: Properties


@dataclass(frozen=True, slots=True)
class Edge:
    """Hold a relationship between two nodes, named by their IRIs."""

    type: str
    start: str
    end: str
    properties: Properties


@dataclass(frozen=True, slots=True)
class Shape:
    """Hold what one document brings into the graph; `entities` describes them as this document does."""

    document: Node
    facts: tuple[Node, ...]
    edges: tuple[Edge, ...]
    entities: Mapping[str, Node]


def shape(extraction: Extraction, mapping: Mapping[str, str], record: str) -> Shape:
    """Return the nodes and relationships of a document.

    `mapping` holds the global id of each entity id; `record` is the document's record as the ledger has it.
    """
    entities = _entities(extraction, mapping)
    edges = [*_mentions(extraction, mapping, entities)]
    facts = list[Node]()
    for fact in {fact.id: fact for fact in extraction.facts}.values():
        node = _fact(fact, extraction)
        facts.append(node)
        edges += [*_roles(fact, mapping), *_direct(fact, node, mapping)]
    return Shape(_document(extraction, mapping, record), tuple(facts), tuple(edges), entities)


def entity_node(identifier: str, entity: Entity, mentions: int) -> Node:
    """Return the node of a global entity; `mentions` counts those in all documents."""
    properties: Properties = {
        "iri": identifier,
        "name": entity.name,
        "type": entity.type.value,
        "aliases": list(entity.aliases),
        "same_as": list(entity.same_as),
        "mentions": mentions,
    }
    return Node(identifier, ("Entity", entity.type.value), properties)


def _document(extraction: Extraction, mapping: Mapping[str, str], record: str) -> Node:
    """Return the document's node; its record and mapping hold all that the quads are made from."""
    document = extraction.document
    known = {
        "iri": document.id,
        "title": document.title,
        "source": document.source,
        "published": document.published,
        "language": document.language,
        "author": document.author,
        "record": record,
        "mapping": json.dumps(dict(mapping), ensure_ascii=False, separators=(",", ":"), sort_keys=True),
    }
    return Node(document.id, ("Document",), {name: value for name, value in known.items() if value is not None})


def _entities(extraction: Extraction, mapping: Mapping[str, str]) -> dict[str, Node]:
    """Return every entity of the document by its global id; two that are one are described once."""
    found = dict[str, Node]()
    for entity in (*extraction.entities, *_undescribed(extraction)):
        identifier = mapping.get(entity.id, entity.id)
        found.setdefault(identifier, entity_node(identifier, entity, entity.mentions))
    return found


def _undescribed(extraction: Extraction) -> Iterator[Entity]:
    """Yield who takes part in a fact without an entity of its own in the document."""
    for fact in extraction.facts:
        for _, one in _participants(fact):
            if one.id is not None:
                yield Entity(one.id, one.type or EntityType.OTHER, one.name, fold(one.name))


def _mentions(extraction: Extraction, mapping: Mapping[str, str], entities: Mapping[str, Node]) -> Iterator[Edge]:
    counts = Counter(mapping.get(mention.entity, mention.entity) for mention in extraction.mentions)
    for identifier in entities:
        yield Edge("MENTIONS", extraction.document.id, identifier, {"count": counts[identifier]})


def _roles(fact: Fact, mapping: Mapping[str, str]) -> Iterator[Edge]:
    """Yield who says the fact and which entity fills which role."""
    yield Edge("SAYS", fact.document, fact.id, {})
    filled = ((relationship_type(role), one.id) for role, one in _participants(fact) if one.id is not None)
    for kind, end in sorted({(kind, mapping.get(end, end)) for kind, end in filled}):
        yield Edge(kind, fact.id, end, {})


def _direct(fact: Fact, node: Node, mapping: Mapping[str, str]) -> Iterator[Edge]:
    """Yield the relationship from subject to object, where both are entities and the fact stands."""
    start, end = (None if one is None else one.id for one in (fact.subject, fact.object))
    if fact.modality not in _STANDING or start is None or end is None:
        return
    values: Properties = {name: node.properties[name] for name in _DIRECT if name in node.properties}
    ends = mapping.get(start, start), mapping.get(end, end)
    yield Edge(relationship_type(fact.relation), *ends, {"fact": fact.id, **values})


def _participants(fact: Fact) -> Iterator[tuple[str, Participant]]:
    fixed = (
        ("subject", fact.subject),
        ("object", fact.object),
        ("place", fact.place),
        ("attributedTo", fact.attributed_to),
    )
    for role, value in (*fixed, *fact.roles):
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Participant):
                yield role, item


def _fact(fact: Fact, extraction: Extraction) -> Node:
    text = extraction.document.text
    known: dict[str, Value | None] = {
        "iri": fact.id,
        "relation": fact.relation,
        "subject": _name(fact.subject),
        "object": _name(fact.object),
        "time": fact.time,
        "place": _name(fact.place),
        "quote": fact.quote,
        "attributed_to": _name(fact.attributed_to),
        "modality": fact.modality.value,
        "confidence": fact.confidence,
        "document": fact.document,
        "sentence": fact.sentence.of(text),
        "start": fact.evidence.start,
        "end": fact.evidence.end,
        "trigger": fact.trigger.of(text),
        "by": fact.by,
        "steps": list(fact.steps) or None,
    }
    values = {name: value for name, value in known.items() if value is not None}
    for role, value in (("amount", fact.amount), *fact.roles):
        if value is not None:
            name = property_name(role)
            _add(values, name if name not in known else f"role_{name}", value)
    return Node(fact.id, ("Fact", label(fact.relation)), values)


def _name(participant: Participant | None) -> str | None:
    return None if participant is None else participant.name


def _add(values: Properties, name: str, value: RoleValue) -> None:
    """Add a role; a property holds no map, so that an amount becomes one property a part."""
    if isinstance(value, Amount):
        values[name] = _number(value.value)
        parts = (("currency", value.currency), ("unit", value.unit), ("qualifier", value.qualifier))
        values.update({f"{name}_{part}": text for part, text in parts if text is not None})
    elif isinstance(value, Participant):
        values[name] = value.name
    elif isinstance(value, tuple):
        values[name] = [item.name for item in value]
    else:
        values[name] = value if isinstance(value, str) else _number(value)


def _number(value: float) -> int | float:
    """Return a number that a property can hold: whole ones have 64 bits there."""
    return float(value) if isinstance(value, int) and abs(value) > _WIDEST else value
