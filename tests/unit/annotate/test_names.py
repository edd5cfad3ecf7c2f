"""Checks which names sentences are found to hold, and of what type: `names*.txt`."""

import re
from pathlib import Path

import pytest

from kg.annotate import annotate
from kg.model import Document

CASES = [
    line
    for path in sorted(Path(__file__).parent.glob("names*.txt"))
    for line in path.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]
FORM = re.compile(r"(?P<no>not )?(?P<type>\w+)\((?P<name>[^)]+)\) <- (?P<text>.+)")
ENGLISH = re.compile(r"\b(?:the|The|his|said|on)\b")


@pytest.mark.parametrize("line", CASES)
def test_the_sentence_holds_the_name(line: str) -> None:
    case = FORM.fullmatch(line)
    assert case, line
    language = "en" if ENGLISH.search(case["text"]) else "fr"
    text = case["text"].replace("\\n", "\n")
    annotation, _ = annotate(Document.create(text, language, "case.txt", published="2024-07-31"))
    found = {(name.type.value, name.form) for name in annotation.names}
    assert ((case["type"], case["name"]) in found) is (case["no"] is None), found
