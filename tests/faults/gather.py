"""What comes out of broken inputs besides an answer or a refusal, kept with the input for whoever mends it."""

import contextlib
import time
import traceback
from collections.abc import Iterator
from pathlib import Path

from kg.errors import KgError

FOLDER = Path("build") / "faults"
LONGEST = 20.0
"""Seconds for one broken input, on a busy machine."""


class Faults:
    """Count answers and refusals, and gather all else under `said`, with the file that holds the input."""

    def __init__(self, *, refusal: type[KgError] = KgError) -> None:
        """Take errors of that kind, with a hint, for refusals."""
        self.said: dict[str, str] = {}
        self.answered = self.refused = 0
        self._refusal = refusal
        self._number = 0
        FOLDER.mkdir(parents=True, exist_ok=True)

    @contextlib.contextmanager
    def of(self, name: str, content: bytes) -> Iterator[None]:
        """Watch what is done with one input."""
        self._number += 1
        (FOLDER / f"now-{name}").write_bytes(content)  # What the last one was, should it hang or end the process.
        begin = time.monotonic()
        try:
            yield
            self.answered += 1
        except self._refusal as error:
            self.refused += 1
            if not error.hint:
                self.keep(f"{error}: no hint", name, content)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is a fault
            last = traceback.extract_tb(error.__traceback__)[-1]
            self.keep(f"{type(error).__name__} {error} at {last.filename}:{last.lineno}", name, content)
        if time.monotonic() - begin > LONGEST:
            self.keep(f"{time.monotonic() - begin:.0f} s", name, content)

    def keep(self, said: str, name: str, content: bytes) -> None:
        """Note a fault of the input."""
        path = FOLDER / f"{self._number}-{name}"
        path.write_bytes(content)
        self.said.setdefault(said, str(path))
