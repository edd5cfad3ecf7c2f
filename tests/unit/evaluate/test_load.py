"""Annotations are read from files and folders; what is no annotation is refused with its reason."""

import json
from pathlib import Path

import pytest

from kg.errors import InputError
from kg.evaluate import load, text_path
from kg.evaluate.gold import Words
from kg.model import Amount, Span
from kg.model.codec import Json
from unit.evaluate.annotated import GOLD, wanted

REPOSITORY_GOLD = Path(__file__).parents[2] / "quality" / "gold"


def write(path: Path, **changes: Json) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({**GOLD, **changes}), encoding="utf-8")
    return path


def test_a_folder_gives_all_below_it_but_the_digests(tmp_path: Path) -> None:
    for name in ("fr-dev/b.json", "fr-dev/a.json", "en-dev/c.json"):
        write(tmp_path / name)
    (tmp_path / "digests.json").write_text("{}", encoding="utf-8")
    assert [gold.path.name for gold in load([tmp_path])] == ["c.json", "a.json", "b.json"]
    assert [gold.set for gold in load([tmp_path / "fr-dev" / "b.json", tmp_path / "en-dev"])] == ["fr-dev", "en-dev"]


def test_all_of_a_fact_is_read(tmp_path: Path) -> None:
    amount: Json = {"value": 4, "currency": "USD", "qualifier": "more than"}
    listed = wanted("sued", "anne", {"name": "some words"}, "Orfeo", subject_or="omar", amount=amount, time="2016")
    (fact,) = load([write(tmp_path / "g.json", facts=[listed])])[0].facts
    assert (fact.subjects, fact.objects) == (("anne", "omar"), (Words("some words"),))
    assert (fact.said, fact.time, fact.modality, fact.optional) == ("some words", "2016", None, False)
    assert fact.amount == Amount(4, "USD", None, "more than")
    assert isinstance(fact.span, Span)
    assert str(fact) == "sued(anne, some words)"


@pytest.mark.parametrize(
    "changes",
    [
        {"entities": None},
        {"facts": [wanted("met", "nobody", "omar", "Orfeo")]},
        {"facts": [{"id": "f1"}]},
        {"facts": [wanted("met", "anne", "omar", "Orfeo", amount={"value": "four"})]},
        {"quotes": [{"text": "some", "speaker": "nobody"}]},
        {"coreference": [["She"]]},
    ],
)
def test_what_is_no_annotation_is_refused(tmp_path: Path, changes: dict[str, Json]) -> None:
    with pytest.raises(InputError, match="holds no gold annotations") as caught:
        load([write(tmp_path / "g.json", **changes)])
    assert "README" in caught.value.hint


def test_no_json_and_no_file_are_refused(tmp_path: Path) -> None:
    (tmp_path / "g.json").write_text("not JSON", encoding="utf-8")
    for path in (tmp_path / "g.json", tmp_path / "none.json"):
        with pytest.raises(InputError):
            load([path])
    (tmp_path / "g.json").unlink()
    with pytest.raises(InputError, match="no gold annotations in"):
        load([tmp_path])


def test_the_text_is_sought_in_the_corpus_beside_and_in_shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (gold,) = load([write(tmp_path / "set" / "g.json")])
    monkeypatch.setenv("KG_SHARED", str(tmp_path / "shared"))
    with pytest.raises(InputError, match=r"text\.txt") as caught:
        text_path(gold)
    assert "--corpus" in caught.value.hint
    for folder in (tmp_path / "shared" / "data", tmp_path / "set", tmp_path / "corpus"):
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "text.txt").write_text("Some words.", encoding="utf-8")
        assert text_path(gold, folder if folder.name == "corpus" else None) == folder / "text.txt"


def test_the_gold_of_the_repository_can_be_read() -> None:
    found = load([REPOSITORY_GOLD])
    assert {gold.set for gold in found} == {
        f"{language}-{half}" for language in ("fr", "en") for half in ("dev", "test", "late", "later", "written")
    } | {"fr-train", "fr-fresh"}
    assert all(fact.span is not None for gold in found for fact in gold.facts)
