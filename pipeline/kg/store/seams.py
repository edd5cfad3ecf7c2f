"""What a store asks of other stages, by argument: how entities join and how a document becomes quads."""

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from pyoxigraph import Quad

from kg.model.entity import Entity
from kg.model.extraction import Extraction

Render = Callable[[Extraction, Mapping[str, str]], Iterable[Quad]]
"""Turn an extraction and a map from its entity ids to global ones into the quads of its named graph."""


class Resolver(Protocol):
    """Decide which entities of different documents are one.

    All functions are pure: the same entities, in any order, give the same answer.
    """

    def blocks(self, entity: Entity) -> frozenset[str]:
        """Return the keys by which the entity can meet others: without a common key two never join."""
        ...

    def clusters(self, entities: Iterable[Entity]) -> Mapping[Entity, str]:
        """Return for each entity the id of the global one that it belongs to."""
        ...

    def describe(self, identifier: str, entities: Iterable[Entity]) -> Entity:
        """Return the global entity that the entities of one cluster make."""
        ...
