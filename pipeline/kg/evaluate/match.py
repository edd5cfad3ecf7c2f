"""Decides whether what was extracted is what the annotation says."""

from typing import Final

from kg.evaluate.gold import Gold, Item
from kg.model import Entity, Extraction, Fact, Participant
from kg.model.codec import Json
from kg.model.naming import fold

SYMMETRIC: Final = frozenset(
    "spouseOf relativeOf opponentOf alliedWith competitorOf negotiatedWith agreedWith met merged partneredWith".split()
)
SAYING: Final = frozenset("stated announced denied warned threatened requested reported".split())
_HALF: Final = 0.5


class Matcher:
    """Hold a document's annotation and extraction, and the annotated entities that each extracted one can be."""

    def __init__(self, gold: Gold, extraction: Extraction) -> None:
        """Tie extracted entities to annotated ones by their names."""
        self.gold = gold
        self.ids = {entity.id: self._candidates(entity) for entity in extraction.entities}

    def _candidates(self, entity: Entity) -> frozenset[str]:
        names = {fold(name) for name in (entity.name, *entity.aliases)}
        return frozenset(i for name in names for i in self.gold.by_label.get(name, ()))

    def typed(self, entity: Entity) -> str | None:
        """Return the annotated entity of the same name and type, or None."""
        found = [i for i in sorted(self.ids[entity.id]) if self.gold.by_id[i]["type"] == entity.type.value]
        return found[0] if found else None

    def fact(self, wanted: Item, found: Fact) -> bool:
        """Tell whether a fact says what the annotation says: relation, subject and object."""
        if wanted["relation"] != found.relation:
            return False
        ends = self._end(wanted, "subject", found.subject) and self._content(wanted, found)
        symmetric = found.relation in SYMMETRIC or bool(wanted.get("symmetric"))
        return ends or (
            symmetric and self._end(wanted, "subject", found.object) and self._end(wanted, "object", found.subject)
        )

    def _content(self, wanted: Item, found: Fact) -> bool:
        """Compare the objects; of sayings what is said, whether quoted or in other words."""
        said = _said(wanted)
        if wanted["relation"] in SAYING and said:
            told = found.quote or (found.object.name if found.object else "")
            return overlap(said, told) >= _HALF
        return self._end(wanted, "object", found.object)

    def _end(self, wanted: Item, role: str, found: Participant | None) -> bool:
        others = wanted.get(f"{role}_or")
        listed = others if isinstance(others, list) else [others] if others is not None else []
        return any(self._fills(value, found) for value in (wanted.get(role), *listed))

    def _fills(self, value: Json, found: Participant | None) -> bool:
        if value is None:
            return found is None or found.id is None
        if isinstance(value, dict):
            return found is not None and overlap(str(value["name"]), found.name) >= _HALF
        return self.is_entity(str(value), found)

    def is_entity(self, identifier: str, found: Participant | None) -> bool:
        """Tell whether a participant is the annotated entity; one without a name may also be left out."""
        entity = self.gold.by_id[identifier]
        if found is None:
            return bool(entity.get("unnamed"))
        if found.id is not None:
            return (
                identifier in self.ids.get(found.id, ())
                or (fold(found.name) in self.gold.by_label
                and (identifier in self.gold.by_label[fold(found.name)]))
            )
        names = entity["labels"]
        assert isinstance(names, list)
        return any(overlap(str(name), found.name) >= _HALF for name in names)


def _said(wanted: Item) -> str:
    quote, content = wanted.get("quote"), wanted.get("object")
    if isinstance(quote, str) and quote:
        return quote
    return str(content["name"]) if isinstance(content, dict) else ""


def overlap(left: str, right: str) -> float:
    """Return the share of the shorter text's words that the other holds (0..1)."""
    a, b = set(fold(left.replace("…", " ")).split()), set(fold(right).split())
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def same_time(wanted: str, found: str | None) -> bool:
    """Tell whether a time is the annotated one, or finer and inside it."""
    return found is not None and (found == wanted or ("/" not in wanted and found.startswith(f"{wanted}-")))
