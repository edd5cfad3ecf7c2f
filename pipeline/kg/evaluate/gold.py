"""What gold annotations say, and their files (`tests/quality/gold/README.md` says what they mean)."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.model import Amount, Span


@dataclass(frozen=True, slots=True)
class Words:
    """Hold words of the text that stand where no entity does."""

    text: str


End = str | Words | None
"""What can fill a role: the id of an entity of the annotation, words of the text, or nothing."""


@dataclass(frozen=True, slots=True)
class GoldEntity:
    """Hold an entity; `labels` are its names, folded; `unnamed` is one that the text has no name for."""

    id: str
    type: str
    name: str
    labels: frozenset[str]
    optional: bool = False
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class GoldFact:
    """Hold a fact; `subjects` and `objects` are what is right in these roles, the best first.

    `said` holds the words of a saying, quoted or told; `modality` is None where the annotation names none.
    """

    id: str
    relation: str
    subjects: tuple[End, ...]
    objects: tuple[End, ...]
    symmetric: bool = False
    optional: bool = False
    modality: str | None = None
    time: str | None = None
    attributed_to: str | None = None
    amount: Amount | None = None
    said: str | None = None
    why: str = ""
    span: Span | None = None

    def __str__(self) -> str:
        """Return the fact in one line, with the ids of the annotation."""
        ends = (end.text if isinstance(end, Words) else end or "-" for end in (self.subjects[0], self.objects[0]))
        return f"{self.relation}({', '.join(ends)})"


@dataclass(frozen=True, slots=True)
class GoldPlace:
    """Hold a stretch of the text that stands for an entity: who says a quotation, whom a pronoun means.

    Without a span every place of the text is meant where the words stand.
    """

    text: str
    entity: str | None
    context: str = ""
    span: Span | None = None


@dataclass(frozen=True)
class Gold:
    """Hold the annotations of one document; `path` is their file, whose folder names the set they belong to.

    `quotes` is None where quotations are not annotated.
    """

    path: Path
    document: str
    language: str
    published: str | None
    entities: tuple[GoldEntity, ...]
    facts: tuple[GoldFact, ...] = ()
    quotes: tuple[GoldPlace, ...] | None = None
    coreference: tuple[GoldPlace, ...] = ()

    @property
    def set(self) -> str:
        """Return the name of the folder that the file lies in, such as `fr-dev`."""
        return self.path.resolve().parent.name

    @cached_property
    def by_id(self) -> dict[str, GoldEntity]:
        """Return the entities by id."""
        return {entity.id: entity for entity in self.entities}
