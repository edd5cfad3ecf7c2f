"""Entities are right by name and type; pronouns by the entity that they stand for."""

from pathlib import Path

import pytest

from kg.evaluate import Tally, score
from kg.model import EntityType
from kg.model.codec import Json
from unit.evaluate.annotated import GOLD, extracted, gold, mention, span


def test_all_entities_found(tmp_path: Path) -> None:
    made = score(gold(tmp_path), extracted())
    assert made.tallies["entities"] == Tally(4, 0, 0)
    assert made.tallies["entities:Person"] == Tally(2, 0, 0)
    assert made.errors == []


def test_an_alias_is_as_good_as_the_name_and_case_and_accents_do_not_count(tmp_path: Path) -> None:
    made = score(gold(tmp_path), extracted(without=["Omar Haddad"], more={"HÁDDAD": EntityType.PERSON}))
    assert made.tallies["entities"] == Tally(4, 0, 0)


def test_a_wrong_type_is_wrong_and_missing(tmp_path: Path) -> None:
    made = score(gold(tmp_path), extracted(without=["Orfeo"], more={"Orfeo": EntityType.PERSON}))
    assert made.tallies["entities"] == Tally(3, 1, 1)
    assert made.tallies["entities:Person"] == Tally(2, 1, 0)
    assert made.tallies["entities:Organization"] == Tally(1, 0, 1)
    assert made.errors == ["wrong entity Person Orfeo", "missing entity Organization Orfeo"]


def test_one_entity_extracted_as_two_is_right_once(tmp_path: Path) -> None:
    made = score(gold(tmp_path), extracted(more={"Haddad": EntityType.PERSON}))
    assert made.tallies["entities"] == Tally(4, 1, 0)
    assert made.errors == ["wrong entity Person Haddad (there twice)"]


@pytest.mark.parametrize("found", [True, False])
def test_an_optional_entity_counts_for_neither(tmp_path: Path, found: bool) -> None:
    entities = GOLD["entities"]
    assert isinstance(entities, list)
    may: Json = {"id": "may", "type": "Event", "canonical": "May", "labels": ["May"], "optional": True}
    made = score(gold(tmp_path, entities=[*entities, may]), extracted(more={"May": EntityType.EVENT} if found else {}))
    assert made.tallies["entities"] == Tally(4, 0, 0)


def coreference(**more: Json) -> list[Json]:
    place = span("She")
    return [{"text": "She", "context": "She said", "entity": "anne", "start": place.start, "end": place.end, **more}]


@pytest.mark.parametrize(("name", "right"), [("Anne Dubois", True), ("Omar Haddad", False)])
def test_a_pronoun_is_right_by_its_entity(tmp_path: Path, name: str, right: bool) -> None:
    made = score(gold(tmp_path, coreference=coreference()), extracted(mentions=[mention("She", name)]))
    assert made.tallies["coreference"] == Tally(int(right), 0, int(not right))
    assert made.errors == ([] if right else ["missing coreference 'She' of anne, found ['Omar Haddad'] << She said"])


def test_a_mention_elsewhere_is_not_the_pronoun_s(tmp_path: Path) -> None:
    elsewhere = mention("Anne Dubois", "Anne Dubois")
    made = score(gold(tmp_path, coreference=coreference()), extracted(mentions=[elsewhere]))
    assert made.tallies["coreference"] == Tally(0, 0, 1)


def test_without_offsets_every_place_of_the_words_is_meant(tmp_path: Path) -> None:
    made = score(gold(tmp_path, coreference=[["She", "anne"]]), extracted(mentions=[mention("She", "Anne Dubois")]))
    assert made.tallies["coreference"] == Tally(1, 0, 0)
