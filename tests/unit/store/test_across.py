"""Which entities of different documents are one, and which are not."""

import pytest

from hand_made import entity
from kg.model import Entity, EntityType
from kg.resolve.across import blocks, clusters, describe, resolve
from kg.resolve.across_why import why_same

ORG = EntityType.ORGANIZATION

ONE = [
    pytest.param([entity("Elon Musk", key="wd:Q317521"), entity("Musk", key="wd:Q317521")], id="known entity"),
    pytest.param([entity("Elon Musk", key="wd:Q317521"), entity("Elon MUSK")], id="known entity and its name"),
    pytest.param([entity("Orange", ORG), entity("Orange S.A.", ORG)], id="legal form"),
    pytest.param([entity("Acme GmbH", ORG), entity("Acme, Inc.", ORG)], id="two legal forms"),
    pytest.param([entity("Autorité des marchés", ORG, aliases=["ADM"]), entity("ADM", ORG)], id="acronym"),
    pytest.param([entity("Kamala Harris"), entity("Harris")], id="surname"),
    pytest.param(
        [entity("Jean Martin", cues=["role:maire"]), entity("Jean Martin", cues=["role:sénateur"])],
        id="one trade",
    ),
    pytest.param([entity("Jean Martin", cues=["place:Lyon"]), entity("Jean Martin")], id="a cue and none"),
]
APART = [
    pytest.param([entity("Paris"), entity("Paris", EntityType.PLACE)], id="types"),
    pytest.param([entity("Georgia", ORG, key="wd:Q230"), entity("Georgia", ORG, key="wd:Q1428")], id="two known"),
    pytest.param(
        [entity("Jean Martin", cues=["role:maire"]), entity("Jean Martin", cues=["role:footballeur"])],
        id="trades",
    ),
    pytest.param(
        [entity("Jean Martin", cues=["place:Lyon"]), entity("Jean Martin", cues=["place:Lille"])], id="places"
    ),
    pytest.param([entity("Kamala Harris", cues=["role:sénatrice"]), entity("Harris", cues=["role:coach"])], id="cue"),
    pytest.param([entity("Kamala Harris"), entity("Kamala")], id="first name"),
    pytest.param([entity("Orange SA", ORG), entity("Orange County", ORG)], id="other words"),
    pytest.param([entity("Apple"), entity("Apple Inc.", ORG)], id="a person is no company"),
]


@pytest.mark.parametrize("entities", ONE)
def test_these_are_one(entities: list[Entity]) -> None:
    assert len(set(clusters(entities).values())) == 1
    (row, *_) = why_same(entities[:1], entities[1:], frozenset(entities))
    assert row["same"] is True
    assert row["reason"]


@pytest.mark.parametrize("entities", APART)
def test_these_stay_apart(entities: list[Entity]) -> None:
    assert len(set(clusters(entities).values())) == 2
    (row,) = why_same(entities[:1], entities[1:], frozenset(entities))
    assert row["same"] is False


def test_a_surname_that_two_persons_bear_joins_neither() -> None:
    doug, kamala, harris = entity("Doug Harris"), entity("Kamala Harris"), entity("Harris")
    assert len(set(clusters([doug, kamala, harris]).values())) == 3


def test_an_acronym_that_two_organisations_have_joins_neither() -> None:
    one, other, short = (
        entity("World Health Organization", ORG, aliases=["WHO"]),
        entity("Women Helping Others", ORG, aliases=["WHO"]),
        entity("WHO", ORG),
    )
    assert len(set(clusters([one, other, short]).values())) == 3


def test_a_name_without_cue_stays_apart_from_namesakes() -> None:
    mayor, player = (
        entity("Jean Martin", cues=["role:maire"]),
        entity("Jean Martin", cues=["role:footballeur"]),
    )
    unknown = entity("Jean Martin")
    ids = clusters([mayor, player, unknown])
    assert len(set(ids.values())) == 3
    assert ids[unknown] == unknown.id


def test_the_known_entity_lends_its_id_and_name() -> None:
    known, plain = entity("Elon Musk", key="wd:Q317521", aliases=["Musk"]), entity("Elon MUSK")
    assert set(clusters([known, plain]).values()) == {known.id}
    whole = describe(known.id, [plain, known])
    assert (whole.name, whole.aliases, whole.same_as) == (
        "Elon Musk",
        ("Elon MUSK", "Musk"),
        ("http://www.wikidata.org/entity/Q317521",),
    )


def test_a_chain_tells_each_step() -> None:
    plain, legal, known = (
        entity("Orange", ORG),
        entity("Orange SA", ORG),
        entity("Orange", ORG, key="wd:Q1431486"),
    )
    everyone = frozenset([plain, legal, known])
    assert len(set(clusters(everyone).values())) == 1
    rows = why_same([legal], [plain], everyone)
    assert any("legal form" in str(row["reason"]) for row in rows)
    assert len(resolve(everyone).merges) == 2


def test_what_can_join_shares_a_block() -> None:
    for case in ONE:
        first, second = case.values[0]  # type: ignore[misc, index]
        assert blocks(first) & blocks(second)
