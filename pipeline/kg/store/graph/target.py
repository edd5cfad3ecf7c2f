"""A property-graph server behind one Bolt address, and what its errors mean to users.

This module knows the driver and nothing of what is written or asked.
"""

import logging
import os
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Final, Self, TypeVar

from neo4j import Driver, GraphDatabase, ManagedTransaction, Query, Result, Session
from neo4j.exceptions import (
    AuthError,
    ClientError,
    ConfigurationError,
    ConstraintError,
    DriverError,
    Forbidden,
    Neo4jError,
    ServiceUnavailable,
    SessionExpired,
    TransientError,
)

from kg.errors import KgError, UnavailableError, UsageError

T = TypeVar("T")
_URI: Final = re.compile(r"(bolt|neo4j)(\+s|\+ssc)?://[^\s/]+(/.*)?")
_CONNECT_SECONDS: Final = 5.0
_RETRY_SECONDS: Final = 20.0
_LOST: Final = (ServiceUnavailable, SessionExpired, TransientError, OSError)

# The server's remarks on queries (a label not seen yet …) would be printed beside the results.
logging.getLogger("neo4j").addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class Address:
    """Hold where a server is and who asks; without a password none is sent."""

    uri: str
    user: str = "neo4j"
    password: str | None = field(default=None, repr=False)
    database: str | None = None


def named(uri: str | None = None, *, database: str | None = None) -> Address | None:
    """Return the server that the argument or the environment (NEO4J_URI …) names, None where neither does.

    Raises UsageError where that is no address, or the file with the password cannot be read.
    """
    found = uri or os.environ.get("NEO4J_URI")
    if not found:
        return None
    user = os.environ.get("NEO4J_USERNAME") or os.environ.get("NEO4J_USER") or "neo4j"
    return Address(_checked(found), user, _password(), database or os.environ.get("NEO4J_DATABASE") or None)


def _checked(uri: str) -> str:
    """Return the address, where it is one that the driver knows and that holds no password."""
    form = "write it as bolt://HOST:7687 or neo4j://HOST:7687, user and password in NEO4J_USERNAME and NEO4J_PASSWORD"
    if "@" in uri:
        raise UsageError("the address of the graph server holds a user or a password", form)
    if not _URI.fullmatch(uri):
        raise UsageError(f"{uri!r} is no address of a graph server", form)
    return uri


def _password() -> str | None:
    given, path = os.environ.get("NEO4J_PASSWORD"), os.environ.get("NEO4J_PASSWORD_FILE")
    if given or not path:
        return given or None
    try:
        return Path(path).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"NEO4J_PASSWORD_FILE {path} cannot be read: {error}", "name a file that you may read"
        ) from error


class Target:
    """Hold a connection to one database of a server; use it with `with`."""

    def __init__(self, address: Address) -> None:
        """Connect and check that the server answers.

        Raises UnavailableError where nothing answers, UsageError where the password or the address is wrong.
        """
        self.address = address
        self._leases = ExitStack()
        auth = None if address.password is None else (address.user, address.password)
        with self.errors():
            self._driver: Driver = GraphDatabase.driver(
                address.uri,
                auth=auth,
                connection_timeout=_CONNECT_SECONDS,
                connection_acquisition_timeout=_CONNECT_SECONDS * 2,
                max_transaction_retry_time=_RETRY_SECONDS,
            )
            try:
                with self.session() as session:
                    agent = session.run("RETURN 1").consume().server.agent
            except BaseException:
                self._driver.close()
                raise

        self.is_neo4j = "ArcadeDB" not in agent

    def session(self) -> Session:
        """Open a session on the target's database."""
        return self._driver.session(database=self.address.database, fetch_size=1000)

    def write(self, work: Callable[[ManagedTransaction], T]) -> T:
        """Run the work in one transaction; it is tried again, with growing pauses, where the server asks for it."""
        with self.errors(), self.session() as session:
            return session.execute_write(work)

    def run(self, query: str, parameters: Mapping[str, object] | None = None) -> list[dict[str, object]]:
        """Run one statement of ours by itself and return its rows."""
        with self.errors(), self.session() as session:
            return session.run(Query(query), dict(parameters or {})).data()

    @contextmanager
    def stream(self, query: Query, parameters: Mapping[str, object]) -> Iterator[Result]:
        """Run one statement by itself and give its result while it comes."""
        with self.errors(), self.session() as session:
            yield session.run(query, dict(parameters))

    @contextmanager
    def errors(self) -> Iterator[None]:
        """Turn the driver's errors into ours."""
        try:
            yield
        except (Neo4jError, DriverError, OSError, ValueError) as error:
            raise explained(error, self.address) from error

    def keep(self, lease: ExitStack) -> None:
        """Keep what the lease holds until the connection is closed."""
        self._leases.push(lease)

    def close(self) -> None:
        """End the connection, then free the lease; a second call does nothing."""
        self._driver.close()
        self._leases.close()

    def __enter__(self) -> Self:
        """Return the target itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the connection."""
        self.close()


def explained(error: Exception, address: Address) -> KgError:
    """Return the error in the words of kg, with what to do next."""
    where, words = address.uri, _words(error)
    if isinstance(error, AuthError):
        if "RateLimit" in (error.code or ""):
            return UnavailableError(f"{where} refuses after too many wrong passwords: {words}", "wait, then try again")
        return UsageError(
            f"{where} refuses the user {address.user!r}: {words}",
            "set NEO4J_USERNAME and NEO4J_PASSWORD (or NEO4J_PASSWORD_FILE)",
        )
    if isinstance(error, _LOST):
        return _lost(where, words)
    if isinstance(error, ConfigurationError) or (isinstance(error, ValueError) and not isinstance(error, DriverError)):
        return UsageError(f"{where} is no address of a graph server: {words}", "write it as bolt://HOST:7687")
    return _refused(error, address, words)


def _lost(where: str, words: str) -> KgError:
    """Say of a server that does not answer what it may be: who is asked by routing is told the least."""
    if "SSLCertVerificationError" in words:
        hint = "name the file of its authority in SSL_CERT_FILE, or trust whatever it shows: bolt+ssc://, neo4j+ssc://"
        return UsageError(f"the certificate of {where} is not trusted", hint)
    hint = "is it running? then try again"
    if "incomplete handshake" in words:
        hint = "does it want TLS? then write bolt+s:// or neo4j+s://"
    elif "routing information" in words:
        hint = f"is it running? {where.replace('neo4j', 'bolt', 1)} says more of what is wrong"
    return UnavailableError(f"the graph server {where} cannot be reached: {words}", hint)


def _refused(error: Exception, address: Address, words: str) -> KgError:
    if isinstance(error, Neo4jError) and "TransactionTimedOut" in (error.code or ""):
        return UsageError(f"the query was stopped, it took too long: {words}", "ask for less, with LIMIT or WHERE")
    if isinstance(error, ClientError) and "DatabaseNotFound" in (error.code or ""):
        return UsageError(f"{address.uri} has no database {address.database!r}", "name one with --database")
    if isinstance(error, Forbidden) and "Forbidden" in (error.code or ""):
        hint = "ask as another user (NEO4J_USERNAME); kg's own server is written by `kg cypher --write` only"
        return UsageError(f"{address.uri} does not let the user {address.user!r} do that: {words}", hint)
    if isinstance(error, ConstraintError):
        return UsageError(f"the graph refuses this: {words}", "each node of kg has an iri of its own")
    return UsageError(f"the query is broken: {words}", "see https://neo4j.com/docs/cypher-manual/current/")


def _words(error: Exception) -> str:
    """Return the first sentences of the error, on one line."""
    text = (error.message if isinstance(error, Neo4jError) else None) or str(error) or type(error).__name__
    return " ".join(text.split())[:400]
