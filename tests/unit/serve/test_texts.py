"""What is done to the texts of queries and updates before the engine reads them."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from kg.query.words import asks_only, holds, masked, may_say, says
from kg.serve.amend import amended
from kg.serve.formats import GRAPHS, RESULTS, choose, named
from kg.serve.mend import mended
from kg.serve.refusal import Refusal

PIECES = st.sampled_from(
    [*"<>{}'\"\\#?:@;.\n aé", "'''", '"""', "SERVICE", "x:y", "<x:y>", "a", "1", "-2.5", "1e5", "true", "()", "[]"]
)


@given(st.lists(PIECES, max_size=40).map("".join))
@example("'" * 10_000)
def test_masking_keeps_length_and_lines_up(text: str) -> None:
    blank = masked(text)
    assert len(blank) == len(text)
    assert all(mark in (letter, " ") for letter, mark in zip(text, blank, strict=True))


@given(st.lists(PIECES, max_size=30).map("".join))
@example("1")
@example("?a 2.5")
@example("true")
def test_a_query_that_the_engine_takes_and_that_asks_a_server_is_always_seen(text: str) -> None:
    for blank in (" ", ""):
        query = f"SELECT * {{ ?s ?p ?o . ?s ?p {text}{blank}SERVICE <http://127.0.0.1:1/> {{ ?a ?b ?c }} }}"
        if not may_say(query, "service"):
            with pytest.raises(SyntaxError):  # What is not seen is no query at all.
                Store().query(query)


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("SELECT * { SERVICE <http://a/x> {} SERVICE SILENT<http://b/service> {} }", True),
        ("SELECT * { }", True),
        ("SELECT * { SERVICE <http://a/x2> {} }", False),
        ("SELECT * { SERVICE <http://a/x> {} SERVICE <http://c/> {} }", False),
        ("SELECT * { SERVICE ?a {} }", False),
        ("SELECT * { SERVICE x:a {} }", False),
        ("BASE <http://a/> SELECT * { SERVICE <x> {} }", False),
        ("SELECT * { ?s ?p 1SERVICE <http://c/> {} }", False),
        ("SELECT * { SERVICE #\n <http://a/x> {} }", False),
        ("SELECT * { SERVICE <http://a/x> {} } # service", False),
        ("SELECT * { SERVICE <http://a/\\u0078> {} }", False),
    ],
)
def test_only_addresses_that_were_allowed_are_asked(text: str, only: bool) -> None:
    assert asks_only(text, "service", ("http://a/x", "http://b/service")) is only
    assert not asks_only(f"{text} SERVICE <http://a/x> {{}}", "service", ())


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("SELECT * { SERVICE <x:y> {} }", True),
        ("select*{service<x:y>{}}", True),
        ("SELECT ?service { ?service service:a 'service' } # service", False),
        ("SELECT * { ?s ex:a-service ?o ; <http://x/service> @en-service }", False),
        ("SELECT * { ?s ?p true.SERVICE <x:y> {} }", True),
        ("SELECT * { ?s ?p 'it''s' SERVICE <x:y> {} }", True),
    ],
)
def test_keywords_are_told_from_names(text: str, seen: bool) -> None:
    assert says(text, "service") is seen


@given(st.lists(PIECES, max_size=20).map("".join), st.sampled_from(["service", "SERVICE", "Service", "ſervice", ""]))
def test_no_keyword_is_lost_to_the_first_look(text: str, word: str) -> None:
    whole = f"{text} {word} {text}"
    if not holds(whole, "service"):
        assert "service" not in masked(whole).casefold()


def run(text: str, default: tuple[str, ...] | None, named_: tuple[str, ...] | None) -> set[str]:
    """Return the objects in <x:out> after an update on two graphs."""
    store = Store()
    for name in ("1", "2"):
        store.add(Quad(NamedNode("x:s"), NamedNode("x:p"), Literal(name), NamedNode(f"x:g{name}")))
    store.update(amended(text, default, named_))
    return {quad.object.value for quad in store.quads_for_pattern(None, None, None, NamedNode("x:out"))}


INSERT = "INSERT { GRAPH <x:out> { ?s ?p ?o } } WHERE { PATTERN }"


@pytest.mark.parametrize(
    ("pattern", "default", "names", "found"),
    [
        ("?s ?p ?o", ("x:g1",), (), {"1"}),
        ("?s ?p ?o", ("x:g1", "x:g2"), (), {"1", "2"}),
        ("GRAPH ?g { ?s ?p ?o }", (), ("x:g2",), {"2"}),
        ("?s ?p ?o", (), ("x:g2",), set()),
        ("{ SELECT * WHERE { ?s ?p ?o } }", ("x:g2",), (), {"2"}),
        ("?s ?p ?o FILTER(?o != 'WHERE { } ')", ("x:g1",), (), {"1"}),
    ],
)
def test_the_dataset_of_the_request_is_that_of_every_where(
    pattern: str, default: tuple[str, ...], names: tuple[str, ...], found: set[str]
) -> None:
    text = INSERT.replace("PATTERN", pattern)
    assert run(text, default, names) == found
    assert run(f"INSERT DATA {{}} ; {text} ; CREATE SILENT GRAPH <x:where>", default, names) == found


def test_delete_where_is_written_out() -> None:
    store = Store()
    for name in ("1", "2"):
        store.add(Quad(NamedNode("x:s"), NamedNode("x:p"), Literal(name), NamedNode(f"x:g{name}")))
    store.update(amended("DELETE WHERE { GRAPH ?g { ?s ?p ?o } }", (), ("x:g1",)))
    assert {quad.object.value for quad in store} == {"2"}


@pytest.mark.parametrize("text", ["LOAD <x:y>", "INSERT DATA {} ; load <x:y> into graph <x:z>"])
def test_load_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        amended(text, None, None)
    assert refused.value.status == 403


def test_load_silent_does_nothing_and_the_rest_is_done() -> None:
    load = "LOAD SILENT <http://127.0.0.1:1/> INTO GRAPH <x:z>"
    text = f"INSERT DATA {{ <x:a> <x:load> 'LOAD <x:y>' }} ; {load} ; INSERT DATA {{ <x:b> <x:c> 1 }}"
    store = Store()
    store.update(amended(text, None, None))
    assert len(store) == 2


def test_using_twice_is_refused() -> None:
    with pytest.raises(Refusal) as refused:
        amended("DELETE { ?s ?p ?o } USING <x:g> WHERE { ?s ?p ?o }", ("x:h",), ())
    assert refused.value.status == 400


def test_group_concat_is_a_plain_text() -> None:
    text = "SELECT (UCASE(GROUP_CONCAT(DISTINCT ?o ; separator=')')) AS ?c) { VALUES ?o { 'a'@en 'b'@en } }"
    found = str(next(iter(Store().query(mended(text))))["c"])
    assert found in ('"A)B"', '"B)A"')
    assert mended("ASK { ?s ?p 'GROUP_CONCAT(' }") == "ASK { ?s ?p 'GROUP_CONCAT(' }"
    assert mended("SELECT (GROUP_CONCAT(?x AS ?y) {").startswith("SELECT (STR(GROUP_CONCAT(")


@given(st.text(max_size=60))
def test_no_accept_header_is_a_fault(accept: str) -> None:
    for formats in (RESULTS, GRAPHS):
        assert choose(accept, formats) in (*formats, None)
    assert named(accept) in (*GRAPHS, None)
