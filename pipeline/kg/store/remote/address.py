"""Where a remote store is, who asks, and how the graphs are called there."""

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from kg.errors import UsageError
from kg.model.ids import BASE

DOCUMENTS: Final = BASE + "document/"
"""How the graph of every document begins here."""
_URI: Final = re.compile(r"https?://[^\s/?#@<>\"{}|\\^`]+(/[^\s#@<>\"{}|\\^`]*)?", re.IGNORECASE)
_IRI: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\x00-\x20<>\"{}|\\^`]+")
_UPDATE: Final = "/update"


@dataclass(frozen=True, slots=True)
class Address:
    """Hold a Graph Store or (where `update` is True) an update endpoint, and the endpoint that answers queries.

    `graphs` begins the names of the graphs there; `token`, else `user` and `password`, are sent where given.
    """

    uri: str
    update: bool = False
    query: str | None = None
    graphs: str = DOCUMENTS
    token: str | None = field(default=None, repr=False)
    user: str | None = None
    password: str | None = field(default=None, repr=False)

    def graph(self, document: str) -> str:
        """Return the name there of a document's graph."""
        return self.graphs + document.removeprefix(DOCUMENTS)

    @property
    def cursor(self) -> str:
        """Return the name of the graph that says how far the store follows."""
        return self.graphs + "-/cursor"


def is_remote(uri: str | None) -> bool:
    """Tell whether the address is that of a remote RDF store rather than of a graph server."""
    return uri is not None and uri.lower().startswith(("http://", "https://"))


def named(uri: str, *, query: str | None = None, graphs: str | None = None) -> Address:
    """Return the store at an address, with what KG_REMOTE_TOKEN, …_USERNAME, …_PASSWORD and …_GRAPHS say.

    An address that ends with /update, or that comes with a query endpoint, takes SPARQL updates; any other is a Graph
    Store. Raises UsageError where an address is broken or a file of the environment cannot be read.
    """
    for one in (uri, query or uri):
        _check(one)
    graphs = graphs or os.environ.get("KG_REMOTE_GRAPHS") or None
    if graphs is not None and not _IRI.fullmatch(graphs):
        raise UsageError(
            f"--graphs (or KG_REMOTE_GRAPHS) {graphs!r} is not the beginning of an IRI",
            "such as https://team.example/news/",
        )
    update = query is not None or uri.partition("?")[0].endswith(_UPDATE)
    user = os.environ.get("KG_REMOTE_USERNAME") or None
    secrets = _secret("KG_REMOTE_TOKEN"), _secret("KG_REMOTE_PASSWORD")
    return Address(uri, update, query, graphs or DOCUMENTS, secrets[0], user, secrets[1])


def _check(uri: str) -> None:
    if "@" in uri:
        raise UsageError(
            "the address of the remote store holds a user or a password",
            "set KG_REMOTE_USERNAME and KG_REMOTE_PASSWORD, or KG_REMOTE_TOKEN",
        )
    if not _URI.fullmatch(uri):
        raise UsageError(f"{uri!r} is no address of a remote store", "such as http://HOST:3030/DATASET/data")


def _secret(name: str) -> str | None:
    given, path = os.environ.get(name), os.environ.get(f"{name}_FILE")
    if given or not path:
        return given or None
    try:
        return Path(path).read_text(encoding="utf-8").split("\n", 1)[0].strip()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{name}_FILE {path} cannot be read: {error}", "name a file that you may read") from error
