"""The page for people, in a real browser: what it shows, and that nothing an article says is ever run."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from hand_made import entity, extraction, fill
from kg.model import EntityType
from served import Client, serving

pytestmark = pytest.mark.servers
HARM = "<img src=x onerror=\"document.title='harmed'\"><script>document.title='harmed'</script>"
MUSK, X = entity("Elon Musk 🦉"), entity("X", EntityType.ORGANIZATION)
EVE = entity(f'Eve "{HARM}" `é`\n')
PLAIN = extraction([(MUSK, "acquired", X)], title="A sale", source="sale.txt")
HARMFUL = extraction([(EVE, "met", X)], title=f"</title>{HARM}", source=f"javascript:{HARM}")


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    folder: Path = tmp_path_factory.mktemp("explorer") / "store"
    facts = tuple(replace(fact, quote=HARM) for fact in HARMFUL.facts)
    fill(folder, [PLAIN, replace(HARMFUL, facts=facts)])
    with serving(folder) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> str:
    found = shutil.which("chromium")
    if found is None:
        reason = "chromium not installed: apt-get install chromium"
        assert not os.environ.get("CI"), reason
        pytest.skip(reason)
    return found


def dom(browser: str, address: str, profile: Path) -> str:
    """Return the page as the browser has it after its scripts have run."""
    quiet = [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
    ]
    line = [browser, *quiet, f"--user-data-dir={profile}", "--virtual-time-budget=10000", "--dump-dom", address]
    return subprocess.run(line, capture_output=True, text=True, check=True, timeout=120).stdout


@pytest.mark.slow
def test_a_browser_shows_the_article_beside_its_graph(client: Client, browser: str, tmp_path: Path) -> None:
    shown = dom(browser, f"{client.base_url}/?document={PLAIN.document.id}", tmp_path)
    (article,) = re.findall(r'<article id="text">(.*?)</article>', shown, re.DOTALL)
    assert unescape(re.sub(r"<[^>]*>", "", article)) == PLAIN.document.text
    marks = re.findall(r'<mark class="(\w+)"[^>]*>([^<]*)</mark>', article)
    assert ("Person", "Elon Musk 🦉") in marks
    assert ("Organization", "X") in marks
    (graph,) = re.findall(r'<svg id="graph".*?</svg>', shown, re.DOTALL)
    assert graph.count("<line") == 1
    assert {"acquired", "Elon Musk 🦉", "X"} == set(re.findall(r"<text[^>]*>([^<]*)</text>", graph))
    assert re.search(r"<tr data-fact=[^>]*><td>Elon Musk 🦉</td><td>acquired</td><td>X</td>", shown)
    assert "sale.txt" in shown


@pytest.mark.slow
def test_what_an_article_says_is_never_run(client: Client, browser: str, tmp_path: Path) -> None:
    shown = dom(browser, f"{client.base_url}/?document={HARMFUL.document.id}", tmp_path)
    assert "<title>kg</title>" in shown
    assert "<img" not in shown
    assert shown.count("<script") == 1
    assert "&lt;img src=x" in shown, "it is there as text"
    assert "1 facts" in shown


@pytest.mark.parametrize("address", ["/", "/page/page.js", "/page/page.css", "/page/documents"])
def test_only_what_comes_from_here_may_run(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "access-control-allow-origin" not in answer.headers


def test_the_page_has_no_script_or_style_of_its_own(client: Client) -> None:
    page, script = client.get("/").text, client.get("/page/page.js").text
    assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\son\w+=|\sstyle=|https?:", page)
    assert not re.search(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b", script)


@pytest.mark.parametrize("address", ["/page/", "/page/none.js", "/page/..%2fapp.py", "/page/%2e%2e/app.py", "/page.js"])
def test_no_other_file_is_given(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize("name", ["", "nothing", "<script>nobody</script>", "%", "x" * 10_000])
def test_an_unknown_document_is_not_found(client: Client, name: str) -> None:
    answer = client.get("/page/document", params={"id": name})
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"


def test_documents_are_listed_the_newest_first_and_found_by_words(client: Client) -> None:
    listed = client.get("/page/documents").json()
    assert [one["id"] for one in listed] == [HARMFUL.document.id, PLAIN.document.id]
    assert [one["title"] for one in client.get("/page/documents", params={"words": "SALE"}).json()] == ["A sale"]
    assert client.get("/page/documents", params={"words": "nothing"}).json() == []


def test_a_dataset_without_documents_has_none_to_show(tmp_path: Path) -> None:
    with serving(tmp_path, "--dataset", str(tmp_path / "data")) as other:
        assert other.get("/").status_code == 200
        assert other.get("/page/documents").status_code == 404
