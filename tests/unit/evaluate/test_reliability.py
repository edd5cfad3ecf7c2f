"""What confidence promises is compared with what is right, in bins and by what the facts rest on."""

from pathlib import Path

import pytest

from kg.evaluate.match import Matcher
from kg.evaluate.reliability import Judged, by_confidence, by_ground, gap, judged
from unit.evaluate.annotated import extracted, fact, gold, wanted

MET, BOUGHT = "Anne Dubois met Omar Haddad", "Novatel bought Orfeo in 2016"


def test_every_fact_is_right_or_wrong_but_those_that_only_an_optional_annotation_says(tmp_path: Path) -> None:
    annotated = gold(
        tmp_path,
        facts=[
            wanted("met", "anne", "omar", MET),
            wanted("acquired", "novatel", "orfeo", BOUGHT, optional=True),
        ],
    )
    right = fact("met", "Anne Dubois", "Omar Haddad", MET)
    again = fact("met", "Omar Haddad", "Anne Dubois", MET)
    unsure = fact("acquired", "Novatel", "Orfeo", BOUGHT)
    wrong = fact("owns", "Novatel", "Orfeo", BOUGHT)
    found = dict(judged(Matcher(annotated, extracted(right, again, unsure, wrong))))
    assert found == {right: True, again: False, wrong: False}


def facts(*outcomes: tuple[float, bool], ground: str = "verb") -> list[Judged]:
    return [Judged("d", confidence, right, (("rule", ground),)) for confidence, right in outcomes]


def test_bins_hold_their_lower_bound_and_the_last_one_both() -> None:
    bins = by_confidence(facts((0.8, True), (0.89, False), (0.9, True), (1.0, True), (0.1, False)))
    assert [(one.name, one.facts, one.right) for one in bins] == [
        ("0.0–0.5", 1, 0.0),
        ("0.8–0.9", 2, 0.5),
        ("0.9–1.0", 2, 1.0),
    ]
    assert bins[1].confidence == pytest.approx(0.845)


def test_facts_are_grouped_by_what_they_rest_on() -> None:
    mixed = facts((0.8, True), (0.6, False)) + facts((0.9, True), ground="noun")
    assert [(one.name, one.facts, one.right) for one in by_ground(mixed)] == [
        ("rule:noun", 1, 1.0),
        ("rule:verb", 2, 0.5),
    ]


def test_the_gap_is_nothing_where_confidence_is_kept_and_grows_with_what_is_not() -> None:
    kept = facts(*[(0.8, True)] * 4, (0.8, False))
    assert gap(kept) == pytest.approx(0.0)
    assert gap(facts(*[(0.8, False)] * 5)) == pytest.approx(0.8)
    assert gap(kept + facts(*[(0.95, False)] * 5)) == pytest.approx(0.475)
    assert gap([]) == 0
