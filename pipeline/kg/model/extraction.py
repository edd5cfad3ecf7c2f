"""What one document gives, what was left out and why, and what a store says it did."""

from dataclasses import dataclass

from kg.model.document import Document
from kg.model.entity import Entity, Mention
from kg.model.fact import Fact
from kg.model.span import Span


@dataclass(frozen=True, slots=True)
class Discarded:
    """Hold something that a stage saw and left out, with the reason."""

    item: str
    reason: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Extraction:
    """Hold all that one document gives; mentions and facts are in order of their place in the text."""

    document: Document
    entities: tuple[Entity, ...] = ()
    mentions: tuple[Mention, ...] = ()
    facts: tuple[Fact, ...] = ()
    discarded: tuple[Discarded, ...] = ()


@dataclass(frozen=True, slots=True)
class Receipt:
    """Hold what a commit did: documents added, unchanged or removed, and quads in and out."""

    added: int = 0
    unchanged: int = 0
    removed: int = 0
    quads_added: int = 0
    quads_removed: int = 0
