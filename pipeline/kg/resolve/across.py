"""Entities of all documents into global ones: a pure function of the set of entities, in any order.

Precision first: two entities join for a reason that can be told, and stay apart where a cue speaks
against it. They can join only where they share a block, so that what a change touches can be resolved alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kg.model.entity import Entity, EntityType
from kg.model.naming import fold
from kg.resolve.across_names import acronym, acronyms_given, bare_name, known, single, surname
from kg.resolve.across_parts import parts_of
from kg.resolve.across_rules import join_acronyms, join_known, join_legal_forms, join_surnames
from kg.resolve.across_union import Merge, Union


@dataclass(frozen=True, slots=True)
class Resolution:
    """Hold which global id each entity has, and every merge with its reason."""

    ids: Mapping[Entity, str]
    merges: tuple[Merge, ...]


def blocks(entity: Entity) -> frozenset[str]:
    """Return the keys by which the entity can meet others: without a common one two never join."""
    kind = entity.type.value
    keys = {f"key:{kind}:{entity.key}", f"name:{kind}:{fold(entity.name)}"}
    if identifier := known(entity):
        keys.add(identifier)
    if entity.type is EntityType.ORGANIZATION:
        keys.add(f"org:{bare_name(entity.name)}")
        keys |= {f"acronym:{short}" for short in (*acronyms_given(entity), acronym(entity.name)) if short}
    if last := surname(entity):
        keys.add(f"surname:{last}")
    return frozenset(keys)


def resolve(entities: Iterable[Entity]) -> Resolution:
    """Return the global id of every entity, with the reasons of all merges."""
    union = apply_rules(entities)
    ids = {entity: group[0].id for group in union.groups() for part in group for entity in part.entities}
    return Resolution(ids, tuple(sorted(union.merges)))


def apply_rules(entities: Iterable[Entity]) -> Union:
    """Return the parts of the entities with all rules applied."""
    union = Union(parts_of(frozenset(entities)))
    for rule in (join_known, join_legal_forms, join_acronyms, join_surnames):
        rule(union)
    return union


def clusters(entities: Iterable[Entity]) -> Mapping[Entity, str]:
    """Return for each entity the id of the global one that it belongs to."""
    return resolve(entities).ids


def describe(identifier: str, entities: Iterable[Entity]) -> Entity:
    """Return the global entity of one cluster: the best name, all the others as aliases."""
    members = sorted(entities, key=_best)
    best = members[0]
    names = {name for member in members for name in (member.name, *member.aliases)} - {best.name}
    return Entity(
        identifier,
        best.type,
        best.name,
        best.key,
        tuple(sorted(names)),
        tuple(sorted({iri for member in members for iri in member.same_as})),
        tuple(sorted({cue for member in members for cue in member.cues})),
    )


def _best(entity: Entity) -> tuple[bool, bool, bool, int, str, str]:
    short = acronym(entity.name) is not None
    return (
        known(entity) is None,
        single(entity),
        short,
        -len(fold(entity.name).split()),
        entity.name,
        repr(entity),
    )


__all__ = ["Resolution", "apply_rules", "blocks", "clusters", "describe", "resolve"]
