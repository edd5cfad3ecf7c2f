"""The straight line: read, extract, state as quads, validate, commit; `writing.project` is what comes after."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kg.batch import Failure, Options, Outcome, outcomes
from kg.model import Extraction
from kg.writing import open_writer

Watch = Callable[[Extraction], None]


@dataclass(slots=True)
class Summary:
    """Count what an ingest did: `failed` sources gave nothing, `findings` say what did not validate."""

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

    A source that fails never stops the others. Raises StoreError, LockedError.
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
    return summary


def _tell(watch: Watch | None, outcome: Outcome) -> None:
    if watch is not None and outcome.extraction is not None:
        watch(outcome.extraction)
