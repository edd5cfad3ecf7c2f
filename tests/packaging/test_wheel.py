"""The wheel: what is in it, and that it runs in an environment of its own, without our tools."""

import importlib.util
import json
import os
import subprocess
import sys
import sysconfig
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.packaging


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def python(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the interpreter of an environment that holds our wheel and what it needs, and nothing else.

    The packages it needs are those of this environment, bound in one by one, so that no index is asked.
    """
    home = tmp_path_factory.mktemp("venv")
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(home)], check=True)
    site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
    for name in _needed():
        _bind(name, site)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return home / "bin" / "python"


def _needed() -> set[str]:
    """Return the names of the distributions that `uv.lock` gives to a user who installs newskg."""
    lock = tomllib.loads((ROOT / "uv.lock").read_text(encoding="utf-8"))
    packages: dict[str, list[str]] = {}
    for package in lock["package"]:
        packages.setdefault(package["name"], []).extend(need["name"] for need in package.get("dependencies", []))
    found: set[str] = set()
    waiting = ["newskg"]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += packages[name]
    return found - {"newskg"}


def _bind(name: str, site: Path) -> None:
    """Link an installed distribution into another environment; one for other machines is absent here."""
    from importlib.metadata import PackageNotFoundError, distribution

    try:
        files = distribution(name).files or []
    except PackageNotFoundError:
        return
    for top in {file.parts[0] for file in files if file.parts[0] not in ("..", "__pycache__")}:
        source = Path(str(distribution(name).locate_file(top)))
        target = site / top
        if not target.exists():
            target.symlink_to(source)


def run(python: Path, *arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    command = [str(python), "-m", "kg", *arguments]
    return subprocess.run(command, cwd=folder, env=_clean(), capture_output=True, text=True, check=False, timeout=120)


def _clean() -> dict[str, str]:
    """Return the environment without what could lead past the wheel, such as PYTHONPATH."""
    return {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "KG_", "NEO4J_"))}


def test_the_wheel_holds_the_ontology_the_types_mark_and_the_licences(wheel: Path) -> None:
    names = set(zipfile.ZipFile(wheel).namelist())
    ours = {path.relative_to(ROOT) for path in (ROOT / "ontology").rglob("*") if path.is_file()}
    assert {f"kg/{path}" for path in ours if "__pycache__" not in path.parts} <= names
    assert {"kg/__init__.py", "kg/py.typed", "kg/cli/__init__.py"} <= names
    assert {f"kg/serve/page/{name}" for name in ("index.html", "page.js", "page.css")} <= names
    assert any(name.endswith("licenses/NOTICE") for name in names)
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_the_wheel_brings_one_import_package_only(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"kg"}


def test_help_runs_without_the_tools_of_development(python: Path, tmp_path: Path) -> None:
    done = run(python, "--help", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    assert "ingest" in done.stdout
    assert done.stderr == ""


def test_no_tool_of_development_is_there(python: Path) -> None:
    code = "import importlib.util as u; print([n for n in ('pytest', 'mypy', 'hypothesis') if u.find_spec(n)])"
    line = [str(python), "-c", code]
    assert subprocess.run(line, env=_clean(), capture_output=True, text=True, check=True).stdout == "[]\n"
    assert importlib.util.find_spec("pytest")


def test_the_ontology_is_found_in_the_wheel(python: Path, tmp_path: Path) -> None:
    code = "from kg.resources import ontology; print(ontology(), ontology().is_dir())"
    line = [str(python), "-c", code]
    done = subprocess.run(line, cwd=tmp_path, env=_clean(), capture_output=True, text=True, check=True)
    assert done.stdout.split()[1] == "True"
    assert str(ROOT) not in done.stdout


@pytest.mark.models
def test_an_article_gives_facts(python: Path, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("La société Renault a licencié Paul Martin mardi.\n", encoding="utf-8")
    done = run(python, "ingest", "a.txt", "--date", "2024-07-30", folder=tmp_path)
    assert done.returncode == 0, done.stderr
    listed = run(python, "facts", "--format", "json", folder=tmp_path)
    assert listed.returncode == 0, listed.stderr
    assert json.loads(listed.stdout)
