"""The verbs that read a store: what they print, on a terminal, piped and as asked, and how they end."""

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hand_made import entity, extraction, fill
from kg.cli import main
from kg.lexicon import calibration
from kg.lexicon.calibration import Calibration, Level
from kg.model import EntityType

MUSK, TRUMP = entity("Elon Musk", aliases=["Musk"]), entity("Donald Trump")
X = entity("X", EntityType.ORGANIZATION)
DOCUMENT = extraction([(MUSK, "endorses", TRUMP), (MUSK, "owns", X), (X, "relatedTo", TRUMP)], title="Été, a title")
FACT = DOCUMENT.facts[0]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stores") / "s"
    fill(folder, [DOCUMENT])
    return folder


def kg(store: Path | None, *arguments: str, text: str | None = None) -> Result:
    """Call the command in this process."""
    before = ["--store", str(store)] if store else []
    return CliRunner().invoke(main, [*before, *arguments], input=text)


def process(*arguments: str, text: str = "", **environment: str) -> "subprocess.CompletedProcess[str]":
    """Call the command as users do."""
    return subprocess.run(
        [sys.executable, "-m", "kg", *arguments],
        input=text,
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path), **environment},
        timeout=60,
        check=False,
    )


def test_facts_as_json_lines_have_the_fields_of_the_contract(store: Path) -> None:
    result = kg(store, "facts", "--format", "jsonl")
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row["relation"] for row in rows] == ["endorses", "owns"]
    assert set(rows[0]) == set(
        "id relation subject object time place amount quote roles modality attributed_to confidence document "
        "sentence start end by".split()
    )
    assert rows[0]["subject"] == {"id": MUSK.id, "name": "Elon Musk", "type": "Person"}
    assert DOCUMENT.document.text[rows[0]["start"] : rows[0]["end"]] == "Elon Musk endorses Donald Trump."


def test_the_four_formats_hold_the_same_facts(store: Path) -> None:
    piped, short, asked = (kg(store, "facts", *options).stdout for options in ((), ("--json",), ("--format", "json")))
    assert piped == short == asked
    rows = json.loads(piped)
    lines = list(csv.DictReader(io.StringIO(kg(store, "facts", "--format", "csv").stdout)))
    assert [(line["id"], line["subject"], line["object_id"]) for line in lines] == [
        (row["id"], row["subject"]["name"], row["object"]["id"]) for row in rows
    ]
    table = kg(store, "facts", "--format", "table").stdout
    assert max(map(len, table.splitlines())) <= 100
    assert all(row["id"][-8:] in table and row["relation"] in table for row in rows)


@pytest.mark.parametrize("verb", ["facts", "entities", "mentions", "sparql"])
def test_csv_without_rows_has_its_heading_all_the_same(store: Path, tmp_path: Path, verb: str) -> None:
    fill(tmp_path / "empty", [])
    query = ["SELECT ?a ?b { ?a ?b 'nothing at all' }"] if verb == "sparql" else []
    some = kg(store, verb, "--format", "csv", *(["SELECT ?a ?b { ?a ?b ?c } LIMIT 1"] if query else [])).stdout
    assert kg(tmp_path / "empty", verb, "--format", "csv", *query).stdout == some.splitlines()[0] + "\n"


def test_an_empty_answer_says_which_name_is_not_known(store: Path) -> None:
    result = kg(store, "facts", "--relation", "endorse", "--format", "jsonl")
    assert (result.exit_code, result.stdout) == (0, "")
    assert "did you mean endorses?" in result.stderr
    assert "no relation" not in kg(store, "facts", "--relation", "suspended").stderr
    assert "'Nobody'" in kg(store, "facts", "--about", "Nobody").stderr


def test_one_row_is_one_line_as_json_lines(tmp_path: Path) -> None:
    fill(tmp_path / "s", [DOCUMENT])
    for verb in (["why", FACT.id], ["backup", str(tmp_path / "b")], ["forget", DOCUMENT.document.id]):
        result = kg(tmp_path / "s", *verb, "--format", "jsonl")
        assert len(result.stdout.splitlines()) == 1, result.output
        assert json.loads(result.stdout)


def test_no_facts_is_an_empty_array(store: Path) -> None:
    assert json.loads(kg(store, "facts", "--about", "nobody").stdout) == []
    assert kg(store, "facts", "--about", "nobody", "--format", "jsonl").stdout == ""


@pytest.mark.parametrize(
    ("options", "relations"),
    [
        (["--open"], ["endorses", "owns", "relatedTo"]),
        (["--relation", "owns"], ["owns"]),
        (["--about", "Donald Trump"], ["endorses"]),
        (["--document", "été", "--limit", "1"], ["endorses"]),
        (["--min-confidence", "0.95"], []),
        (["--precision", "0"], ["endorses", "owns"]),
    ],
)
def test_facts_are_chosen_by_options(store: Path, options: list[str], relations: list[str]) -> None:
    assert [row["relation"] for row in json.loads(kg(store, "facts", *options).stdout)] == relations


@pytest.mark.parametrize(
    ("options", "relations", "told"),
    [
        (["--precision", "0.5"], ["endorses", "owns"], []),
        (["--precision", "0.8", "--limit", "1"], ["endorses"], []),
        (["--precision", "0.9"], [], ["2 of 2 facts kept back, below confidence 0.95"]),
        (["--precision", "0.9", "--open"], [], ["3 of 3 facts kept back"]),
        (["--precision", "0.9", "--about", "X"], [], ["1 of 1 facts"]),
        (["--precision", "0.8", "--min-confidence", "0.91"], [], []),
        (["--precision", "0.99"], [], ["no confidence promises", "at most 0.95 are right from 0.95 on", "2 of 2"]),
    ],
)
def test_precision_keeps_what_reaches_it_and_says_what_it_keeps_back(
    store: Path, monkeypatch: pytest.MonkeyPatch, options: list[str], relations: list[str], told: list[str]
) -> None:
    table = Calibration(0.8, {}, (Level(0.0, 100, 70), Level(0.9, 50, 42), Level(0.95, 20, 19), Level(0.97, 3, 3)))
    monkeypatch.setattr(calibration, "load_calibration", lambda: table)
    result = kg(store, "facts", *options)
    assert result.exit_code == 0, result.stderr
    assert [row["relation"] for row in json.loads(result.stdout)] == relations
    assert all(words in result.stderr for words in told)
    assert bool(result.stderr) is bool(told)


def test_entities_and_mentions(store: Path) -> None:
    rows = json.loads(kg(store, "entities").stdout)
    assert {row["name"]: (row["type"], row["mentions"]) for row in rows}["Elon Musk"] == ("Person", 1)
    assert set(rows[0]) == {"id", "name", "type", "aliases", "mentions", "same_as"}
    assert [row["name"] for row in json.loads(kg(store, "entities", "musk").stdout)] == ["Elon Musk"]
    mentions = json.loads(kg(store, "mentions", "a.txt").stdout)
    assert set(mentions[0]) == {"document", "start", "end", "text", "type", "entity", "kind"}
    assert "Elon Musk" in kg(store, "entities", "--format", "table").stdout
    assert "Elon Musk" in kg(store, "mentions", "--format", "table").stdout


def test_why_same_gives_a_reason(store: Path) -> None:
    (row,) = json.loads(kg(store, "entities", "--why-same", "Musk", "Elon Musk").stdout)
    assert row["same"] is True
    (row,) = json.loads(kg(store, "entities", "--why-same", "Elon Musk", "Donald Trump").stdout)
    assert row["same"] is False


def test_why_marks_the_sentence(store: Path) -> None:
    text = kg(store, "why", FACT.id[-8:], "--format", "table").stdout
    assert "[Elon Musk](subject) [endorses](trigger) [Donald Trump](object)." in text
    assert "hand@1" in text
    assert "Été, a title" in text
    row = json.loads(kg(store, "why", FACT.id).stdout)
    assert (row["id"], row["rule"], row["speaker"], row["source"]) == (FACT.id, "hand@1", None, "a.txt")


def test_sparql_reads_all_documents_as_one_graph(store: Path, tmp_path: Path) -> None:
    query = "SELECT ?s (COUNT(*) AS ?n) { ?s kgo:endorses ?o } GROUP BY ?s"
    expected = [{"s": MUSK.id, "n": 1}]
    (tmp_path / "q.rq").write_text(query)
    assert json.loads(kg(store, "sparql", query).stdout) == expected
    assert json.loads(kg(store, "sparql", str(tmp_path / "q.rq")).stdout) == expected
    assert json.loads(kg(store, "sparql", "-", text=query).stdout) == expected
    assert kg(store, "sparql", query, "--format", "csv").stdout == f"s,n\n{MUSK.id},1\n"
    assert "│" not in kg(store, "sparql", query, "--format", "table").stderr
    srj = json.loads(kg(store, "sparql", query, "--format", "srj").stdout)
    assert srj["results"]["bindings"][0]["s"]["value"] == MUSK.id


def test_sparql_answers_every_form(store: Path) -> None:
    assert json.loads(kg(store, "sparql", "ASK { ?s kgo:owns ?o }").stdout) == {"boolean": True}
    built = kg(store, "sparql", "CONSTRUCT { ?o kgo:ownedBy ?s } WHERE { ?s kgo:owns ?o }", "--format", "turtle").stdout
    assert f"<{MUSK.id}>" in built
    rows = json.loads(kg(store, "sparql", f"DESCRIBE <{MUSK.id}>").stdout)
    assert {row["subject"] for row in rows} == {MUSK.id}
    named = json.loads(kg(store, "sparql", "SELECT ?g { GRAPH ?g { ?s kgo:owns ?o } }").stdout)
    assert named == [{"g": DOCUMENT.document.id}]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s {",
        "SELECT * { SERVICE <http://localhost:1/> { ?s ?p ?o } }",
        "PREFIX a: <http://a/> SELECT * { ?s ?p '#' . service silent ?x { ?s ?p ?o } }",
        "INSERT DATA { <http://a> <http://b> <http://c> }",
        "prefix a: <http://a/> DELETE WHERE { ?s ?p ?o }",
        "CLEAR ALL",
    ],
)
def test_a_broken_or_forbidden_query_ends_with_2(store: Path, query: str) -> None:
    result = kg(store, "sparql", query)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith("kg: ")


def test_service_is_seen_where_no_blank_stands_before_it(store: Path) -> None:
    for end in ("1", "2.5", "1e5", "true", "'a'", "()"):
        result = kg(store, "sparql", f"SELECT * {{ ?s ?p {end}SERVICE <http://localhost:1/> {{ ?a ?b ?c }} }}")
        assert "SERVICE is refused" in result.stderr, end


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s { ?s rdfs:label 'service' }",
        "ASK { ?service ?p <http://a/service> } # SERVICE",
        "ASK { ?s kgo:service ?o }",
    ],
)
def test_the_word_service_elsewhere_is_no_harm(store: Path, query: str) -> None:
    assert kg(store, "sparql", query).exit_code == 0


@pytest.mark.parametrize(
    "verb", [["facts"], ["entities"], ["mentions"], ["why", "x"], ["sparql", "ASK {}"], ["forget", "x"]]
)
def test_a_missing_store_ends_with_2_and_a_hint(tmp_path: Path, verb: list[str]) -> None:
    result = kg(tmp_path / "none", *verb)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "ingest" in result.stderr
    assert not (tmp_path / "none").exists()


@pytest.mark.parametrize(
    "arguments", [["facts", "--min-confidence", "2"], ["facts", "--format", "xml"], ["nonsense"], ["why"]]
)
def test_a_broken_option_ends_with_2(store: Path, arguments: list[str]) -> None:
    assert kg(store, *arguments).exit_code == 2


def test_a_typing_error_is_answered_by_the_nearest_verb() -> None:
    assert "kg facts" in kg(None, "fact").stderr


def test_a_fault_ends_with_70_and_no_traceback(store: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import kg.store

    def broken(*_: object) -> None:
        raise ZeroDivisionError("of seven")

    monkeypatch.setattr(kg.store.Reader, "entities", broken)
    result = kg_result = CliRunner().invoke(main, ["--store", str(store), "entities"])
    assert result.exit_code == 70
    assert "of seven" in kg_result.stderr
    assert "kg doctor --markdown" in result.stderr
    assert "Traceback" not in result.output


def test_the_store_is_named_by_option_anywhere_or_environment(store: Path) -> None:
    assert process("facts", "--store", str(store)).stdout == process("facts", KG_STORE=str(store)).stdout != "[]\n"


def test_a_real_process_speaks_json_when_piped_and_says_why_it_fails(store: Path, tmp_path: Path) -> None:
    good = process("--store", str(store), "sparql", "-", text="ASK {}")
    assert (good.returncode, json.loads(good.stdout), good.stderr) == (0, {"boolean": True}, "")
    bad = process("--store", str(tmp_path / "none"), "facts")
    assert (bad.returncode, bad.stdout) == (2, "")
    assert bad.stderr.splitlines()[0].startswith("kg: no store at")
    assert bad.stderr.splitlines()[1].startswith("  ")


def test_a_reader_that_stops_early_hears_no_complaint(store: Path) -> None:
    command = f"{sys.executable} -m kg --store {store} mentions --format jsonl | head -1"
    ended = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": ":".join(sys.path)},
        check=False,
    )
    assert (len(ended.stdout.splitlines()), ended.stderr) == (1, "")


def test_forget_takes_a_document_back(tmp_path: Path) -> None:
    fill(tmp_path / "s", [DOCUMENT])
    result = kg(tmp_path / "s", "forget", "été")
    assert json.loads(result.stdout)["forgotten"] == DOCUMENT.document.id
    assert json.loads(kg(tmp_path / "s", "facts").stdout) == []
    assert kg(tmp_path / "s", "forget", "été").exit_code == 2
