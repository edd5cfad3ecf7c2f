"""A sign of life on the standard error: only on a terminal, only where work takes more than a second."""

import sys
import time
from types import TracebackType
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rich.status import Status

_QUIET_SECONDS = 1.0


class Progress:
    """Count steps and show them."""

    def __init__(self) -> None:
        """Show nothing yet."""
        self._began = time.monotonic()
        self._done = 0
        self._status: Status | None = None

    def step(self, text: str) -> None:
        """Count one more, named by the text."""
        self._done += 1
        if not sys.stderr.isatty() or time.monotonic() - self._began < _QUIET_SECONDS:
            return
        if self._status is None:
            from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

            self._status = Console(stderr=True).status("")
            self._status.start()
        from rich.markup import escape  # noqa: PLC0415

        self._status.update(f"{self._done} read: {escape(text[:60])}")

    def __enter__(self) -> Self:
        """Return the counter itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Take the line away."""
        if self._status is not None:
            self._status.stop()
