"""Who and what a text speaks of, and where it does."""

from dataclasses import dataclass
from enum import StrEnum

from kg.model.span import Span


class EntityType(StrEnum):
    """Name the kinds of entity that a fact can join."""

    PERSON = "Person"
    ORGANIZATION = "Organization"
    PLACE = "Place"
    ONLINE_ACCOUNT = "OnlineAccount"
    GROUP = "Group"
    EVENT = "Event"
    WORK = "Work"
    OTHER = "Other"


class MentionKind(StrEnum):
    """Name the ways in which a text can refer to an entity."""

    NAME = "name"
    NOMINAL = "nominal"
    PRONOUN = "pronoun"


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """Hold one place where a document refers to an entity; `by` names the rule or model that says so.

    `antecedent` is the earlier span that a nominal or pronoun was resolved to, else None.
    """

    span: Span
    text: str
    entity: str
    type: EntityType
    kind: MentionKind
    by: str
    antecedent: Span | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """Hold an entity of one document or, once resolved, of all of them.

    `key` decides identity (a normalised name, or `wd:Q…` for a known entity); `same_as` holds IRIs in
    knowledge bases; `cues` holds what tells namesakes apart (`role:…`, `place:…`), sorted.
    """

    id: str
    type: EntityType
    name: str
    key: str
    aliases: tuple[str, ...] = ()
    same_as: tuple[str, ...] = ()
    cues: tuple[str, ...] = ()
    mentions: int = 0
