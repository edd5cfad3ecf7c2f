"""What the server looks up by itself is, byte for byte, what a worker answers; and it is never much work."""

import asyncio
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from kg.model.prefixes import PREFIXES
from kg.serve.answer import answer
from kg.serve.body import Body
from kg.serve.formats import RESULTS
from kg.serve.frames import HEAD
from kg.serve.lookup import Lookups
from kg.serve.refusal import Refusal
from kg.serve.single import MANY, single
from kg.serve.task import Query

LABEL, KNOWS = NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), NamedNode("http://x/knows")
TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
VALUES = [
    Literal("Ada"),
    Literal("Ada", language="en"),
    Literal("Été, « Ada »\n\t\\ \"'", language="fr-ca"),
    Literal("5", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#integer")),
    Literal("x", datatype=NamedNode("http://x/type")),
    Literal(""),
    BlankNode("b"),
    NamedNode("http://x/1"),
    NamedNode("http://x/é?a=b#c"),
]


def quads() -> Iterator[Quad]:
    for graph in (NamedNode("http://x/g1"), NamedNode("http://x/g2"), BlankNode("g")):
        for number in range(3):
            yield from (Quad(NamedNode(f"http://x/{number}"), LABEL, value, graph) for value in VALUES)
            yield Quad(NamedNode(f"http://x/{number}"), KNOWS, NamedNode("http://x/1"), graph)
        yield Quad(NamedNode("http://x/1"), TYPE, NamedNode("http://x/T"), graph)
    for number in range(2 * MANY):
        yield Quad(NamedNode("http://x/hub"), KNOWS, NamedNode(f"http://x/n{number}"), NamedNode("http://x/g1"))
        yield Quad(NamedNode("http://x/hub"), TYPE, NamedNode("http://x/T"), NamedNode(f"http://x/h{number}"))


@pytest.fixture(scope="module")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("lookup")
    dataset = Store(str(folder / "work"))
    dataset.extend(quads())
    dataset.extend(Quad(*quad.triple) for quad in quads() if quad.graph_name == NamedNode("http://x/g1"))
    dataset.flush()
    dataset.backup(str(folder / "snapshot"))
    return folder / "snapshot"


@pytest.fixture(scope="module")
def dataset(snapshot: Path) -> Store:
    return Store.read_only(str(snapshot))


@pytest.fixture(scope="module")
def lookups(snapshot: Path) -> Lookups:
    return opened(snapshot)


def opened(snapshot: Path, text: str = "SELECT * { ?a ?b ?c } LIMIT 1") -> Lookups:
    found = Lookups()
    assert asyncio.run(answered(found, Query(text, None, "http://h/"), snapshot)) is not None
    return found


async def answered(lookups: Lookups, query: Query, snapshot: Path) -> Body | None:
    """Ask until a thread has opened the snapshot."""
    for _ in range(1000):
        if (body := lookups.answer(query, str(snapshot))) is not None:
            return body
        await asyncio.sleep(0.01)
    return None


def by_worker(dataset: Store, query: Query) -> tuple[str, bytes] | None:
    """Return the type and the bytes that a worker sends, None where it refuses."""
    said = bytearray()
    try:
        answer(dataset, query, said.extend)
    except Refusal:
        return None
    media_type, body = "", b""
    while said:
        kind, length = HEAD.unpack_from(said)
        part = bytes(said[HEAD.size : HEAD.size + length])
        del said[: HEAD.size + length]
        media_type, body = (part.decode(), body) if kind == b"H" else (media_type, body + part)
    return media_type, body


def parts(found: Body | None) -> tuple[str, bytes] | None:
    return None if found is None else (found.media_type, found.whole() or b"")


BLANK = st.sampled_from([" ", "\n", "\t ", "  \r\n"])
NODES = [
    *["?a", "?b", "?c", "?a1", "$a", "_:b", "[]", "<1>", "<http://x/a/../1>", "x:..", "x:1", "<http://x/1>", "xx:1"],
    *["<http://x/hub>", "x:knows", "rdfs:label", "<http://x/g1>", "x:hub", "<x>", "un:known", "<http://x/\\u0031>"],
    *[":1", "x:a.b", "x:a%20b", "x:", "<http://x/é?a=b#c>", "<http://[/>", "<http://x/%zz>"],
]
VERBS = [*["rdfs:label", "x:knows", "a", "A", "?p", "?a", "<http://x/knows>", "^x:knows", "x:knows+", "!x:knows"]]
TEXTS = [
    *['"Ada"', "'Ada'", '"Ada"@en', '"Ada"@EN', "'x'^^<http://x/type>", "'x'^^x:type", "'5'^^xsd:integer", "5", "true"],
    *['""', "''", '"a\\"b"', '"""Ada"""', "'a\nb'", "'#'", "'}'", '"Ada"@en--ltr', "'x'^^un:known", "'Été'@fr-CA"],
]
HEADS = [
    *["SELECT *", "SELECT ?a", "SELECT ?a ?b", "select distinct ?a", "SELECT DISTINCT *", "SELECT?a", "SELECT*", "ASK"],
    *["SELECT ?a ?a", "SELECT ?none", "SELECT REDUCED ?a", "SELECT (?a AS ?z)", "CONSTRUCT", "DESCRIBE ?a", "aſk"],
]
STARTS = [
    *["", "PREFIX x: <http://x/> ", "prefix x:<http://x/>PREFIX : <http://x/>", "PREFIX x: <http://x/../> "],
    *["PREFIX x: <http://x/> PREFIX x: <http://y/> ", "PREFIX x: <http://x/> PREFIX z: <http://x/%zz> ", "BASE <x:y> "],
    *["PREFIX x: <rel/> ", "# x\n", "PREFIX rdfs: <http://x/> PREFIX x: <http://x/> ", "PREFIX x: <http://x/n> "],
]
ENDS = ["", "", " LIMIT 5", "LIMIT 0", " limit 100000", " LIMIT 3 OFFSET 1", " ORDER BY ?a", " # end", " LIMIT -1", ";"]


def mostly(usual: list[str], any_: list[str]) -> st.SearchStrategy[str]:
    """Choose what is recognised four times of five, so that many texts as a whole are."""
    return st.one_of(*[st.sampled_from(usual)] * 4, st.sampled_from(any_))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Make queries of one pattern as people write them, and what only looks like one."""
    blank = draw(BLANK)
    subject = draw(mostly(["?a", "x:1", "<http://x/1>", "x:hub", "?b"], NODES))
    verb = draw(mostly(["rdfs:label", "x:knows", "a", "?p"], VERBS))
    value = draw(mostly(["?c", "?d", "x:T", *TEXTS[:8]], NODES + TEXTS))
    pattern = draw(BLANK).join([subject, verb, value])
    pattern += draw(mostly(["", " ."], [" . ?a ?d ?e", " FILTER(?a)", "; x:knows ?d", ", ?d"]))
    graph = draw(mostly(["", "?g", "<http://x/g1>", "x:g2"], ["?a", "un:g", "_:g"]))
    inner = f"GRAPH {graph}{blank}{{{blank}{pattern}}}" if graph else pattern
    there = [one for one in (graph, subject, verb, value) if one[:1] == "?"]
    asked = [" ".join(there[:number]) for number in range(1, len(there) + 1)]
    heads = ["SELECT *", "ASK", *[f"SELECT {one}" for one in asked], *[f"SELECT DISTINCT {one}" for one in asked]]
    where = draw(mostly([" {", " WHERE {", " where{"], ["{", "WHERE{", "\nWHERE\n{\n"]))
    start, head, end = draw(mostly(STARTS[1:2], STARTS)), draw(mostly(heads, HEADS)), draw(mostly(ENDS[:5], ENDS))
    return f"{start}{head}{where}{blank}{inner}{blank}}}{end}"


@settings(max_examples=400, deadline=None)
@given(texts(), st.sampled_from([one.name for one in RESULTS]), st.booleans())
@example("PREFIX x: <http://x/> SELECT ?a { x:hub a ?a }", "JSON", True)
@example("PREFIX x: <http://x/> SELECT DISTINCT ?g ?a { GRAPH ?g { x:1 rdfs:label ?a } }", "XML", True)
@example("PREFIX x: <http://x/> ASK { x:1 rdfs:label 'Ada'@EN . }", "TSV", True)
@example("PREFIX x: <http://x/> ASK { x:1 rdfs:label 'Ada'@EN . }", "CSV", False)
def test_what_is_looked_up_is_what_a_worker_answers(
    lookups: Lookups, dataset: Store, snapshot: Path, text: str, layout: str, union: bool
) -> None:
    query = Query(text, str(snapshot), "http://h/sparql", results=layout, union=union)
    found = parts(lookups.answer(query, str(snapshot)))
    assert found is None or found == by_worker(dataset, query), text


@pytest.mark.parametrize("layout", [one.name for one in RESULTS])
@pytest.mark.parametrize(
    "text",
    [
        "SELECT ?l { <http://x/1> rdfs:label ?l }",
        "PREFIX x: <http://www.w3.org/2000/01/rdf-schema#>\nselect distinct ?l where { <http://x/1> x:label ?l . }",
        "SELECT * WHERE { GRAPH ?g { <http://x/1> ?p ?o } }",
        "SELECT ?s ?p { GRAPH <http://x/g1> { ?s ?p 'Ada'@en } } LIMIT 2",
        "SELECT * { ?s ?p ?o } LIMIT 200",
        "ASK { ?s a <http://x/T> }",
        "ASK { <http://x/1> a <http://x/none> }",
        "SELECT * { <http://x/1> a <http://x/T> }",
        "SELECT ?s { ?s rdfs:label 'x'^^<http://x/type> }",
    ],
)
def test_plain_lookups_are_made_in_the_server(
    lookups: Lookups, dataset: Store, snapshot: Path, text: str, layout: str
) -> None:
    query = Query(text, str(snapshot), "http://h/sparql", results=layout)
    found = parts(lookups.answer(query, str(snapshot)))
    assert found is not None
    assert found == by_worker(dataset, query)


@pytest.mark.parametrize(
    "text",
    [
        *[
            "SELECT * { ?s ?p ?o }",
            "SELECT ?o { <http://x/hub> <http://x/knows> ?o }",
            "SELECT DISTINCT ?p { ?s ?p ?o }",
        ],
        *["SELECT ?s { ?s ?s ?o }", "SELECT * { ?s ?p ?s }", "ASK { ?s ?s ?s }", "SELECT * { GRAPH ?s { ?s ?p ?o } }"],
        *["SELECT DISTINCT ?p { ?s ?p ?o } LIMIT 2", "SELECT * { ?s ?p ?o } LIMIT 201", "ASK { ?s ?p ?o FILTER(?s) }"],
        *["SELECT * { SERVICE <http://x/> { ?s ?p ?o } }", "SELECT * FROM <http://x/g1> { <http://x/1> ?p ?o }"],
        *["ASK {}", "SELECT * { <http://x/1> ?p ?o . ?o ?q ?r }", "SELECT * { <1> ?p ?o }", "ASK { un:known ?p ?o }"],
        f"ASK {{ <http://x/{'a' * 5000}> ?p ?o }}",
    ],
)
def test_what_may_be_much_or_is_something_else_goes_to_a_worker(lookups: Lookups, snapshot: Path, text: str) -> None:
    for _ in range(2):  # The second time it is remembered.
        assert lookups.answer(Query(text, None, "http://h/"), str(snapshot)) is None


def test_a_dataset_of_the_request_and_a_format_that_is_not_ours_go_to_a_worker(
    lookups: Lookups, snapshot: Path
) -> None:
    query = Query("SELECT * { <http://x/1> ?p ?o }", None, "http://h/")
    assert lookups.answer(query, str(snapshot)) is not None
    for other in (query._replace(default=("http://x/g1",)), query._replace(named=()), query._replace(results=None)):
        assert lookups.answer(other, str(snapshot)) is None
    assert lookups.answer(query, None) is None


def test_no_text_takes_long_to_recognise() -> None:
    long = 3_990
    texts_ = [
        *[
            " " * long,
            "PREFIX a:<x:>" * 300,
            "SELECT " + "?a " * 1300,
            "SELECT" + " ?a" * 1300 + "{",
            "ASK{" + " " * long,
        ],
        *["ASK{'" + "a" * long, "ASK{?a ?b '" + "'" * long, "ASK{?a ?b 'a'@" + "a-" * 1900, "ASK{" + "a" * long],
        *["ASK{?a ?b ?c" + " ." * 1900, "ASK{GRAPH " * 390, "SELECT * {?a ?b ?c} LIMIT " + "1" * long, "<" * long],
        *[
            "PREFIX " * 500,
            "PREFIX a" * 400,
            "PREFIX " + "a" * long,
            "ASK{?a ?b ''^^" + "a" * long,
            "ASK{a:" + "-" * long,
        ],
    ]
    for text in texts_:
        begin = time.thread_time()
        assert single(text, PREFIXES) is None
        assert time.thread_time() - begin < 0.05, text[:40]


def test_answers_that_are_too_long_go_to_a_worker(tmp_path: Path) -> None:
    dataset = Store(str(tmp_path / "work"))
    dataset.add(Quad(NamedNode("http://x/1"), LABEL, Literal("a" * 200_000), NamedNode("http://x/g")))
    dataset.flush()
    dataset.backup(str(tmp_path / "s"))
    found = opened(tmp_path / "s", "ASK { <http://x/1> ?p ?o }")
    assert found.answer(Query("SELECT * { <http://x/1> ?p ?o }", None, "http://h/"), str(tmp_path / "s")) is None


def test_another_snapshot_or_one_made_anew_is_never_answered_from_the_old(snapshot: Path, tmp_path: Path) -> None:
    found, text = opened(snapshot), Query("ASK { <http://x/1> ?p ?o }", None, "http://h/")
    assert found.answer(text, str(snapshot)) is not None
    other = Store(str(tmp_path / "work"))
    other.flush()
    other.backup(str(tmp_path / "empty"))

    async def change() -> Body | None:
        assert found.answer(text, str(tmp_path / "empty")) is None
        body = await answered(found, text, tmp_path / "empty")
        os.utime(tmp_path / "empty", (1, 1))
        assert found.answer(text, str(tmp_path / "empty")) is None
        return body

    assert parts(asyncio.run(change())) == (RESULTS[0].sent, b'{"head":{},"boolean":false}')
    (tmp_path / "empty").rename(tmp_path / "gone")
    assert found.answer(text, str(tmp_path / "empty")) is None


def test_a_snapshot_that_cannot_be_opened_is_left_to_the_workers(tmp_path: Path) -> None:
    (tmp_path / "CURRENT").write_text("nonsense")
    found, text = Lookups(), Query("ASK { <http://x/1> ?p ?o }", None, "http://h/")

    async def ask() -> None:
        for _ in range(20):
            assert found.answer(text, str(tmp_path)) is None
            await asyncio.sleep(0.01)

    asyncio.run(ask())
