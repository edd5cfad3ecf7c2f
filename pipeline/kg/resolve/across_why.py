"""Why two names are one entity, or that they are not."""

from collections.abc import Sequence
from itertools import combinations

from kg.model.entity import Entity
from kg.model.rows import Row
from kg.resolve.across import apply_rules
from kg.resolve.across_parts import Part
from kg.resolve.across_union import Union
from kg.resolve.cues import conflict


def why_same(left: Sequence[Entity], right: Sequence[Entity], everyone: frozenset[Entity]) -> list[Row]:
    """Return a row for each step that joins `left` and `right`; one with `same` false where none does.

    Both are the entities of one name as documents describe them, `everyone` all that they could join.
    """
    if not left or not right:
        return [_row(_name(left), _name(right), "no entity is called so")]
    union = apply_rules(everyone)
    pairs = [(union.part_of(a), union.part_of(b)) for a in left for b in right]
    joined = sorted((pair for pair in pairs if union.group(pair[0]) is union.group(pair[1])), key=_ids)
    if not joined:
        return [_row(_name(left), _name(right), _apart(left, right))]
    if namesakes := _namesakes(union, left, right):
        return namesakes
    first, second = joined[0]
    if first is second:
        return [_row(_name(left), _name(right), _same_part(first), same=True)]
    return [_row(merge.left, merge.right, merge.reason, same=True) for merge in union.chain(first, second)]


def _namesakes(union: Union, left: Sequence[Entity], right: Sequence[Entity]) -> list[Row]:
    """Return a row for each two entities that bear the one name that was asked for twice."""
    if {*left} != {*right}:
        return []
    groups: list[list[Entity]] = []
    for entity in left:
        part = union.part_of(entity)
        near = [group for group in groups if union.group(union.part_of(group[0])) is union.group(part)]
        if near:
            near[0].append(entity)
        else:
            groups.append([entity])
    return [_row(_name(a), _name(b), _apart(a, b)) for a, b in combinations(groups, 2)]


def _apart(left: Sequence[Entity], right: Sequence[Entity]) -> str:
    """Say which cues keep two apart, or that nothing joins them."""
    for ours, theirs in sorted({(a.cues, b.cues) for a in left for b in right}):
        if conflict(ours, theirs):
            return f"kept apart: {', '.join(ours)} against {', '.join(theirs)}"
    return "no rule joins them"


def _same_part(part: Part) -> str:
    return f"the same known entity {part.key}" if part.known else f"the same type and key {part.key!r}"


def _ids(pair: tuple[Part, Part]) -> tuple[int, str, str]:
    return (pair[0] is not pair[1], pair[0].id, pair[1].id)


def _name(entities: Sequence[Entity]) -> str | None:
    return entities[0].name if entities else None


def _row(left: str | None, right: str | None, reason: str, *, same: bool = False) -> Row:
    return {"left": left, "right": right, "same": same, "reason": reason}
