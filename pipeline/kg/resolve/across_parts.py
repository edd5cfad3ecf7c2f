"""The parts that global entities are built of: all entities of one type and key, namesakes set apart."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from kg.model.entity import Entity, EntityType
from kg.model.ids import entity_id
from kg.model.naming import fold
from kg.resolve.across_names import known, single
from kg.resolve.cues import conflict, supported


@dataclass(frozen=True, eq=False)
class Part:
    """Hold entities that are one by their key; `id` is what they are called unless they join others."""

    id: str
    type: EntityType
    key: str
    entities: tuple[Entity, ...]

    @cached_property
    def known(self) -> str | None:
        """Return the identifier of the known entity, or None."""
        return known(self.entities[0])

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the folded main names."""
        return frozenset(fold(entity.name) for entity in self.entities)

    @cached_property
    def cues(self) -> frozenset[str]:
        """Return the cues of all its entities."""
        return frozenset(cue for entity in self.entities for cue in entity.cues)

    @cached_property
    def single(self) -> bool:
        """Tell whether no document gives more than one word for this person."""
        return all(single(entity) for entity in self.entities)

    @cached_property
    def rank(self) -> tuple[bool, bool, str]:
        """Return what orders parts: the first of a group lends it its id."""
        return (self.known is None, self.single, self.id)


def parts_of(entities: frozenset[Entity]) -> list[Part]:
    """Return the parts in order of rank."""
    cohorts = defaultdict[tuple[str, str], list[Entity]](list)
    for entity in entities:
        kind = "" if known(entity) else entity.type.value
        cohorts[kind, entity.key].append(entity)
    return sorted((part for members in cohorts.values() for part in _split(members)), key=lambda part: part.rank)


def _split(members: list[Entity]) -> Iterable[Part]:
    first = min(members, key=lambda entity: (entity.id, entity.type))
    ordered = tuple(sorted(members, key=repr))
    if known(first) or first.type is not EntityType.PERSON:
        return [Part(first.id, first.type, first.key, ordered)]
    neutral, apart = _namesakes({entity.cues for entity in members})
    parts = []
    for cues in (neutral, *apart):
        kept = tuple(entity for entity in ordered if entity.cues in cues)
        if kept:
            told = "" if cues is neutral else "|" + "|".join(min(cues))
            name = min(entity.name for entity in kept)
            identifier = min(e.id for e in kept) if not told else entity_id(first.type.value, first.key + told, name)
            parts.append(Part(identifier, first.type, first.key, kept))
    return parts


Cues = frozenset[tuple[str, ...]]


def _namesakes(profiles: set[tuple[str, ...]]) -> tuple[Cues, list[Cues]]:
    """Divide the sets of cues that stand with one name into those of no clear person and of each person.

    Sets that support one another are one person. Where no two persons conflict, all are one. Else those that
    conflict with another are persons of their own, and the rest stays together, because nothing tells whose
    it is.
    """
    groups = _supported(sorted(profiles))
    wide = [(group, frozenset(cue for cues in group for cue in cues)) for group in groups]
    apart = [group for group, cues in wide if any(conflict(cues, other) for _, other in wide)]
    rest = frozenset(cues for group in groups if group not in apart for cues in group)
    return rest, sorted(apart, key=min)


def _supported(profiles: list[tuple[str, ...]]) -> list[Cues]:
    groups: list[set[tuple[str, ...]]] = []
    for cues in profiles:
        near = [group for group in groups if any(supported(cues, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append({cues}.union(*near))
    return [frozenset(group) for group in groups]
