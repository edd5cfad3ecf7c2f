"""Many sources, one after the other or in several processes: one bad source never stops the others."""

import gc
import multiprocessing
import os
import sys
import threading
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from multiprocessing.context import BaseContext

from kg.errors import FAULT, KgError
from kg.model import Extraction
from kg.rdf import quads
from kg.read import expand, read
from kg.validate import validate

_AHEAD = 4
_YOUNG = 50_000  # objects that wait for the collector: a document makes thousands, and hardly any in circles


@dataclass(frozen=True, slots=True)
class Options:
    """Hold what is said of all sources: `language` is fr, en or auto, `published` an ISO date."""

    language: str = "auto"
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """Hold why a source gave nothing, with the exit code that it has when it is the only one."""

    source: str
    message: str
    hint: str
    code: int


@dataclass(frozen=True, slots=True)
class Outcome:
    """Hold what a source gave: an extraction or a failure, and what did not validate."""

    source: str
    extraction: Extraction | None = None
    failure: Failure | None = None
    findings: tuple[str, ...] = ()


def process(source: str, options: Options) -> Outcome:
    """Read one source, extract its facts and validate them."""
    from kg.extraction import extract  # noqa: PLC0415 - where workers do it, this process never loads spaCy

    try:
        document = read(source, language=options.language, published=options.published)
        extraction = extract(document)
        report = validate(quads(extraction, {}))
    except Exception as error:  # noqa: BLE001 - the edge where one source is kept from stopping the others
        return Outcome(source, failure=_failure(source, error))
    findings = () if report.conforms else tuple(f"{source}: {result}" for result in report.results)
    return Outcome(source, extraction, None, findings)


def outcomes(sources: Sequence[str], options: Options, *, workers: int = 1) -> Iterator[Outcome]:
    """Yield the outcome of every source, in order; folders are opened, each file is a source.

    With several workers each is a process, forked on Linux from one that has loaded the models; the order and the
    results stay the same.
    """
    work = partial(process, options=options)
    if workers <= 1:
        _collect_seldom()
        for item in _each(sources):
            yield item if isinstance(item, Outcome) else work(item)
        return
    with ProcessPoolExecutor(workers, mp_context=_context(options.language), initializer=_begin) as pool:
        yield from _in_order(pool, work, _each(sources), workers * _AHEAD)


def _context(language: str) -> BaseContext:
    """Return how workers start: never forked from this process, which may have a store open and threads."""
    if sys.platform != "linux":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([f"kg.warm.{language}"])
    return context


def _begin() -> None:
    """Set up a worker."""
    _collect_seldom()
    _end_with_parent()


def _collect_seldom() -> None:
    """Let the collector of circles look seldom: at its own pace it takes a twenty-fifth of the time of reading."""
    gc.set_threshold(_YOUNG, *gc.get_threshold()[1:])


def _end_with_parent() -> None:
    """Let this worker end when its parent does, however that ends; else it would wait for work for ever."""
    parent = multiprocessing.parent_process()
    assert parent is not None

    def wait() -> None:
        parent.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def _in_order(
    pool: ProcessPoolExecutor, work: "partial[Outcome]", items: Iterable[str | Outcome], ahead: int
) -> Iterator[Outcome]:
    """Keep the workers busy a few sources ahead, so that a long list never fills the memory."""
    running = deque[Future[Outcome] | Outcome]()
    for item in items:
        if item == "-":  # Only this process has the standard input.
            running.append(work(item))
        else:
            running.append(item if isinstance(item, Outcome) else pool.submit(work, item))
        if len(running) >= ahead:
            yield _result(running.popleft())
    while running:
        yield _result(running.popleft())


def _result(item: "Future[Outcome] | Outcome") -> Outcome:
    return item if isinstance(item, Outcome) else item.result()


def _each(sources: Sequence[str]) -> Iterator[str | Outcome]:
    for source in sources:
        try:
            yield from expand([source])
        except KgError as error:
            yield Outcome(source, failure=_failure(source, error))


def _failure(source: str, error: Exception) -> Failure:
    if isinstance(error, KgError):
        return Failure(source, error.message, error.hint, error.exit_code)
    message = f"{source}: {type(error).__name__}: {error}"
    return Failure(source, message, "a fault in kg: send the output of `kg doctor --markdown`", FAULT)
