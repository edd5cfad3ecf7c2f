"""Run a server until it is told to stop."""

import uvicorn

from kg.errors import UnavailableError
from kg.serve.app import Server
from kg.serve.settings import Settings


def run(settings: Settings) -> None:
    """Serve until a signal comes.

    Raises StoreError where the folder is no store, UnavailableError where the address is taken.
    """
    application = Server(settings).application()
    config = uvicorn.Config(
        application,
        settings.host,
        settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        h11_max_incomplete_event_size=1 << 20,
        timeout_graceful_shutdown=5,
    )
    server = uvicorn.Server(config)
    try:
        bound = config.bind_socket()
    except SystemExit as error:
        address = f"{settings.host}:{settings.port}"
        raise UnavailableError(f"the address {address} cannot be bound", "name another with --port N") from error
    server.run(sockets=[bound])
