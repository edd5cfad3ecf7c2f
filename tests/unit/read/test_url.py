"""Addresses: a real server on the loopback, what it may answer, and what cannot be reached."""

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar

import pytest

from kg.errors import InputError, UnavailableError
from kg.read import read, sources
from unit.read.files import FRENCH, page, pdf


class Handler(BaseHTTPRequestHandler):
    pages: ClassVar[dict[str, tuple[str, bytes]]] = {
        "/page": ("text/html; charset=utf-8", page().encode()),
        "/latin": ("text/html; charset=windows-1252", page().encode("cp1252")),
        "/text": ("text/plain", FRENCH.encode()),
        "/pdf": ("application/pdf", pdf(["La mairie de Lyon a fermé mardi le pont Morand."])),
        "/picture": ("image/png", b"\x89PNG\r\n\x1a\n" + bytes(100)),
    }

    def do_GET(self) -> None:
        kind, content = self.pages.get(self.path, ("text/plain", b""))
        if self.path in ("/404", "/503", "/429"):
            self.send_error(int(self.path[1:]))
            return
        self.send_response(302 if self.path in ("/moved", "/file") else 200)
        if self.path in ("/moved", "/file"):
            self.send_header("Location", "/page" if self.path == "/moved" else "ftp://localhost/etc/passwd")
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content) + (10 if self.path == "/cut" else 0)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_arguments: object) -> None:
        """Keep the output of the tests clean."""


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize("path", ["/page", "/latin", "/moved", "/text", "/pdf"])
def test_what_can_be_read(site: str, path: str) -> None:
    document = read(site + path)
    assert "La mairie de Lyon a fermé mardi le pont" in document.text
    assert document.source == site + path


@pytest.mark.parametrize(("path", "words"), [("/404", "404"), ("/picture", "binary"), ("/empty", "empty")])
def test_what_is_refused(site: str, path: str, words: str) -> None:
    with pytest.raises(InputError, match=words):
        read(site + path)


@pytest.mark.parametrize(("path", "words"), [("/503", "503"), ("/429", "429"), ("/cut", "early"), ("/file", "ftp")])
def test_what_may_pass_later(site: str, path: str, words: str) -> None:
    with pytest.raises(UnavailableError, match=words) as caught:
        read(site + path)
    assert caught.value.exit_code == 3


def test_too_large(site: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "LIMIT", 100)
    with pytest.raises(InputError, match="larger than"):
        read(f"{site}/page")


def test_nobody_listens() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(UnavailableError, match="cannot be reached"):
        read(f"http://127.0.0.1:{port}/")


@pytest.mark.parametrize("address", ["ftp://localhost/a.txt", "file:///etc/passwd", "HTTPX://localhost"])
def test_other_schemes_are_refused(address: str) -> None:
    with pytest.raises(InputError, match="only http and https"):
        read(address)


@pytest.mark.parametrize("address", ["http://", "http://a b/", "http://localhost:port/"])
def test_a_broken_address_is_refused_or_out_of_reach(address: str) -> None:
    with pytest.raises((InputError, UnavailableError)):
        read(address)
