"""What `kg doctor` looks at: the installation, the language models, the store and the servers."""

from collections.abc import Iterator
from pathlib import Path

from kg.doctor import models, servers, stores, system
from kg.doctor.finding import Finding


def examine(store: Path, *, named: bool) -> Iterator[Finding]:
    """Yield one finding a subject; `named` is True where the user named the store, so that it has to be there."""
    yield system.python()
    yield system.itself()
    yield models.french()
    yield models.english()
    yield system.spacy()
    yield stores.store(store, named=named)
    yield servers.local()
    yield servers.neo4j()
    yield from servers.others()
    yield system.disk(store)


__all__ = ["Finding", "examine", "models"]
