"""One server with an empty dataset for all W3C tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from served import serving
from w3c.endpoint import Endpoint


@pytest.fixture(scope="session")
def endpoint(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Endpoint]:
    folder: Path = tmp_path_factory.mktemp("w3c") / "dataset"
    with serving(folder, "--dataset", str(folder)) as client:
        yield Endpoint(client)
