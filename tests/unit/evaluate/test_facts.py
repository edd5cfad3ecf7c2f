"""Facts are right by relation, subject and object; of the right ones the qualities are compared."""

from dataclasses import replace
from pathlib import Path

import pytest

from hand_made import entity
from kg.evaluate import Tally, score
from kg.model import Amount, EntityType, Fact, Modality, Participant
from kg.model.codec import Json
from unit.evaluate.annotated import GOLD, SAID, WORDS, extracted, fact, gold, named, wanted

MET, BOUGHT, TOLD = (
    "Anne Dubois met Omar Haddad",
    "Novatel bought Orfeo in 2016",
    "She said: “the bridge will open in May”",
)


def facts(tmp_path: Path, listed: list[Json], *found: Fact) -> Tally:
    return score(gold(tmp_path, facts=listed), extracted(*found)).tallies["facts"]


def test_a_fact_is_right_by_relation_subject_and_object(tmp_path: Path) -> None:
    listed: list[Json] = [wanted("acquired", "novatel", "orfeo", BOUGHT)]
    assert facts(tmp_path, listed, fact("acquired", "Novatel", "Orfeo", BOUGHT)) == Tally(1, 0, 0)
    assert facts(tmp_path, listed, fact("acquired", "Orfeo", "Novatel", BOUGHT)) == Tally(0, 1, 1)
    assert facts(tmp_path, listed, fact("owns", "Novatel", "Orfeo", BOUGHT)) == Tally(0, 1, 1)
    assert facts(tmp_path, listed, fact("acquired", None, "Orfeo", BOUGHT)) == Tally(0, 1, 1)
    assert facts(tmp_path, listed) == Tally(0, 0, 1)
    assert facts(tmp_path, [], fact("acquired", "Novatel", "Orfeo", BOUGHT)) == Tally(0, 1, 0)


@pytest.mark.parametrize(("relation", "more"), [("met", {}), ("endorses", {"symmetric": True})])
def test_symmetric_facts_are_right_either_way(tmp_path: Path, relation: str, more: dict[str, Json]) -> None:
    listed: list[Json] = [wanted(relation, "omar", "anne", MET, **more)]
    assert facts(tmp_path, listed, fact(relation, "Anne Dubois", "Omar Haddad", MET)) == Tally(1, 0, 0)


def test_others_are_as_right_where_the_annotation_says_so(tmp_path: Path) -> None:
    for role, found in (("subject", ("Omar Haddad", "Orfeo")), ("object", ("Novatel", "Anne Dubois"))):
        listed: list[Json] = [wanted("acquired", "novatel", "orfeo", BOUGHT, **{f"{role}_or": ["anne", "omar"]})]
        assert facts(tmp_path, listed, fact("acquired", *found, BOUGHT)) == Tally(1, 0, 0)


def test_nothing_matches_nothing_or_somebody_without_a_name(tmp_path: Path) -> None:
    listed: list[Json] = [wanted("acquired", None, "orfeo", BOUGHT)]
    assert facts(tmp_path, listed, fact("acquired", None, "Orfeo", BOUGHT)) == Tally(1, 0, 0)
    assert facts(tmp_path, listed, fact("acquired", "The bank", "Orfeo", BOUGHT)) == Tally(1, 0, 0)
    assert facts(tmp_path, listed, fact("acquired", "Novatel", "Orfeo", BOUGHT)) == Tally(0, 1, 1)


def test_words_match_words_that_share_half_of_theirs(tmp_path: Path) -> None:
    listed: list[Json] = [wanted("rejected", "anne", WORDS, TOLD)]
    assert facts(tmp_path, listed, fact("rejected", "Anne Dubois", "bridge will open", TOLD)) == Tally(1, 0, 0)
    assert facts(tmp_path, listed, fact("rejected", "Anne Dubois", "the month of May", TOLD)) == Tally(0, 1, 1)
    assert facts(tmp_path, listed, fact("rejected", "Anne Dubois", None, TOLD)) == Tally(0, 1, 1)


def test_somebody_without_a_name_may_be_words_or_left_out(tmp_path: Path) -> None:
    entities = GOLD["entities"]
    assert isinstance(entities, list)
    bank: Json = {"id": "bank", "type": "Organization", "canonical": "the bank", "labels": ["The bank"]}
    for extra, right in (({"unnamed": True, "optional": True}, 1), ({"optional": True}, 0)):
        listed = gold(
            tmp_path,
            entities=[*entities, {**bank, **extra}],  # type: ignore[dict-item]
            facts=[wanted("acquired", "bank", "orfeo", BOUGHT)],
        )
        for subject in ("The bank", None):
            made = score(listed, extracted(fact("acquired", subject, "Orfeo", BOUGHT)))
            assert made.tallies["facts"].right == right


def test_a_fact_told_twice_is_right_once(tmp_path: Path) -> None:
    twice = [fact("met", "Anne Dubois", "Omar Haddad", why) for why in (MET, "met Omar Haddad")]
    assert facts(tmp_path, [wanted("met", "anne", "omar", MET)], *twice) == Tally(1, 1, 0)


@pytest.mark.parametrize("found", [True, False])
def test_an_optional_fact_counts_for_neither(tmp_path: Path, found: bool) -> None:
    listed: list[Json] = [wanted("met", "anne", "omar", MET, optional=True)]
    told = [fact("met", "Anne Dubois", "Omar Haddad", MET)] if found else []
    assert facts(tmp_path, listed, *told) == Tally(0, 0, 0)


def test_pairs_are_made_so_that_most_are_right(tmp_path: Path) -> None:
    """Both annotations fit the first fact, only one of them the second."""
    listed: list[Json] = [
        wanted("acquired", "novatel", "orfeo", BOUGHT, object_or="omar"),
        wanted("acquired", "novatel", "orfeo", "bought Orfeo"),
    ]
    found = (fact("acquired", "Novatel", "Orfeo", BOUGHT), fact("acquired", "Novatel", "Omar Haddad", BOUGHT))
    assert facts(tmp_path, listed, *found) == Tally(2, 0, 0)


def test_evidence_decides_which_of_two_is_meant(tmp_path: Path) -> None:
    listed: list[Json] = [
        wanted("met", "anne", "omar", "met Omar Haddad", modality="planned"),
        wanted("met", "anne", "omar", "She said", modality="denied"),
    ]
    found = (
        fact("met", "Anne Dubois", "Omar Haddad", "She said", modality=Modality.DENIED),
        fact("met", "Anne Dubois", "Omar Haddad", MET, modality=Modality.PLANNED),
    )
    assert score(gold(tmp_path, facts=listed), extracted(*found)).tallies["modality"] == Tally(2, 0, 0)


def test_one_fact_goes_to_the_annotation_of_its_own_place(tmp_path: Path) -> None:
    listed: list[Json] = [wanted("met", "anne", "omar", "She said"), wanted("met", "anne", "omar", MET)]
    made = score(gold(tmp_path, facts=listed), extracted(fact("met", "Anne Dubois", "Omar Haddad", MET)))
    assert made.errors == ["missing met(anne, omar) << She said"]


def test_evidence_without_offsets_is_looked_for_in_the_text(tmp_path: Path) -> None:
    """« … » joins two pieces, « ; » separates other evidence for the same fact."""
    for why, right in (
        ("Orfeo … bought", 0),
        ("bought … 2016", 1),
        ("not in the text; bought Orfeo", 1),
        ("She … Anne", 0),
        ("She ... Novatel bought", 1),
    ):
        listed = {**wanted("stated", "anne", WORDS, "Orfeo"), "why": why, "start": None, "end": None}
        told = fact("stated", "Anne Dubois", "quite another thing", BOUGHT)
        assert facts(tmp_path, [listed], told) == Tally(right, 1 - right, 1 - right), why


def test_an_entity_of_the_wrong_type_is_still_the_same_in_a_fact(tmp_path: Path) -> None:
    person = entity("Novatel")
    subject = Participant("Novatel", person.id, person.type)
    made = replace(fact("acquired", None, "Orfeo", BOUGHT), subject=subject)
    listed = gold(tmp_path, facts=[wanted("acquired", "novatel", "orfeo", BOUGHT)])
    only = extracted(made, without=["Novatel"], more={"Novatel": EntityType.PERSON})
    assert score(listed, only).tallies["facts"] == Tally(1, 0, 0)


def test_a_saying_is_right_by_its_speaker_and_words_or_place(tmp_path: Path) -> None:
    listed: list[Json] = [wanted("stated", "anne", None, TOLD, quote="the bridge will")]
    quoted, elsewhere = {"quote": SAID}, {"quote": "nothing of the kind"}
    assert facts(tmp_path, listed, fact("stated", "Anne Dubois", None, TOLD, **quoted)) == Tally(1, 0, 0)
    assert facts(tmp_path, listed, fact("stated", "Anne Dubois", None, MET, **quoted)) == Tally(1, 0, 0)
    assert facts(tmp_path, listed, fact("stated", "Anne Dubois", None, TOLD, **elsewhere)) == Tally(1, 0, 0)
    assert facts(tmp_path, listed, fact("stated", "Anne Dubois", None, MET, **elsewhere)) == Tally(0, 1, 1)
    assert facts(tmp_path, listed, fact("stated", "Omar Haddad", None, TOLD, **quoted)) == Tally(0, 1, 1)


def test_told_words_are_a_saying_too(tmp_path: Path) -> None:
    listed: list[Json] = [wanted("stated", "anne", WORDS, TOLD)]
    assert facts(tmp_path, listed, fact("stated", "Anne Dubois", "the bridge will open", MET)) == Tally(1, 0, 0)


def quality(tmp_path: Path, part: str, annotated: dict[str, Json], **found: object) -> Tally:
    listed = gold(tmp_path, facts=[wanted("acquired", "novatel", "orfeo", BOUGHT, **annotated)])
    return score(listed, extracted(fact("acquired", "Novatel", "Orfeo", BOUGHT, **found))).tallies[part]


@pytest.mark.parametrize(
    ("annotated", "found", "tally"),
    [
        ("2016", "2016", Tally(1, 0, 0)),
        ("2016-03", "2016-03-11", Tally(1, 0, 0)),
        ("2016-03-11", "2016-03", Tally(0, 1, 1)),
        ("2016", "20161", Tally(0, 1, 1)),
        ("2016-03-01/2016-03-05", "2016-03-01/2016-03-05", Tally(1, 0, 0)),
        ("2016", "2016-03-01/2016-03-05", Tally(0, 1, 1)),
        ("2016", None, Tally(0, 0, 1)),
        (None, "2016", Tally(0, 1, 0)),
        (None, None, Tally(0, 0, 0)),
    ],
)
def test_times_are_compared_at_the_annotated_granularity(
    tmp_path: Path, annotated: str | None, found: str | None, tally: Tally
) -> None:
    assert quality(tmp_path, "time", {"time": annotated}, time=found) == tally


def test_modality_is_compared_where_it_is_annotated(tmp_path: Path) -> None:
    assert quality(tmp_path, "modality", {"modality": "planned"}, modality=Modality.PLANNED) == Tally(1, 0, 0)
    assert quality(tmp_path, "modality", {"modality": "asserted"}, modality=Modality.PLANNED) == Tally(0, 1, 1)
    assert quality(tmp_path, "modality", {}, modality=Modality.PLANNED) == Tally(0, 0, 0)


def test_attribution_is_right_by_its_entity(tmp_path: Path) -> None:
    by = {"attributed_to": "anne"}
    assert quality(tmp_path, "attribution", by, attributed_to=named("Anne Dubois")) == Tally(1, 0, 0)
    assert quality(tmp_path, "attribution", by, attributed_to=named("Omar Haddad")) == Tally(0, 1, 1)
    assert quality(tmp_path, "attribution", by) == Tally(0, 0, 1)
    assert quality(tmp_path, "attribution", {}, attributed_to=named("Omar Haddad")) == Tally(0, 1, 0)


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (Amount(4000000, "USD", None, "more than"), True),
        (Amount(4000000.0, "USD", "shares", "more than"), True),
        (Amount(4000000, "EUR", None, "more than"), False),
        (Amount(4000001, "USD", None, "more than"), False),
        (Amount(4000000, "USD"), False),
    ],
)
def test_amounts_are_compared_by_all_that_is_annotated(tmp_path: Path, found: Amount, right: bool) -> None:
    annotated: dict[str, Json] = {"amount": {"value": 4000000, "currency": "USD", "qualifier": "more than"}}
    assert quality(tmp_path, "amount", annotated, amount=found) == (Tally(1, 0, 0) if right else Tally(0, 1, 1))


def test_errors_show_the_evidence(tmp_path: Path) -> None:
    listed = gold(tmp_path, facts=[wanted("acquired", "novatel", "orfeo", BOUGHT)])
    made = score(listed, extracted(fact("met", "Anne Dubois", "Omar Haddad", MET)))
    assert made.errors == [
        f"missing acquired(novatel, orfeo) << {BOUGHT}",
        f"wrong met(Anne Dubois, Omar Haddad) << {MET}",
    ]
