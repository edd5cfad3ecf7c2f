"""The figures of extraction on the gold set stay above their floors; floors only rise."""

import os
import subprocess
import sys
from pathlib import Path

import corpus
import pytest

HERE = Path(__file__).parent


@pytest.mark.models
@pytest.mark.quality
def test_no_figure_falls_below_its_floor() -> None:
    shared = corpus.shared_data()
    if not shared.is_dir():
        assert not os.environ.get("CI"), "CI must have the corpora of ../shared"
        pytest.skip("the corpora of ../shared are not here")
    command = [sys.executable, "-m", "kg", "evaluate", str(HERE / "gold" / "fr-dev")]
    command += [str(shared.parent / "gold" / "article.json"), "--floors", str(HERE / "floors.json"), "--show"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
