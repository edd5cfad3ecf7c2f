"""The laws of the store: order never matters, forgetting undoes, twice is once, blocks suffice."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from hand_made import content, entity, extraction, fill, writer
from kg.model import Entity, EntityType, Extraction
from kg.resolve import across
from kg.store import Reader
from kg.store.ledger import changes

ORG = EntityType.ORGANIZATION
POOL = [
    entity("Elon Musk", key="wd:Q317521", aliases=["Musk"]),
    entity("Elon Musk"),
    entity("Musk"),
    entity("Jean Martin", cues=["role:maire", "place:Lyon"]),
    entity("Jean Martin", cues=["role:footballeur", "place:Lille"]),
    entity("Jean Martin", cues=["place:Lille"]),
    entity("Jean Martin"),
    entity("JEAN MARTIN"),
    entity("Paul Martin"),
    entity("Martin"),
    entity("Martin", cues=["role:footballeur"]),
    entity("Orange", ORG),
    entity("Orange SA", ORG),
    entity("Orange", ORG, key="wd:Q1431486"),
    entity("Orange County", ORG, key="wd:Q5925"),
    entity("World Health Organization", ORG, aliases=["WHO"]),
    entity("Women Helping Others", ORG, aliases=["WHO"]),
    entity("WHO", ORG),
    entity("Paris", EntityType.PLACE),
    entity("Paris"),
]
TRIPLES = st.lists(
    st.tuples(st.sampled_from(POOL), st.sampled_from(["endorses", "met", "owns"]), st.sampled_from(POOL)),
    min_size=1,
    max_size=4,
)


@st.composite
def corpora(draw: st.DrawFn) -> list[Extraction]:
    """Draw a few documents with different texts."""
    triples = draw(st.lists(TRIPLES, min_size=1, max_size=5))
    return [extraction(item, title=f"Title {n}", source=f"{n}.txt") for n, item in enumerate(triples)]


def fresh() -> Path:
    """Return the path of a store that does not exist yet."""
    return Path(tempfile.mkdtemp()) / "store"


STORES = settings(max_examples=25, deadline=None)


@STORES
@given(corpora(), st.randoms(use_true_random=False), st.booleans())
def test_any_order_gives_the_same_bytes(documents: list[Extraction], random: object, one_by_one: bool) -> None:
    first, second = fresh(), fresh()
    fill(first, documents)
    shuffled = list(documents)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    for part in [[document] for document in shuffled] if one_by_one else [shuffled]:
        fill(second, part)
    assert content(first) == content(second)
    assert list(Reader(first).entities()) == list(Reader(second).entities())


@STORES
@given(corpora(), corpora())
def test_forgetting_undoes_ingest(kept: list[Extraction], gone: list[Extraction]) -> None:
    held = {one.document.id for one in kept}
    gone = [one for one in gone if one.document.id not in held]
    alone, both = fresh(), fresh()
    fill(alone, kept)
    fill(both, [*gone, *kept])
    with writer(both) as store:
        for document in gone:
            store.forget(document.document.id)
    assert content(alone) == content(both)
    assert list(Reader(alone).entities()) == list(Reader(both).entities())
    ledger = Reader(both).ledger
    for table in ("documents", "facts", "members", "profiles", "participants", "blocks", "names"):
        query = f"SELECT count(*) FROM {table}"
        assert ledger.execute(query).fetchone() == Reader(alone).ledger.execute(query).fetchone(), table


@STORES
@given(corpora())
def test_ingest_twice_changes_nothing(documents: list[Extraction]) -> None:
    store = fresh()
    fill(store, documents)
    before, number = content(store), changes.last(Reader(store).ledger)
    assert set(fill(store, documents)) == {"unchanged"}
    assert (content(store), changes.last(Reader(store).ledger)) == (before, number)


@given(st.lists(st.sampled_from(POOL)), st.randoms(use_true_random=False))
def test_any_order_of_any_subset_resolves_the_same(entities: list[Entity], random: object) -> None:
    shuffled = list(entities)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert across.resolve(entities) == across.resolve(shuffled)


@given(st.lists(st.sampled_from(POOL), max_size=8))
def test_blocks_resolved_alone_give_what_all_together_give(entities: list[Entity]) -> None:
    whole = across.clusters(entities)
    for group in _components(set(entities)):
        alone = across.clusters(group)
        assert alone == {one: whole[one] for one in group}


@given(st.lists(st.sampled_from(POOL), max_size=8))
def test_only_entities_that_share_blocks_join(entities: list[Entity]) -> None:
    whole = across.clusters(entities)
    for group in _components(set(entities)):
        others = {whole[one] for one in entities if one not in group}
        assert others.isdisjoint(whole[one] for one in group)


@given(st.lists(st.sampled_from(POOL), max_size=10))
def test_two_known_entities_never_join(entities: list[Entity]) -> None:
    whole = across.clusters(entities)
    known = {one.key: whole[one] for one in entities if one.key.startswith("wd:")}
    assert len(set(known.values())) == len(known)


def _components(entities: set[Entity]) -> list[set[Entity]]:
    groups: list[set[Entity]] = []
    for one in entities:
        near = [group for group in groups if any(across.blocks(one) & across.blocks(other) for other in group)]
        groups = [group for group in groups if group not in near] + [{one}.union(*near)]
    return groups
