"""Parts joined into groups, each join with its reason."""

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

from kg.model.entity import Entity
from kg.resolve.across_parts import Part


@dataclass(frozen=True, slots=True, order=True)
class Merge:
    """Hold one join: the ids of the two parts and the reason."""

    left: str
    right: str
    reason: str


class Union:
    """Hold parts in groups that only grow."""

    def __init__(self, parts: Iterable[Part]) -> None:
        """Begin with every part on its own."""
        self.parts = list(parts)
        self.merges: set[Merge] = set()
        self._groups = {part: [part] for part in self.parts}

    def leader(self, part: Part) -> Part:
        """Return the first part, by rank, of the group."""
        return self._groups[part][0]

    def group(self, part: Part) -> list[Part]:
        """Return the parts that are one with this part, in order of rank."""
        return self._groups[part]

    def join(self, parts: Iterable[Part], reason: str) -> None:
        """Make one group of the parts' groups."""
        first, *others = sorted(parts, key=lambda part: part.rank)
        for other in others:
            left, right = self._groups[first], self._groups[other]
            if left is not right:
                whole = sorted([*left, *right], key=lambda part: part.rank)
                self._groups.update(dict.fromkeys(whole, whole))
                self.merges.add(Merge(first.id, other.id, reason))

    def groups(self) -> list[list[Part]]:
        """Return the groups, each in order of rank."""
        return [self._groups[part] for part in self.parts if self.leader(part) is part]

    def part_of(self, entity: Entity) -> Part:
        """Return the part that holds the entity."""
        return next(part for part in self.parts if entity in part.entities)

    def chain(self, left: Part, right: Part) -> list[Merge]:
        """Return the shortest chain of merges between the two, empty where there is none."""
        start, goal = left.id, right.id
        paths = {start: list[Merge]()}
        waiting = deque([start])
        while waiting and goal not in paths:
            here = waiting.popleft()
            for merge in sorted(self.merges):
                if here in (merge.left, merge.right):
                    there = merge.right if here == merge.left else merge.left
                    if there not in paths:
                        paths[there] = [*paths[here], merge]
                        waiting.append(there)
        return paths.get(goal, [])
