"""The straight line: read, extract, state as quads, validate, commit, project."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.batch import Failure, Options, Outcome, outcomes
from kg.model import Extraction
from kg.resolve import across
from kg.store import Writer

Watch = Callable[[Extraction], None]


@dataclass(slots=True)
class Summary:
    """Count what an ingest did; `failed` holds the sources that gave nothing, `findings` what did not validate."""

    documents: int = 0
    added: int = 0
    updated: int = 0
    unchanged: int = 0
    entities: int = 0
    facts: int = 0
    discarded: int = 0
    failed: list[Failure] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)

    def count(self, outcome: Outcome) -> None:
        """Add what one source gave."""
        self.findings += outcome.findings
        if outcome.failure is not None:
            self.failed.append(outcome.failure)
        if outcome.extraction is not None:
            self.documents += 1
            self.entities += len(outcome.extraction.entities)
            self.facts += len(outcome.extraction.facts)
            self.discarded += len(outcome.extraction.discarded)


def open_writer(store: Path, *, wait: float = 10.0) -> Writer:
    """Open the store for writing, waiting up to `wait` seconds for another writer to end.

    Raises StoreError, LockedError.
    """
    from kg.rdf import quads  # noqa: PLC0415

    return Writer(store, render=quads, resolver=across, wait=wait)


def ingest(
    sources: Sequence[str],
    store: Path,
    *,
    language: str = "auto",
    published: str | None = None,
    workers: int = 1,
    dry_run: bool = False,
    wait: float = 10.0,
    watch: Watch | None = None,
) -> Summary:
    """Take the sources through the whole line; `watch` sees every extraction, in the order of the sources.

    A source that fails never stops the others. Raises StoreError, LockedError, Unavailable.
    """
    summary = Summary()
    results = outcomes(sources, Options(language, published), workers=workers)
    if dry_run:
        for outcome in results:
            summary.count(outcome)
            _tell(watch, outcome)
        return summary
    with open_writer(store, wait=wait) as writer:
        for outcome in results:
            summary.count(outcome)
            if outcome.extraction is not None:
                kind = writer.commit(outcome.extraction)
                setattr(summary, kind, getattr(summary, kind) + 1)
            _tell(watch, outcome)
    project(store)
    return summary


def project(store: Path) -> None:
    """Bring the graph server that NEO4J_URI names up to date; without it there is nothing to do.

    Raises Unavailable where the server cannot be reached: what it misses waits in the change log.
    """
    if os.environ.get("NEO4J_URI"):
        from kg.store.graph import sync  # noqa: PLC0415 - the driver is loaded only where a server is named

        sync(store)


def _tell(watch: Watch | None, outcome: Outcome) -> None:
    if watch is not None and outcome.extraction is not None:
        watch(outcome.extraction)
