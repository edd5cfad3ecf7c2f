"""A graph follows its store: what is added, updated and forgotten, after interruptions and beside others."""

import random
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from hand_made import entity, extraction, fill, writer
from kg.model import EntityType, Extraction, Participant
from kg.resolve import across
from kg.store import Reader, Writer
from kg.store.graph import Address, Target, batch, compare, extractions, push
from servers.news import HARRIS, MUSK, NASTY, ORG, PRESS, TRUMP, X

pytestmark = pytest.mark.servers


def whole(target: Target) -> list[str]:
    """Return all that a graph holds, in order, without the cursor."""
    nodes = target.run("MATCH (n:KG) RETURN labels(n) AS labels, properties(n) AS p")
    edges = target.run("MATCH (a)-[r]->(b) RETURN a.iri AS a, type(r) AS t, b.iri AS b, properties(r) AS p")
    lines = [(sorted(row["labels"]), sorted(row["p"].items())) for row in nodes]  # type: ignore[attr-defined,arg-type]
    return sorted([*map(repr, lines), *(repr((r["a"], r["t"], r["b"], sorted(r["p"].items()))) for r in edges)])


def same(store: Path, target: Target) -> bool:
    return all(difference.same for difference in compare(store, target))


def forget(store: Path, document: Extraction) -> None:
    with writer(store) as open_store:
        open_store.forget(document.document.id)


def test_only_what_changed_is_sent(store: Path, target: Target) -> None:
    fill(store, PRESS[:2])
    assert push(store, target).documents == 2
    before = whole(target)
    assert push(store, target).documents == 0
    fill(store, PRESS[:3])
    report = push(store, target)
    assert (report.documents, report.replaced) == (1, False)
    assert len(whole(target)) > len(before)
    assert same(store, target)


def test_a_sync_that_was_cut_off_goes_on_where_it_was(
    store: Path, target: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "_DOCUMENTS", 1)
    fill(store, PRESS)

    def stop(done: int, _total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        push(store, target, watch=stop)
    assert target.run("MATCH (d:Document) RETURN count(d) AS n") == [{"n": 2}]
    assert not same(store, target)
    assert push(store, target).documents == len(PRESS) - 2
    assert same(store, target)


def test_a_batch_that_fails_leaves_nothing_behind(store: Path, target: Target, monkeypatch: pytest.MonkeyPatch) -> None:
    fill(store, PRESS[:1])
    push(store, target)
    before = whole(target)
    fill(store, PRESS)
    monkeypatch.setattr("kg.store.graph.statements._LOOSE", "UNWIND $entities AS x RETURN x / 0 AS broken")
    monkeypatch.setattr("kg.store.graph.statements._EDGE", "UNWIND $rows AS row RETURN 1 / 0 AS `%s`")
    with pytest.raises(Exception, match="by zero"):
        push(store, target)
    assert whole(target) == before
    monkeypatch.undo()
    push(store, target)
    assert same(store, target)


def test_forget_gives_the_graph_as_if_the_document_had_never_come(store: Path, target: Target) -> None:
    fill(store, [PRESS[0], PRESS[1], PRESS[3]])
    push(store, target)
    never = whole(target)
    fill(store, [PRESS[2]])
    push(store, target)
    assert target.run("MATCH (e:Entity {name: 'Jean Breyer'}) RETURN count(e) AS n") == [{"n": 1}]
    forget(store, PRESS[2])
    report = push(store, target)
    assert (report.removed, report.documents) == (1, 0)
    assert whole(target) == never
    assert same(store, target)


def test_the_last_document_leaves_an_empty_graph(store: Path, target: Target) -> None:
    fill(store, PRESS[:1])
    push(store, target)
    forget(store, PRESS[0])
    push(store, target)
    assert whole(target) == []


def test_documents_tie_in_the_entity_that_they_turn_out_to_share(store: Path, target: Target) -> None:
    short = extraction([(entity("Musk"), "met", HARRIS)], title="Short", source="short.txt")
    fill(store, [short])
    push(store, target)
    fill(store, [extraction([(entity("Elon Musk"), "met", TRUMP)], title="Long", source="long.txt")])
    push(store, target)
    assert same(store, target)
    query = "MATCH (e:Person {name: 'Elon Musk'})-[:MET]->(o) RETURN o.name AS name ORDER BY name"
    assert [row["name"] for row in target.run(query)] == ["Donald Trump", "Kamala Harris"]
    forget(store, short)
    push(store, target)
    assert same(store, target)


def test_an_entity_whose_type_changes_keeps_all_its_ties(store: Path, target: Target) -> None:
    """What is known by one identifier is one entity, of the type under which it has the fullest name."""
    short, full = entity("X", ORG, key="wd:Q918"), entity("X the app", EntityType.WORK, key="wd:Q918")
    one, other = (extraction([(who, "owns", short)], title=who.name, source=who.name) for who in (MUSK, TRUMP))
    fill(store, [one, other])
    push(store, target)
    query = (
        "MATCH (e:Entity {name: $name})<-[:OWNS]-(who) "
        "RETURN e.type AS type, labels(e) AS labels, who.name AS who ORDER BY who"
    )
    assert {row["type"] for row in target.run(query, {"name": "X"})} == {"Organization"}
    more = extraction([(HARRIS, "owns", full)], title="More", source="more.txt")
    fill(store, [more])
    push(store, target)
    rows = target.run(query, {"name": "X the app"})
    assert [row["who"] for row in rows] == ["Donald Trump", "Elon Musk", "Kamala Harris"]
    assert all(row["type"] in row["labels"] and row["type"] == "Work" for row in rows)  # type: ignore[operator]
    assert same(store, target)
    forget(store, more)
    push(store, target)
    assert {row["type"] for row in target.run(query, {"name": "X"})} == {"Organization"}
    assert same(store, target)


def test_a_document_that_is_being_written_again_waits(store: Path, target: Target) -> None:
    fill(store, PRESS[:2])
    push(store, target)
    before = whole(target)
    again = replace(PRESS[0], facts=PRESS[0].facts[:2])
    open_store = writer(store)
    try:
        assert open_store.commit(again) == "updated"
        assert push(store, target).documents == 0
        target.run("MATCH (c:KGCursor) DELETE c")
        push(store, target)
        assert target.run("MATCH (d:Document) RETURN d.title AS title") == [{"title": PRESS[1].document.title}]
    finally:
        open_store.close()
    assert push(store, target).documents == 1
    assert same(store, target)
    assert whole(target) != before


def test_any_order_of_adding_and_forgetting_keeps_the_graph_true(store: Path, target: Target) -> None:
    pool = [MUSK, TRUMP, X, NASTY, entity("Musk"), entity("Trump"), entity("Orange", EntityType.ORGANIZATION)]
    pool += [entity("Orange SA", EntityType.ORGANIZATION), entity("Orange", EntityType.PLACE), entity("ELON MUSK")]
    pool += [entity("X the app", EntityType.WORK, key="wd:Q918")]
    chance, known = random.Random(7), list[Extraction]()
    for step in range(12):
        if known and chance.random() < 0.35:
            forget(store, known.pop(chance.randrange(len(known))))
        else:
            triples = [(*chance.sample(pool, 1), "met", *chance.sample(pool, 1)) for _ in range(3)]
            known.append(extraction(triples, title=f"Step {step}", source=f"{step}.txt"))
            fill(store, known[-1:])
        if step % 3:
            push(store, target)
            assert same(store, target), step


def test_check_sees_what_others_changed_and_rebuild_mends_it(store: Path, target: Target) -> None:
    fill(store, PRESS[:2])
    push(store, target)
    target.run("CREATE (:Mine {name: 'stays'})")
    target.run("MATCH (f:Fact {relation: 'owns'}) SET f.confidence = 0.1")
    target.run("MATCH (:Person)-[r:ENDORSES]->() DELETE r")
    wrong = {one.kind: (one.store, one.graph) for one in compare(store, target) if not one.same}
    assert wrong == {"(:Fact)": (12, 12), "[:ENDORSES]": (1, 0)}
    report = push(store, target, rebuild=True)
    assert (report.documents, report.replaced) == (2, True)
    assert same(store, target)
    assert target.run("MATCH (m:Mine) RETURN m.name AS name") == [{"name": "stays"}]


@pytest.mark.parametrize(
    "harm",
    [
        "MATCH (n) DETACH DELETE n",
        "MATCH (c:KGCursor) DELETE c",
        "MATCH (c:KGCursor) SET c.whole = false",
        "MATCH (c:KGCursor) SET c.number = 1000000",
    ],
)
def test_a_graph_without_a_true_cursor_is_made_again(store: Path, target: Target, harm: str) -> None:
    fill(store, PRESS[:2])
    push(store, target)
    target.run(harm)
    assert push(store, target).documents == 2
    assert same(store, target)


def test_a_graph_of_another_store_is_replaced(store: Path, target: Target, tmp_path: Path) -> None:
    fill(store, PRESS[:2])
    push(store, target)
    fill(tmp_path / "other", PRESS[2:])
    report = push(tmp_path / "other", target)
    assert (report.replaced, report.documents) == (True, len(PRESS) - 2)
    assert same(tmp_path / "other", target)
    assert push(store, target).replaced
    assert same(store, target)


def test_two_processes_at_once_write_everything_once(
    store: Path, neo4j_address: Address, neo4j: Target, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "_DOCUMENTS", 1)
    neo4j.run("MATCH (n) DETACH DELETE n")
    fill(store, PRESS)

    def one(_: int) -> int:
        with Target(neo4j_address) as mine:
            return push(store, mine).documents

    with ThreadPoolExecutor(3) as pool:
        sent = list(pool.map(one, range(3)))
    assert sum(sent) >= len(PRESS)
    assert same(store, neo4j)


def test_the_graph_gives_every_document_back_unchanged(store: Path, target: Target) -> None:
    fill(store, [*PRESS, extraction([(entity("Musk"), "met", HARRIS)], title="Short", source="short.txt")])
    push(store, target)
    with Reader(store) as reader:
        found = {one.document.id: (one, mapping) for one, mapping in extractions(target)}
        assert len(found) == len(PRESS) + 1
        assert all(reader.extraction(identifier) == pair for identifier, pair in found.items())
        assert any(local != known for _, mapping in found.values() for local, known in mapping.items())


def test_names_cannot_carry_cypher(store: Path, target: Target) -> None:
    fill(store, PRESS)
    harmful = extraction([(NASTY, "x`]->() DETACH DELETE n //", HARRIS)], title="`}) DELETE n //", source="'; //\n")
    role = ("a`:B {x: 1}", Participant("`", HARRIS.id, HARRIS.type))
    with Writer(store, render=lambda _, __: (), resolver=across) as open_store:
        open_store.commit(replace(harmful, facts=(replace(harmful.facts[0], roles=(role,)),)))
    push(store, target)
    assert same(store, target)
    rows = target.run(
        "MATCH (e:Entity {name: $name})-[r]->(:Person) RETURN type(r) AS t ORDER BY t", {"name": NASTY.name}
    )
    assert [row["t"] for row in rows] == ["SUPPORTS", "X_DETACH_DELETE_N"]


def test_a_long_article_fits(store: Path, target: Target) -> None:
    made = extraction([(MUSK, "met", HARRIS)], title="Long")
    long = replace(made, document=replace(made.document, text=made.document.text + " été 🦉" * 200_000))
    fill(store, [long])
    push(store, target)
    assert next(extractions(target))[0] == long
