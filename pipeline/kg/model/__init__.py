"""The values that flow between the stages: frozen, standard library only, no stage's knowledge."""

from kg.model.document import Document
from kg.model.entity import Entity, EntityType, Mention, MentionKind
from kg.model.extraction import Discarded, Extraction, Receipt
from kg.model.fact import Amount, Fact, Modality, Participant, RoleValue
from kg.model.span import Span

__all__ = [
    "Amount",
    "Discarded",
    "Document",
    "Entity",
    "EntityType",
    "Extraction",
    "Fact",
    "Mention",
    "MentionKind",
    "Modality",
    "Participant",
    "Receipt",
    "RoleValue",
    "Span",
]
