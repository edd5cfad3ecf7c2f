"""Why two names are one entity, or that they are not."""

from collections.abc import Sequence

from kg.model.entity import Entity
from kg.model.rows import Row
from kg.resolve.across import apply_rules
from kg.resolve.across_parts import Part


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
        return [_row(_name(left), _name(right), "no rule joins them, or a cue keeps them apart")]
    first, second = joined[0]
    if first is second:
        return [_row(_name(left), _name(right), _same_part(first), same=True)]
    return [_row(merge.left, merge.right, merge.reason, same=True) for merge in union.chain(first, second)]


def _same_part(part: Part) -> str:
    return f"the same known entity {part.key}" if part.known else f"the same type and key {part.key!r}"


def _ids(pair: tuple[Part, Part]) -> tuple[int, str, str]:
    return (pair[0] is not pair[1], pair[0].id, pair[1].id)


def _name(entities: Sequence[Entity]) -> str | None:
    return entities[0].name if entities else None


def _row(left: str | None, right: str | None, reason: str, *, same: bool = False) -> Row:
    return {"left": left, "right": right, "same": same, "reason": reason}
