"""Keeps who was spoken of, how prominently and how long ago."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.model import Span

ROLE: Final = {"nsubj": 3.0, "obj": 2.0, "root": 2.0}
OTHER: Final = 1.0
QUOTED: Final = 0.2
DECAY: Final = 0.65  # per sentence; after three sentences a subject weighs as little as a fresh modifier
OTHERS: Final = 0.4  # how much of the weight of an entity's other mentions counts
WINDOW: Final = 5  # sentences within which a pronoun looks for its antecedent


@dataclass(slots=True)
class Seen:
    """Hold an earlier mention of an entity."""

    entity: str
    sentence: int
    position: int
    weight: float
    span: Span
    plural: bool
    dep: str = ""


@dataclass(slots=True)
class Salience:
    """Hold the mentions so far, newest last."""

    seen: list[Seen] = field(default_factory=list)
    strangers: list[Seen] = field(default_factory=list)  # people without a name: « un homme », by place and gender
    many: list[Seen] = field(default_factory=list)  # plurals without a name
    _counts: dict[str, int] = field(default_factory=dict)
    _latest: dict[str, Seen] = field(default_factory=dict)
    now: int = 0  # number of the sentence that is being read

    def note_stranger(self, who: str, position: int, dep: str, span: Span, *, quoted: bool = False) -> None:
        """Note somebody without a name: « un homme »; `who` ends in the gender, `f`, `m` or `?`."""
        self.strangers.append(Seen(who, self.now, position, _weight(dep, quoted=quoted), span, plural=False, dep=dep))

    def note_many(self, position: int, dep: str, span: Span, *, quoted: bool = False) -> None:
        """Note things or people without a name that were many: « des combats », « les habitants »."""
        self.many.append(Seen("", self.now, position, _weight(dep, quoted=quoted), span, plural=True, dep=dep))

    def nameless_many(self) -> float:
        """Return the weight of the most salient plural without a name of the last sentences."""
        near = [s.weight * DECAY ** (self.now - s.sentence) for s in self.many if s.sentence >= self.now - WINDOW]
        return max(near, default=0.0)

    def stranger(self, gender: str) -> tuple[str, float] | None:
        """Return the most salient person without a name that agrees with a gender, with the weight."""
        near = [s for s in self.strangers if s.sentence >= self.now - WINDOW and {s.entity[-1], gender} != {"f", "m"}]
        scores = _faded(near, self.now)
        return max(scores.items(), key=lambda item: (item[1], item[0]), default=None)

    def note(
        self, entity: str, position: int, dep: str, span: Span, *, plural: bool = False, quoted: bool = False
    ) -> None:
        """Note a mention; `dep` is its grammatical function. What is said in a quotation weighs little outside."""
        weight = _weight(dep, quoted=quoted)
        made = Seen(entity, self.now, position, weight, span, plural, dep)
        self.seen.append(made)
        self._latest[entity] = made
        self._counts[entity] = self._counts.get(entity, 0) + 1

    def newest(self, window: int = WINDOW) -> Iterator[Seen]:
        """Yield the mentions of the last sentences, newest first."""
        for item in reversed(self.seen):
            if item.sentence < self.now - window:
                return
            yield item

    def recent(self, window: int = WINDOW) -> list[Seen]:
        """Return the mentions of the last sentences, newest first."""
        return list(self.newest(window))

    def scores(self, window: int = WINDOW) -> dict[str, float]:
        """Return the weight of each entity of the last sentences: its best mention, and a part of the others.

        A mention fades with distance, so that the subject of the sentence before outweighs whoever was named often.
        """
        return _faded(self.recent(window), self.now)

    @property
    def topic(self) -> str | None:
        """Return whom or what the text speaks of first."""
        return self.seen[0].entity if self.seen else None

    def count(self, entity: str) -> int:
        """Return how often the entity was mentioned so far."""
        return self._counts.get(entity, 0)

    def latest(self, entity: str) -> Seen | None:
        """Return the last mention of the entity."""
        return self._latest.get(entity)

    def last(self, entity: str) -> Span | None:
        """Return where the entity was last mentioned."""
        found = self._latest.get(entity)
        return found.span if found is not None else None


def _weight(dep: str, *, quoted: bool) -> float:
    return (QUOTED if quoted else 1.0) * ROLE.get(dep.partition(":")[0], ROLE["root"] if dep == "ROOT" else OTHER)


def _faded(seen: list[Seen], now: int) -> dict[str, float]:
    faded: dict[str, list[float]] = {}
    for item in seen:
        faded.setdefault(item.entity, []).append(item.weight * DECAY ** (now - item.sentence))
    return {entity: max(found) + OTHERS * (sum(found) - max(found)) for entity, found in faded.items()}
