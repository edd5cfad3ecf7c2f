"""Reads the joints of a language: what stands between two names that tells how they are tied.

The format is described at the head of `ontology/frames/joints.yaml`.
"""

import re
from dataclasses import dataclass
from functools import cache

from kg.extract.frames.load import CLASSES
from kg.lexicon.tables import load_yaml


@dataclass(frozen=True, slots=True)
class Joint:
    """Hold a pattern between two names, the types and kinds that the names must have, and the relation told."""

    relation: str
    left: frozenset[str]
    right: frozenset[str]
    between: re.Pattern[str]
    after: re.Pattern[str] | None
    before: re.Pattern[str] | None
    left_kind: str | None
    right_kind: str | None
    over: bool  # whether other names stand between the two
    turned: bool  # whether the right name is the subject
    confidence: float


@cache
def load_joints(language: str) -> tuple[Joint, ...]:
    """Return the joints of a language (`fr`, `en`), in order of preference."""
    raw = load_yaml("frames", "joints.yaml")
    assert isinstance(raw, dict)
    return tuple(_joint(item, raw["words"]) for item in raw[language])


@cache
def joints_between(language: str, left: str, right: str, *, over: bool) -> tuple[Joint, ...]:
    """Return the joints that two names of these types may have, in order of preference."""
    found = load_joints(language)
    return tuple(j for j in found if j.over == over and left in j.left and right in j.right)


def _joint(item: dict[str, object], words: dict[str, str]) -> Joint:
    return Joint(
        str(item["relation"]),
        _types(str(item["left"])),
        _types(str(item["right"])),
        _pattern(str(item["between"]), words),
        _pattern(str(item["after"]), words) if "after" in item else None,
        _pattern(str(item["before"]), words) if "before" in item else None,
        str(item["left_kind"]) if "left_kind" in item else None,
        str(item["right_kind"]) if "right_kind" in item else None,
        bool(item.get("over", False)),
        item.get("subject", "left") == "right",
        float(str(item.get("confidence", 0.7))),
    )


def _types(names: str) -> frozenset[str]:
    return frozenset(kind for name in names.split() for kind in CLASSES.get(name, (name,)))


def _pattern(pattern: str, words: dict[str, str]) -> re.Pattern[str]:
    for name, choice in words.items():
        pattern = pattern.replace(f"<{name}>", f"(?:{choice})")
    return re.compile(pattern)
