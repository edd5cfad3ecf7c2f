"""Scores are summed up by folder, language and over all; floors hold for each of these sets."""

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import Score, Tally, by_set, load, missed, read_floors, score
from unit.evaluate.annotated import GOLD, extracted


def scored(root: Path) -> dict[str, Score]:
    for name, language in (("fr-dev", "fr"), ("en-dev", "en"), ("en-test", "en")):
        (root / name).mkdir()
        (root / name / "g.json").write_text(json.dumps({**GOLD, "language": language}), encoding="utf-8")
    return by_set((gold, score(gold, extracted(without=["Orfeo"]))) for gold in load([root]))


def test_sets_are_folders_then_languages_then_all(tmp_path: Path) -> None:
    sets = scored(tmp_path)
    assert list(sets) == ["en-dev", "en-test", "fr-dev", "en", "fr", "all"]
    assert sets["fr-dev"].tallies["entities"] == Tally(3, 0, 1)
    assert sets["en"].tallies["entities"] == Tally(6, 0, 2)
    assert sets["all"].tallies["entities"] == Tally(9, 0, 3)
    assert len(sets["all"].errors) == 3


def test_shares_of_counts() -> None:
    tally = Tally(right=3, wrong=1, missing=3)
    assert (tally.precision, tally.recall, tally.f1) == (0.75, 0.5, 0.6)
    assert (Tally().precision, Tally().recall, Tally().f1) == (0.0, 0.0, 0.0)


def test_only_figures_below_their_floor_are_named(tmp_path: Path) -> None:
    floors = tmp_path / "floors.json"
    held = {"entities.recall": 0.75, "entities.precision": 1}
    floors.write_text(json.dumps({"all": held, "en": {"entities.recall": 0.8, "facts.f1": 0.1}, "de": {"x.f1": 1}}))
    (tmp_path / "gold").mkdir()
    found = list(missed(read_floors(floors), scored(tmp_path / "gold")))
    assert found == [
        "en: entities.recall is 0.750, below its floor 0.8",
        "en: facts.f1 is 0.000, below its floor 0.1",
    ]


@pytest.mark.parametrize("text", ["[]", "no JSON", '{"all": 0.5}', '{"all": {"facts.f1": "x"}}', '{"all": {"f1x": 1}}'])
def test_broken_floors_are_refused(tmp_path: Path, text: str) -> None:
    floors = tmp_path / "floors.json"
    floors.write_text(text)
    with pytest.raises(InputError) as caught:
        read_floors(floors)
    assert "fr-dev" in caught.value.hint
