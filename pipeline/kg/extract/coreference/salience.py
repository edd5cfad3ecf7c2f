"""Keeps who was spoken of, how prominently and how long ago."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from kg.model import Span
from kg.model.annotation import Sentence, Token

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
    verb: tuple[int, int] = (-1, -1)  # sentence and place of the word that it depends on
    paragraph: int = 0
    main: bool = False  # subject of its sentence's main clause


@dataclass(frozen=True, slots=True)
class Stranger:
    """Hold what is known of somebody or something that the text does not name: « un homme », « la loi »."""

    noun: str
    gender: str  # m, f or empty
    plural: bool
    person: bool


@dataclass(slots=True)
class Salience:
    """Hold the mentions so far, newest last; whoever has no name is kept apart."""

    seen: list[Seen] = field(default_factory=list)
    strangers: dict[str, Stranger] = field(default_factory=dict)
    brought: dict[str, int] = field(default_factory=dict)  # noun → sentence that last brought in one: « un groupe »
    at: dict[tuple[int, int], str] = field(default_factory=dict)  # sentence and place of a stranger's mention
    _nameless: list[Seen] = field(default_factory=list)
    _counts: dict[str, int] = field(default_factory=dict)
    _latest: dict[str, Seen] = field(default_factory=dict)
    named: dict[str, str] = field(default_factory=dict)  # gender of the name of what a noun of the other took up
    deeds: dict[str, set[tuple[str, str]]] = field(default_factory=dict)  # entity → what `wanted` has read of it
    read: dict[str, int] = field(default_factory=dict)  # entity → how many of its places that covers
    filled: dict[int, dict[int, set[tuple[str, str]]]] = field(default_factory=dict)  # sentence → word → its roles
    now: int = 0  # number of the sentence that is being read

    def note_stranger(self, who: str, sentence: Sentence, token: Token) -> None:
        """Note a mention of a stranger who is known already."""
        made = self._mention(who, sentence, token, token.dep, token.span, plural=self.strangers[who].plural)
        self._nameless.append(made)
        self._latest[who] = made
        self._counts[who] = self._counts.get(who, 0) + 1
        self.at[(sentence.index, token.index)] = who

    def nameless(self, window: int = WINDOW) -> Iterator[Seen]:
        """Yield the mentions of strangers in the last sentences, newest first."""
        for item in reversed(self._nameless):
            if item.sentence < self.now - window:
                return
            yield item

    def stranger_scores(self, window: int = WINDOW) -> dict[str, float]:
        """Return the weight of each stranger of the last sentences, as `scores` does for entities."""
        return _faded(list(self.nameless(window)), self.now)

    def note(self, entity: str, sentence: Sentence, token: Token, dep: str, span: Span, *, plural: bool) -> None:
        """Note a mention; `dep` is its grammatical function. What is said in a quotation weighs little outside."""
        made = self._mention(entity, sentence, token, dep, span, plural=plural)
        self.seen.append(made)
        self._latest[entity] = made
        self._counts[entity] = self._counts.get(entity, 0) + 1

    def _mention(self, who: str, sentence: Sentence, token: Token, dep: str, span: Span, *, plural: bool) -> Seen:
        weight = _weight(dep, quoted=sentence.inside is not None)
        head = sentence.tokens[token.head]
        main = dep.startswith("nsubj") and head.head == head.index and sentence.inside is None
        verb = (sentence.index, token.head)
        return Seen(who, self.now, token.index, weight, span, plural, dep, verb, sentence.paragraph, main)

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

    def age(self, entity: str) -> tuple[int, int]:
        """Return how far back the last mention is: sentences, then the place in the sentence (negative)."""
        found = self._latest[entity]
        return self.now - found.sentence, -found.position

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
