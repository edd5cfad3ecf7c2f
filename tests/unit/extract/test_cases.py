"""Sentences that each relation must fit, and some that it must not: one line a case in `cases/`."""

import re
import shlex
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pytest

from kg.extraction import extract
from kg.model import Document, Fact, Participant

_LINE = re.compile(
    r"(?P<no>not )?(?P<relation>\w+)\((?P<subject>[^,]+), (?P<object>[^)]+)\)(?P<more>.*?) <- (?P<text>.+)"
)


@dataclass(frozen=True)
class Case:
    language: str
    relation: str
    ends: tuple[str, str]
    more: dict[str, str]
    text: str
    wanted: bool

    @classmethod
    def read(cls, language: str, line: str) -> "Case":
        match = _LINE.fullmatch(line)
        assert match, line
        more = dict(part.split("=", 1) for part in shlex.split(match["more"]))
        ends = (match["subject"], match["object"])
        text = match["text"].replace("¶", "\n")  # a line break
        return cls(language, match["relation"], ends, more, text, match["no"] is None)


def cases() -> list[Case]:
    folder = Path(__file__).parent / "cases"
    return [
        Case.read(path.stem[:2], line)
        for path in sorted(folder.glob("*.txt"))
        for line in path.read_text(encoding="utf-8").splitlines()
        if line and not line.startswith("#")
    ]


def fills(wanted: str, found: Participant | None) -> bool:
    if wanted == "-":
        return found is None or found.id is None
    if wanted == "words":
        return found is not None and found.id is None
    return found is not None and found.id is not None and found.name == wanted


def holds(case: Case, fact: Fact) -> bool:
    roles = dict(fact.roles)
    said = {
        "time": fact.time,
        "modality": fact.modality.value,
        "quote": fact.quote,
        "place": fact.place and fact.place.name,
        "by": fact.attributed_to and fact.attributed_to.name,
        "content": fact.object and fact.object.name,
    }
    said["amount"] = None if fact.amount is None else str(fact.amount.value)
    for name, value in case.more.items():
        known = said.get(name, roles.get(name))
        if str(getattr(known, "value", getattr(known, "name", known))) != value:
            return False
    return fact.relation == case.relation and all(
        fills(wanted, found) for wanted, found in zip(case.ends, (fact.subject, fact.object), strict=True)
    )


@lru_cache(maxsize=64)
def facts_of(language: str, text: str) -> tuple[Fact, ...]:
    """Return what is told in a text; several cases of one sentence stand one after another."""
    return extract(Document.create(text, language, "case.txt", published="2024-07-31")).facts


@pytest.mark.models
@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.language}-{case.relation}-{case.text[:40]}")
def test_the_sentence_gives_the_fact(case: Case) -> None:
    facts = facts_of(case.language, case.text)
    told = [(f.relation, f.subject and f.subject.name, f.object and f.object.name, f.time, f.roles) for f in facts]
    assert any(holds(case, fact) for fact in facts) is case.wanted, told
