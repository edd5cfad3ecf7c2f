"""Checks whom words stand for: `references/*.txt`, a text with one word or phrase in brackets, `=>` and its name."""

import re
from pathlib import Path

import pytest

from kg.extraction import extract
from kg.model import Document

FORM = re.compile(r"(?P<before>.*)\[(?P<words>[^\]]+)\](?P<after>.*) => (?P<name>.+)")
CASES = [
    (path.name[:2], line)
    for path in sorted((Path(__file__).parent / "references").glob("*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


@pytest.mark.models
@pytest.mark.parametrize(("language", "line"), CASES)
def test_the_words_stand_for_the_entity(language: str, line: str) -> None:
    case = FORM.fullmatch(line)
    assert case, line
    text = (case["before"] + case["words"] + case["after"]).replace("¶", "\n\n")
    start = len(case["before"].replace("¶", "\n\n"))
    found = extract(Document.create(text, language, "case.txt", published="2024-07-31"))
    names = {entity.id: entity.name for entity in found.entities}
    here = [m for m in found.mentions if m.span.start == start]
    # « sa fille » begins where « sa » does
    nearest = min((abs(m.span.end - start - len(case["words"])) for m in here), default=0)
    meant = {names[m.entity] for m in here if abs(m.span.end - start - len(case["words"])) == nearest}
    assert meant == (set() if case["name"] == "-" else {case["name"]}), meant
