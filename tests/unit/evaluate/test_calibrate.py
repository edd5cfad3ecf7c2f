"""Confidence is learnt from judged facts: by what they rest on, not run away with, and measured on other texts."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.evaluate.calibrate import RARE, fitted, held_out, learnt, levels
from kg.evaluate.reliability import Judged
from kg.lexicon.calibration import FEWEST, Calibration, Level, load_calibration


def facts(right: int, wrong: int, document: str = "d", **grounds: str) -> list[Judged]:
    resting = tuple(sorted(grounds.items()))
    return [Judged(document, 0.5, index < right, resting) for index in range(right + wrong)]


def test_a_value_seen_often_is_taken_at_its_word() -> None:
    table = learnt([*facts(2700, 300, rule="verb"), *facts(900, 2100, rule="noun")])  # as many as there are
    assert table.confidence([("rule", "verb")]) == pytest.approx(0.9, abs=0.01)
    assert table.confidence([("rule", "noun")]) == pytest.approx(0.3, abs=0.01)


def test_a_value_seen_a_few_times_is_held_near_the_others_and_a_rarer_one_says_nothing() -> None:
    table = learnt([*facts(800, 200, rule="verb"), *facts(0, RARE, rule="noun"), *facts(0, RARE - 1, rule="odd")])
    assert 0.3 < table.confidence([("rule", "noun")]) < 0.8
    assert "odd" not in table.weights["rule"]
    assert table.confidence([("rule", "odd")]) == table.confidence([])


samples = st.lists(
    st.builds(
        lambda document, right, ends, modality: Judged(document, 0.5, right, (("ends", ends), ("modality", modality))),
        st.sampled_from("abc"),
        st.booleans(),
        st.sampled_from(["name", "description", "pronoun"]),
        st.sampled_from(["asserted", "other"]),
    ),
    min_size=1,
    max_size=40,
)


@given(samples, st.randoms())
@settings(deadline=None)
def test_the_order_of_the_facts_changes_nothing_that_is_seen(sample: list[Judged], chance: random.Random) -> None:
    mixed = chance.sample(sample, len(sample))
    first, second = learnt(sample), learnt(mixed)
    for fact in sample:
        assert first.confidence(fact.grounds) == pytest.approx(second.confidence(fact.grounds), abs=0.011)
        assert 0 < first.confidence(fact.grounds) < 1


@given(samples)
@settings(deadline=None)
def test_no_document_teaches_its_own_confidence(sample: list[Judged]) -> None:
    turned = [Judged(f.document, f.confidence, f.right ^ (f.document == "a"), f.grounds) for f in sample]
    first, second = ([f.confidence for f in held_out(facts) if f.document == "a"] for facts in (sample, turned))
    assert first == second
    assert len(held_out(sample)) == len(sample)


def test_what_is_learnt_is_what_rates() -> None:
    sample = [*facts(30, 10, rule="verb"), *facts(5, 20, rule="noun")]
    assert [fitted(sample)(f).confidence for f in sample] == [learnt(sample).confidence(f.grounds) for f in sample]


def test_levels_count_from_each_confidence_on() -> None:
    sample = [Judged("d", confidence, right) for confidence, right in ((0.9, True), (0.9, True), (0.6, False))]
    assert levels(sample) == [Level(0.0, 3, 2), Level(0.6, 3, 2), Level(0.9, 2, 2)]


def test_the_threshold_is_the_first_that_reaches_the_precision_on_enough_facts() -> None:
    steps = (Level(0.0, 100, 80), Level(0.8, 60, 54), Level(0.9, FEWEST, FEWEST - 1), Level(0.95, FEWEST - 1, 19))
    table = Calibration(1.4, {}, steps)
    found = [table.reaching(wanted) for wanted in (0, 0.8, 0.81, 0.9, 0.95, 0.96)]
    assert found == [steps[0], steps[0], steps[1], steps[1], steps[2], None]
    assert table.best == steps[2]


def test_grounds_add_to_the_odds_and_unknown_ones_do_nothing() -> None:
    table = Calibration(0.0, {"rule": {"verb": 1.0986}, "ends": {"pronoun": -1.0986}}, ())
    assert table.confidence([]) == 0.5
    assert table.confidence([("rule", "verb")]) == 0.75
    assert table.confidence([("rule", "verb"), ("ends", "pronoun")]) == 0.5
    assert table.confidence([("rule", "another"), ("further", "thing")]) == 0.5
    assert Calibration(9.0, {}, ()).confidence([]) == 0.99, "no fact is certain"


def test_the_table_of_the_package_is_whole() -> None:
    table = load_calibration()
    assert {"rule", "ends", "object", "modality", "relation"} <= set(table.weights)
    assert {"name", "pronoun"} <= set(table.weights["ends"])
    counts = [level.facts for level in table.levels]
    assert table.levels[0].confidence == 0
    assert counts == sorted(counts, reverse=True)
    assert table.reaching(0) == table.levels[0]
