"""Which server is meant, and how its errors reach users: without any server."""

from pathlib import Path

import pytest
from neo4j.exceptions import AuthError, ClientError, ServiceUnavailable, TransientError

from kg.errors import KgError, UnavailableError, UsageError
from kg.store.graph.target import Address, explained, named

HERE = Address("bolt://localhost", password="secret")


@pytest.fixture(autouse=True)
def _clean(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("URI", "USERNAME", "USER", "PASSWORD", "PASSWORD_FILE", "DATABASE"):
        monkeypatch.delenv(f"NEO4J_{name}", raising=False)


def test_the_environment_names_a_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert named() is None
    monkeypatch.setenv("NEO4J_URI", "neo4j+s://graph.example:7687")
    assert named() == Address("neo4j+s://graph.example:7687", "neo4j", None, None)
    (tmp_path / "password").write_text("from a file\n", encoding="utf-8")
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", str(tmp_path / "password"))
    monkeypatch.setenv("NEO4J_USER", "anna")
    monkeypatch.setenv("NEO4J_DATABASE", "news")
    assert named() == Address("neo4j+s://graph.example:7687", "anna", "from a file", "news")
    monkeypatch.setenv("NEO4J_PASSWORD", "given")
    monkeypatch.setenv("NEO4J_USERNAME", "bea")
    assert named("bolt://other", database="d") == Address("bolt://other", "bea", "given", "d")


@pytest.mark.parametrize("uri", ["localhost:7687", "http://localhost", "bolt://", "bolt://neo4j:secret@localhost"])
def test_what_is_no_address_is_refused(uri: str) -> None:
    with pytest.raises(UsageError) as caught:
        named(uri)
    assert "secret" not in caught.value.message + caught.value.hint


def test_a_password_file_that_is_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEO4J_PASSWORD_FILE", "/nowhere/password")
    with pytest.raises(UsageError, match="/nowhere/password"):
        named("bolt://localhost")


def test_a_password_is_never_shown() -> None:
    assert "secret" not in repr(HERE)


def of(code: str, kind: type[ClientError] = ClientError) -> Exception:
    """Make the error that the driver makes of a server's code."""
    error = kind("words of the server")
    error._neo4j_code = code
    return error


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (ServiceUnavailable("gone"), UnavailableError),
        (TransientError("busy"), UnavailableError),
        (ConnectionResetError("reset"), UnavailableError),
        (of("Neo.ClientError.Security.Unauthorized", AuthError), UsageError),
        (of("Neo.ClientError.Security.AuthenticationRateLimit", AuthError), UnavailableError),
        (of("Neo.ClientError.Database.DatabaseNotFound"), UsageError),
        (of("Neo.ClientError.Statement.SyntaxError"), UsageError),
    ],
)
def test_every_error_says_what_to_do_next(error: Exception, kind: type[KgError]) -> None:
    found = explained(error, HERE)
    assert type(found) is kind
    assert found.hint
    assert "secret" not in found.message + found.hint
