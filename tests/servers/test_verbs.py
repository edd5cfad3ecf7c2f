"""`kg cypher` and `kg sync` as users call them: rows, parameters, and what an error says and returns."""

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hand_made import fill
from kg.cli import main
from kg.errors import UnavailableError
from kg.store.graph import Address, Target, compare
from kg.writing import project
from served import TOKEN, serving
from servers.news import NASTY, PRESS
from servers.real_neo4j import PASSWORD, Neo4jProcess, free_port

pytestmark = pytest.mark.servers


def kg(store: Path, *arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["--store", str(store), *arguments], input=text)


def test_without_a_server_named_kg_starts_its_own_and_fills_it(press: Path) -> None:
    command = [sys.executable, "-m", "kg", "--store", str(press), "cypher", "--format", "jsonl"]
    query = "MATCH (a)-[r:ENDORSES]->(b) RETURN a.name AS who, r.time AS time, b.name AS whom ORDER BY time"
    done = subprocess.run([*command, query], capture_output=True, text=True, check=True)
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        {"who": "Elon Musk", "time": "2024-07", "whom": "Donald Trump"},
        {"who": "Elon Musk", "time": "2024-07-13", "whom": "Donald Trump"},
    ]
    assert done.stderr == ""


@pytest.mark.usefixtures("local")
def test_formats_parameters_and_files(press: Path, tmp_path: Path) -> None:
    query = "MATCH (e:Entity {name: $name}) RETURN e.name AS name, e.aliases AS aliases"
    assert json.loads(kg(press, "cypher", query, "--param", "name=Elon Musk").stdout)[0]["aliases"] == ["Musk"]
    table = kg(press, "cypher", query, "--param", "name=X", "--format", "table").stdout
    assert "aliases" in table
    assert '["Twitter"]' in table
    assert kg(press, "cypher", "-", "--format", "csv", text="RETURN 1 AS x, 'a' AS y;").stdout == "x,y\n1,a\n"
    (tmp_path / "q.cypher").write_text("// $n = 2\nRETURN $n AS n", encoding="utf-8")
    assert json.loads(kg(press, "cypher", str(tmp_path / "q.cypher")).stdout) == [{"n": 2}]
    assert json.loads(kg(press, "cypher", str(tmp_path / "q.cypher"), "--param", "n=[1]").stdout) == [{"n": [1]}]
    rows = json.loads(kg(press, "cypher", "paths-between.cypher", "--param", "from=X", "--param", "to=Paris").stdout)
    assert all(row["through"][0] == "X" and row["through"][-1] == "Paris" for row in rows)
    assert rows == [] or rows[0]["relations"]
    assert kg(press, "cypher", "missing.cypher").exit_code == 4


@pytest.mark.usefixtures("local")
def test_a_name_goes_through_as_a_value(press: Path, neo4j_environment: str) -> None:
    assert kg(press, "sync").exit_code == 0
    query = "MATCH (e:Entity {name: $name}) RETURN e.name AS name"
    for uri in (None, neo4j_environment):
        with pytest.MonkeyPatch.context() as patch:
            if uri is None:
                patch.delenv("NEO4J_URI")
            result = kg(press, "cypher", query, "--param", f"name={NASTY.name}")
            assert json.loads(result.stdout) == [{"name": NASTY.name}]


@pytest.mark.usefixtures("local")
@pytest.mark.parametrize("where", ["local", "neo4j"])
def test_broken_queries_are_usage_errors(press: Path, request: pytest.FixtureRequest, where: str) -> None:
    options = ["--uri", request.getfixturevalue("neo4j_environment")] if where == "neo4j" else []
    for query in (
        "MATCH (n RETURN n",
        "RETURN $missing",
        "RETURN 1/0",
        "RETURN nothing(1)",
        "",
        "// nothing",
        "RETURN x",
    ):
        result = kg(press, "cypher", *options, query)
        assert (result.exit_code, result.stdout) == (2, ""), query
        assert result.stderr.startswith("kg: ")
        assert len(result.stderr.splitlines()) >= 2
    assert kg(press, "cypher", *options, "RETURN 1", "--param", "x").exit_code == 2


def test_sync_and_check_say_what_they_found(press: Path, neo4j_environment: str, neo4j: Target) -> None:
    report = json.loads(kg(press, "sync", neo4j_environment, "--rebuild").stdout)
    assert (report["documents"], report["replaced"], report["target"]) == (len(PRESS), True, neo4j_environment)
    found = kg(press, "sync", "--check", "--format", "jsonl")
    assert found.exit_code == 0
    assert {json.loads(line)["kind"] for line in found.stdout.splitlines()} >= {"(:Entity)", "(:Fact)", "[:ENDORSES]"}
    neo4j.run("MATCH (e:Place) DETACH DELETE e")
    wrong = kg(press, "sync", "--check", "--format", "table")
    assert wrong.exit_code == 1
    assert "kg sync --rebuild" in wrong.stderr
    assert kg(press, "sync", "--check", "--rebuild").exit_code == 0
    assert "0 documents written" in kg(press, "sync", "--format", "table").stdout


@pytest.mark.parametrize("verb", [["cypher", "RETURN 1"], ["sync"], ["sync", "--check"]])
def test_a_server_that_is_down_can_be_tried_again(
    press: Path, monkeypatch: pytest.MonkeyPatch, verb: list[str]
) -> None:
    monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{free_port()}")
    result = kg(press, *verb)
    assert result.exit_code == 3
    assert "cannot be reached" in result.stderr
    assert result.stdout == ""


@pytest.mark.usefixtures("neo4j_environment")
@pytest.mark.parametrize("verb", [["cypher", "RETURN 1"], ["sync"]])
def test_a_wrong_password_is_a_usage_error_and_is_not_shown(
    press: Path, monkeypatch: pytest.MonkeyPatch, verb: list[str]
) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD", "wrong-secret")
    result = kg(press, *verb)
    assert result.exit_code == 2
    assert "NEO4J_PASSWORD" in result.stderr
    assert "wrong-secret" not in result.output
    monkeypatch.delenv("NEO4J_PASSWORD")
    assert kg(press, *verb).exit_code == 2


@pytest.mark.usefixtures("neo4j_environment")
def test_the_password_can_stand_in_a_file(press: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("NEO4J_PASSWORD")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "password"))
    monkeypatch.setenv("NEO4J_USER", "neo4j")
    assert kg(press, "cypher", "RETURN 1 AS x").exit_code == 2
    (tmp_path / "password").write_text(PASSWORD + "\n", encoding="utf-8")
    assert json.loads(kg(press, "cypher", "RETURN 1 AS x").stdout) == [{"x": 1}]


@pytest.mark.usefixtures("neo4j_environment")
def test_wrong_addresses_and_databases(press: Path) -> None:
    wrong = ("http://127.0.0.1:1", "nonsense", "bolt://", "bolt://neo4j:my-secret@127.0.0.1:1", "bolt://[::1")
    for options in (*(["--uri", uri] for uri in wrong), ["--database", "nowhere"]):
        result = kg(press, "cypher", "RETURN 1", *options)
        assert result.exit_code == 2, options
        assert result.stderr.startswith("kg: ")
        assert "my-secret" not in result.output


def test_a_routing_address_works_too(press: Path, neo4j_environment: str) -> None:
    uri = neo4j_environment.replace("bolt://", "neo4j://")
    assert json.loads(kg(press, "cypher", "--uri", uri, "RETURN 1 AS x").stdout) == [{"x": 1}]


def test_several_targets_follow_and_one_that_is_down_stops_none(
    store: Path, tmp_path: Path, neo4j_environment: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(store, PRESS)
    fill(tmp_path / "theirs", [])
    down = f"bolt://127.0.0.1:{free_port()}"
    monkeypatch.setenv("KG_REMOTE_TOKEN", TOKEN)
    monkeypatch.setenv("KG_REMOTE_GRAPHS", "http://team.example/news/")
    with serving(tmp_path / "theirs") as client:
        remote = str(client.base_url.join("/store"))
        first = kg(store, "sync", neo4j_environment, down, remote, "--format", "jsonl")
        assert [json.loads(line)["target"] for line in first.stdout.splitlines()] == [neo4j_environment, remote]
        assert (first.exit_code, down in first.stderr) == (3, True)
        monkeypatch.setenv("KG_TARGETS", f"{down} {remote}")
        forgotten = kg(store, "forget", PRESS[0].document.id)
        assert forgotten.exit_code == 3
        assert "kg sync" in forgotten.stderr
        monkeypatch.setenv("KG_TARGETS", remote)
        checked = kg(store, "sync", "--check", "--format", "jsonl")
        assert checked.exit_code == 0, checked.output
        assert {json.loads(line)["target"] for line in checked.stdout.splitlines()} == {neo4j_environment, remote}
        assert kg(store, "sync", neo4j_environment, remote, "--graphs", "http://x/").exit_code == 2


@pytest.mark.models
def test_an_ingest_says_what_it_did_before_it_says_that_a_server_is_down(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("Emmanuel Macron a rencontré Olaf Scholz à Paris.", encoding="utf-8")
    monkeypatch.setenv("NEO4J_URI", f"bolt://127.0.0.1:{free_port()}")
    result = kg(tmp_path / "s", "ingest", str(tmp_path / "a.txt"))
    assert result.exit_code == 3
    assert json.loads(result.stdout)["added"] == 1
    assert "kg sync" in result.stderr


@pytest.mark.usefixtures("neo4j_environment")
def test_a_server_that_was_down_loses_nothing(store: Path, neo4j_process: Neo4jProcess, neo4j_address: Address) -> None:
    fill(store, PRESS[:1])
    project(store)
    neo4j_process.stop()
    try:
        fill(store, PRESS)
        with pytest.raises(UnavailableError):
            project(store)
    finally:
        neo4j_process.start()
    project(store)
    with Target(neo4j_address) as target:
        assert all(one.same for one in compare(store, target))
