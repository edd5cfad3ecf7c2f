"""Run a server until it is told to stop."""

import contextlib
import socket
from collections.abc import Callable
from typing import Final

import uvicorn

from kg.errors import UnavailableError
from kg.serve.app import Server
from kg.serve.gathered import Gathering
from kg.serve.settings import Settings

_WAITING: Final = 1024
_CONNECTIONS: Final = 512


def run(settings: Settings, ready: Callable[[str], None]) -> None:
    """Serve until a signal comes; `ready` is called with the address once it is bound.

    Raises StoreError where the folder is no store, UnavailableError where the address cannot be bound.
    """
    application = Server(settings).application()
    config = uvicorn.Config(
        application,
        http=Gathering,
        log_level="warning",
        access_log=False,
        server_header=False,
        limit_concurrency=_CONNECTIONS,
        timeout_graceful_shutdown=5,
    )
    with _bound(settings.host, settings.port) as listening, contextlib.suppress(KeyboardInterrupt):
        ready(f"http://{settings.host}:{listening.getsockname()[1]}/sparql")
        uvicorn.Server(config).run(sockets=[listening])


def _bound(host: str, port: int) -> socket.socket:
    """Listen on the address; TCP is named, since asyncio sends small answers at once only where it sees it."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, socket.IPPROTO_TCP)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        listening.listen(_WAITING)
    except OSError as error:
        hint = "name another with --host and --port"
        raise UnavailableError(f"the address {host}:{port} cannot be bound: {error.strerror}", hint) from error
    return listening
