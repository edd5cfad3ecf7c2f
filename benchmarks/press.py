"""A press of any size, made by a seed: documents that say who met, endorses, criticized and owns whom."""

import random
from collections.abc import Iterator
from pathlib import Path

from pyoxigraph import RdfFormat, serialize

from hand_made import entity, extraction
from kg.model import Entity, Extraction
from kg.store import Reader
from kg.writing import open_writer

RELATIONS = ("met", "endorses", "criticized", "supports")
_FACTS = 8
_SYLLABLES = ("ba", "ce", "di", "fo", "gu", "la", "me", "ni", "ro", "su", "ta", "ve")


def people(count: int, seed: int) -> list[Entity]:
    """Make people whose first and last names are their own, so that nobody is taken for another."""
    draw = random.Random(seed)
    names = set[str]()
    while len(names) < count:
        names.add(" ".join("".join(draw.choices(_SYLLABLES, k=4)).capitalize() for _ in range(2)))
    return [entity(name) for name in sorted(names)]


def documents(count: int, *, seed: int = 1, name: str = "article") -> Iterator[Extraction]:
    """Make as many documents about half as many people."""
    draw, known = random.Random(seed), people(max(count // 2, 20), 7)
    for number in range(count):
        triples = [(*draw.sample(known, 2), draw.choice(RELATIONS)) for _ in range(_FACTS)]
        said = [(subject, relation, object_) for subject, object_, relation in triples]
        yield extraction(said, title=f"Title {number} {seed}", source=f"{name}-{seed}-{number}.txt")


def store(folder: Path, count: int) -> int:
    """Ingest as many documents by the real writer and return the number of quads."""
    with open_writer(folder) as writer:
        for one in documents(count):
            writer.commit(one)
    with Reader(folder) as reader:
        return len(reader.dataset)


def dump(folder: Path, file: Path) -> None:
    """Write the newest snapshot as N-Quads, for peers to load."""
    with Reader(folder) as reader:
        serialize(reader.dataset, str(file), format=RdfFormat.N_QUADS)
