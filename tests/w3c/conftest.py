"""One server with an empty dataset for all W3C tests."""

from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from served import serving


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[httpx.Client]:
    folder: Path = tmp_path_factory.mktemp("w3c") / "dataset"
    with serving(folder, "--dataset", str(folder)) as client:
        yield client
