"""The figures of extraction on the gold set stay above their floors; floors only rise."""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

import corpus
import pytest

HERE = Path(__file__).parent
FLOORS: dict[str, dict[str, float]] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))
DIGESTS: dict[str, str] = json.loads((HERE / "gold" / "digests.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("path", sorted(DIGESTS))
def test_the_annotations_are_those_that_were_measured(path: str) -> None:
    content = (HERE / "gold" / path).read_bytes()
    assert hashlib.sha256(content).hexdigest() == DIGESTS[path], "measure again, then renew digests.json and the floors"


@pytest.mark.models
@pytest.mark.quality
def test_no_figure_falls_below_its_floor() -> None:
    shared = corpus.shared_data()
    if not shared.is_dir():
        assert not os.environ.get("CI"), "CI must have the corpora of ../shared"
        pytest.skip("the corpora of ../shared are not here")
    folders = [HERE / "gold" / name for name in FLOORS if name != "gold"]
    command = [sys.executable, "-m", "kg", "evaluate", *map(str, folders)]
    command += [str(shared.parent / "gold" / "article.json"), "--floors", str(HERE / "floors.json"), "--show"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
