"""`kg evaluate` extracts the annotated documents and prints the figures; floors decide on its exit code."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kg.cli import main
from kg.model.codec import Json
from unit.evaluate.annotated import GOLD

TEXT = "Anne Dubois met Omar Haddad in Lyon on 2 May 2016.\n"
pytestmark = pytest.mark.models


def people(*names: str) -> Json:
    return [{"id": name, "type": "Person", "canonical": name, "labels": [name]} for name in names]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "en-dev"
    made.mkdir()
    (made / "text.txt").write_text(TEXT, encoding="utf-8")
    write(made / "gold.json", "text.txt", "Anne Dubois", "Omar Haddad")
    return made


def write(path: Path, document: str, *names: str) -> None:
    lyon: Json = {"id": "lyon", "type": "Place", "canonical": "Lyon", "labels": ["Lyon"]}
    entities = people(*names)
    assert isinstance(entities, list)
    path.write_text(json.dumps({**GOLD, "document": document, "entities": [*entities, lyon]}), encoding="utf-8")


def evaluate(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["evaluate", *map(str, arguments)])


def rows(result: Result) -> dict[tuple[str, str], dict[str, Json]]:
    return {(row["set"], row["part"]): row for row in map(json.loads, result.stdout.splitlines())}


def test_figures_of_a_folder(folder: Path) -> None:
    result = evaluate(folder, "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    found = rows(result)
    assert {name for name, _ in found} == {"en-dev"}, "sets of the same documents are shown once"
    assert found["en-dev", "entities"] == {
        "set": "en-dev",
        "part": "entities",
        "precision": 1.0,
        "recall": 1.0,
        "f1": 1.0,
        "right": 3,
        "wrong": 0,
        "missing": 0,
    }


def test_two_sets_are_summed_up_and_errors_are_shown(folder: Path) -> None:
    other = folder.parent / "other"
    other.mkdir()
    write(other / "gold.json", "text.txt", "Anne Dubois")
    result = evaluate(folder, other, "--corpus", folder, "--show", "--format", "jsonl")
    assert {name for name, _ in rows(result)} == {"en-dev", "other", "en"}
    assert rows(result)["en", "entities"]["wrong"] == 1
    assert "gold: wrong entity Person Omar Haddad" in result.stderr


@pytest.mark.parametrize(("floor", "code"), [(1.0, 0), (1.1, 1)])
def test_a_figure_below_its_floor_exits_with_1(folder: Path, floor: float, code: int) -> None:
    floors = folder.parent / "floors.json"
    floors.write_text(json.dumps({"en-dev": {"entities.recall": floor}}))
    result = evaluate(folder, "--floors", floors, "--format", "table")
    assert result.exit_code == code
    assert ("below its floor 1.1" in result.stderr) is bool(code)
    assert "entities:Person" in result.stdout


def test_reliability_compares_confidence_with_what_is_right(folder: Path) -> None:
    met: Json = {"relation": "met", "subject": "Anne Dubois", "object": "Omar Haddad", "why": "Anne Dubois met"}
    raw = json.loads((folder / "gold.json").read_text(encoding="utf-8"))
    (folder / "gold.json").write_text(json.dumps({**raw, "facts": [{"id": "f1", **met}]}), encoding="utf-8")
    result = evaluate(folder, "--reliability", "--format", "jsonl")
    assert result.exit_code == 0, result.stderr
    bins = {row["part"]: row for row in map(json.loads, result.stdout.splitlines())}
    grounds = {"rule:verb", "ends:name", "object:entity", "modality:asserted", "language:en"}
    assert {name for name in bins if ":" in name} == grounds
    assert (bins["rule:verb"]["facts"], bins["rule:verb"]["right"]) == (1, 1.0)
    away = abs(1 - bins["rule:verb"]["confidence"])
    assert f"lie {away:.3f} apart" in result.stderr


def test_reliability_beside_the_figures_is_refused(folder: Path) -> None:
    result = evaluate(folder, "--reliability", "--show")
    assert result.exit_code == 2
    assert "--show" in result.stderr


def test_the_running_text_of_a_treebank_is_read(folder: Path) -> None:
    lines = ["# newpar", f"# text = {TEXT.strip()}", "1\tAnne\tAnne\tPROPN", "# newpar", "# text = She left."]
    (folder / "text.conllu").write_text("\n".join(lines), encoding="utf-8")
    write(folder / "gold.json", "text.conllu", "Anne Dubois", "Omar Haddad")
    result = evaluate(folder, "--format", "jsonl")
    assert rows(result)["en-dev", "entities"]["right"] == 3


def test_a_text_that_is_not_there_is_refused(folder: Path) -> None:
    (folder / "text.txt").unlink()
    result = evaluate(folder, "--corpus", folder)
    assert result.exit_code == 4
    assert "--corpus" in result.stderr
