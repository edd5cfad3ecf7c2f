"""What a server is told when it starts."""

import os
from dataclasses import dataclass, field
from pathlib import Path

LOOPBACK = frozenset({"127.0.0.1", "localhost", "[::1]"})


def _workers() -> int:
    return max(4, os.cpu_count() or 1)


@dataclass(frozen=True, slots=True)
class Settings:
    """Hold the address, the limits and the secrets of a server, and the addresses that queries may ask (`allowed`).

    `timeout` is in seconds, `memory` in MiB a query, `text` (of a query), `body` (of a change) and `result`
    in bytes.
    """

    folder: Path
    host: str = "127.0.0.1"
    port: int = 7878
    timeout: float = 30.0
    token: str | None = field(default=None, repr=False)
    cors: str | None = None
    allowed: tuple[str, ...] = ()
    names: frozenset[str] = frozenset()
    scratch: bool = False
    memory: int = 1024
    text: int = 8 << 20
    body: int = 64 << 20
    result: int = 1 << 30
    workers: int = field(default_factory=_workers)

    @property
    def user_folder(self) -> Path:
        """Name the folder of the graphs that users write."""
        return self.folder if self.scratch else self.folder / "user"

    def hosts(self) -> frozenset[str]:
        """Return the names under which the server may be called, without port."""
        own = f"[{self.host}]" if ":" in self.host else self.host
        loopback = LOOPBACK if own in LOOPBACK or self.host in ("0.0.0.0", "::") else frozenset[str]()  # noqa: S104 - compared, not bound
        return loopback | self.names | {own}
