"""The examples give the facts that stand beside them, and the analysis runs on their graph."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
ARTICLES = sorted(EXAMPLES.glob("*.txt"))


def kg(*arguments: str | Path) -> str:
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, check=True, text=True).stdout


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("examples") / "store"
    summary = json.loads(kg("--store", folder, "ingest", *ARTICLES))
    assert summary["documents"] == len(ARTICLES)
    assert not summary["failed"]
    return folder


def name(participant: dict[str, str] | None) -> str:
    return participant["name"] if participant else "-"


@pytest.mark.models
@pytest.mark.parametrize("article", ARTICLES, ids=lambda path: path.stem)
def test_the_article_gives_the_facts_beside_it(store: Path, article: Path) -> None:
    lines = kg("--store", store, "facts", "--document", article, "--format", "jsonl").splitlines()
    found = []
    for line in lines:
        fact = json.loads(line)
        parts = (fact["relation"], name(fact["subject"]), name(fact["object"]), fact["time"] or "-", fact["modality"])
        found.append(" | ".join(parts))
    expected = article.with_suffix(".facts").read_text(encoding="utf-8").splitlines()
    assert sorted(found) == sorted(line for line in expected if not line.startswith("#"))


@pytest.mark.models
def test_both_languages_have_an_example() -> None:
    assert {path.name[:2] for path in ARTICLES} == {"fr", "en"}


@pytest.mark.models
def test_the_networkx_example_ranks_and_groups(store: Path) -> None:
    command = [sys.executable, str(EXAMPLES / "networkx_analysis.py"), str(store)]
    said = subprocess.run(command, capture_output=True, check=True, text=True).stdout
    assert "Most central:" in said
    assert "Elon Musk" in said
    assert said.index("Communities:") > said.index("Most central:")
