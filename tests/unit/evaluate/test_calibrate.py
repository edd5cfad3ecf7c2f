"""The calibration table: shares that a small sample does not run away with, in order, and measured on other texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.evaluate.calibrate import ORDER, PRIOR, counted, fitted, held_out, levels
from kg.evaluate.reliability import Judged
from kg.lexicon.calibration import FEWEST, Calibration, Level, load_calibration


def facts(right: int, wrong: int, document: str = "d", **grounds: str) -> list[Judged]:
    resting = tuple(sorted(grounds.items()))
    return [Judged(document, 0.5, index < right, resting) for index in range(right + wrong)]


def test_a_value_seen_often_is_taken_at_its_word_and_one_seen_once_is_not() -> None:
    whole, counts = counted([*facts(800, 200, rule="verb"), *facts(0, 1, rule="noun")])
    assert whole.share == pytest.approx(0.8, abs=0.002)
    assert counts["rule"]["verb"].share == pytest.approx(0.8, abs=0.001)
    assert counts["rule"]["noun"].share == pytest.approx(PRIOR * whole.share / (PRIOR + 1))


def test_shares_that_rise_against_the_order_are_levelled() -> None:
    _, counts = counted([*facts(6, 4, ends="name"), *facts(9, 1, ends="description"), *facts(1, 9, ends="pronoun")])
    ends = counts["ends"]
    assert list(ends) == ["name", "description", "pronoun"]
    assert (
        ends["name"].share == ends["description"].share == pytest.approx((15 + 2 * PRIOR * 17 / 32) / (20 + 2 * PRIOR))
    )
    assert ends["pronoun"].share < ends["name"].share


samples = st.lists(
    st.builds(
        lambda document, right, ends, modality: Judged(
            document, 0.5, right, (("ends", ends), ("modality", modality), ("rule", "verb"))
        ),
        st.sampled_from("abc"),
        st.booleans(),
        st.sampled_from(ORDER["ends"]),
        st.sampled_from(ORDER["modality"]),
    ),
    min_size=1,
    max_size=40,
)


@given(samples)
def test_whatever_the_sample_a_weaker_ground_never_makes_a_fact_surer(sample: list[Judged]) -> None:
    rate = fitted(sample)
    for ground, values in ORDER.items():
        told = {value for fact in sample for name, value in fact.grounds if name == ground}
        rated = [rate(Judged("d", 0.5, True, ((ground, value),))).confidence for value in values if value in told]
        assert rated == sorted(rated, reverse=True)
        assert all(0 < confidence < 1 and round(confidence, 2) == confidence for confidence in rated)


@given(samples)
def test_no_document_teaches_its_own_confidence(sample: list[Judged]) -> None:
    turned = [Judged(f.document, f.confidence, f.right ^ (f.document == "a"), f.grounds) for f in sample]
    first, second = ([f.confidence for f in held_out(facts) if f.document == "a"] for facts in (sample, turned))
    assert first == second
    assert len(held_out(sample)) == len(sample)


def test_levels_count_from_each_confidence_on() -> None:
    sample = [Judged("d", confidence, right) for confidence, right in ((0.9, True), (0.9, True), (0.6, False))]
    assert levels(sample) == [Level(0.0, 3, 2), Level(0.6, 3, 2), Level(0.9, 2, 2)]


def test_the_threshold_is_the_first_that_reaches_the_precision_on_enough_facts() -> None:
    steps = (Level(0.0, 100, 80), Level(0.8, 60, 54), Level(0.9, FEWEST, FEWEST - 1), Level(0.95, FEWEST - 1, 19))
    table = Calibration(0.8, {}, steps)
    found = [table.reaching(wanted) for wanted in (0, 0.8, 0.81, 0.9, 0.95, 0.96)]
    assert found == [steps[0], steps[0], steps[1], steps[1], steps[2], None]
    assert table.best == steps[2]


def test_grounds_multiply_odds_and_unknown_ones_do_nothing() -> None:
    table = Calibration(0.5, {"rule": {"verb": 0.75}, "ends": {"pronoun": 0.25}}, ())
    assert table.confidence({}) == 0.5
    assert table.confidence({"rule": "verb"}) == 0.75
    assert table.confidence({"rule": "verb", "ends": "pronoun"}) == 0.5
    assert table.confidence({"rule": "another", "further": "thing"}) == 0.5
    assert Calibration(0.999, {}, ()).confidence({}) == 0.99, "no fact is certain"


def test_the_table_of_the_package_is_whole() -> None:
    table = load_calibration()
    assert set(table.shares) == {"rule", "ends", "object", "modality"}
    assert set(table.shares["rule"]) == {"verb", "noun", "pattern"}
    for ground, values in ORDER.items():
        shares = [table.shares[ground][value] for value in values if value in table.shares[ground]]
        assert shares == sorted(shares, reverse=True)
    counts = [level.facts for level in table.levels]
    assert table.levels[0].confidence == 0
    assert counts == sorted(counts, reverse=True)
    assert table.reaching(0) == table.levels[0]
