"""Gold annotations as they stand in their files (`tests/quality/gold/README.md` says what they mean)."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from kg.errors import InputError
from kg.model.codec import Json
from kg.model.naming import fold

Item = dict[str, Json]


@dataclass(frozen=True)
class Gold:
    """Hold the annotations of one document; `path` is their file."""

    path: Path
    document: str
    language: str
    published: str | None
    entities: tuple[Item, ...]
    facts: tuple[Item, ...]
    quotes: tuple[Item, ...]
    coreference: tuple[Item, ...]

    @cached_property
    def by_label(self) -> dict[str, tuple[str, ...]]:
        """Return the ids of the entities that bear each label (folded)."""
        found: dict[str, list[str]] = {}
        for entity in self.entities:
            for label in labels(entity):
                ids = found.setdefault(label, [])
                if str(entity["id"]) not in ids:
                    ids.append(str(entity["id"]))
        return {label: tuple(ids) for label, ids in found.items()}

    @cached_property
    def by_id(self) -> dict[str, Item]:
        """Return the entities by id."""
        return {str(entity["id"]): entity for entity in self.entities}


def labels(entity: Item) -> set[str]:
    """Return the folded names of an entity."""
    names = entity.get("labels", [])
    assert isinstance(names, list)
    return {fold(str(name)) for name in (*names, entity["canonical"])}


def load(paths: Sequence[Path]) -> list[Gold]:
    """Return the annotations of the files, in order; of a folder all below it.

    Raises InputError where there is none, or one cannot be read.
    """
    found = [_read(file) for path in paths for file in _files(path)]
    if not found:
        raise InputError(f"no gold annotations in {', '.join(map(str, paths))}", "name a folder with *.json files")
    return found


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(file for file in path.rglob("*.json") if file.name != "digests.json")
    else:
        yield path


def _read(path: Path) -> Gold:
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        lists = (tuple(raw.get(name, ())) for name in ("entities", "facts", "quotes", "coreference"))
        entities, facts, quotes, coreference = lists
        published = raw.get("published")
        return Gold(path, raw["document"], raw["language"], published, entities, facts, quotes, coreference)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path} holds no gold annotations: {error}", "see tests/quality/gold/README.md") from error
