"""Facts, entities and mentions as the plain rows that users see (contract: `kg facts --format jsonl`)."""

from typing import Final

from kg.model.codec import Json
from kg.model.document import Document
from kg.model.entity import Entity, Mention
from kg.model.fact import Amount, Fact, Participant, RoleValue

Row = dict[str, Json]
FACT: Final = (
    *("id", "relation", "subject", "object", "time", "place", "amount", "quote", "roles", "modality"),
    *("attributed_to", "confidence", "document", "sentence", "start", "end", "by"),
)
ENTITY: Final = ("id", "name", "type", "aliases", "mentions", "same_as")
MENTION: Final = ("document", "start", "end", "text", "type", "entity", "kind")
"""The names of the parts of each kind of row, in their order."""


def fact_row(fact: Fact, document: Document) -> Row:
    """Return a fact as users see it; `sentence` is the text around the evidence."""
    return {
        "id": fact.id,
        "relation": fact.relation,
        "subject": participant_row(fact.subject),
        "object": participant_row(fact.object),
        "time": fact.time,
        "place": participant_row(fact.place),
        "amount": None if fact.amount is None else amount_row(fact.amount),
        "quote": fact.quote,
        "roles": {name: role_row(value) for name, value in fact.roles},
        "modality": fact.modality.value,
        "attributed_to": participant_row(fact.attributed_to),
        "confidence": round(fact.confidence, 3),
        "document": document.id,
        "sentence": fact.sentence.of(document.text),
        "start": fact.evidence.start,
        "end": fact.evidence.end,
        "by": fact.by,
    }


def participant_row(participant: Participant | None) -> Json:
    """Return who fills a role as an object with id, name and type, or None."""
    if participant is None:
        return None
    kind = None if participant.type is None else participant.type.value
    return {"id": participant.id, "name": participant.name, "type": kind}


def amount_row(amount: Amount) -> Row:
    """Return an amount with all of its four parts."""
    return {
        "value": amount.value,
        "currency": amount.currency,
        "unit": amount.unit,
        "qualifier": amount.qualifier,
    }


def role_row(value: RoleValue) -> Json:
    """Return the value of a further role."""
    if isinstance(value, Amount):
        return amount_row(value)
    if isinstance(value, Participant):
        return participant_row(value)
    if isinstance(value, tuple):
        return [participant_row(item) for item in value]
    return value


def entity_row(entity: Entity) -> Row:
    """Return an entity as users see it."""
    return {
        "id": entity.id,
        "name": entity.name,
        "type": entity.type.value,
        "aliases": list(entity.aliases),
        "mentions": entity.mentions,
        "same_as": list(entity.same_as),
    }


def mention_row(mention: Mention, document: Document) -> Row:
    """Return a mention as users see it."""
    return {
        "document": document.id,
        "start": mention.span.start,
        "end": mention.span.end,
        "text": mention.text,
        "type": mention.type.value,
        "entity": mention.entity,
        "kind": mention.kind.value,
    }
