"""What another extractor found is written only where the text bears it out."""

from dataclasses import replace
from pathlib import Path

import pytest

import kg
from hand_made import entity, extraction
from kg.errors import EvidenceError
from kg.model import EntityType, Span

GOOD = extraction([(entity("Anne Dubois"), "acquired", entity("Novatel", EntityType.ORGANIZATION))])


def test_sound_facts_are_written(tmp_path: Path) -> None:
    assert kg.commit(GOOD, tmp_path / "s") == "added"
    assert kg.commit(GOOD, tmp_path / "s") == "unchanged"
    with kg.open_store(tmp_path / "s") as reader:
        assert [one.facts for one in reader.extractions(None)] == [GOOD.facts]


def test_facts_that_the_text_does_not_hold_are_refused_with_reasons(tmp_path: Path) -> None:
    bad = replace(GOOD, facts=(replace(GOOD.facts[0], quote="never said", trigger=Span(0, 900)),))
    with pytest.raises(EvidenceError) as told:
        kg.commit(bad, tmp_path / "s")
    assert "trigger slices the text" in told.value.message
    assert "the text holds the quotation" in told.value.message
    assert not (tmp_path / "s").exists()


def test_relations_outside_of_the_ontology_are_refused(tmp_path: Path) -> None:
    bad = replace(GOOD, facts=(replace(GOOD.facts[0], relation="invented"),))
    with pytest.raises(EvidenceError):
        kg.commit(bad, tmp_path / "s")
