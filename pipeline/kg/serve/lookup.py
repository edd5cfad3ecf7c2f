"""Queries of one pattern are answered in the server itself, where a look into an index is all that they need.

The way to a worker and back takes longer than such a query. What might take longer than the way goes there: the engine
is asked first whether there are many solutions, which it tells after so many steps, however many there are. What it
said is remembered as long as the snapshot is the newest; answers are not.
"""

import asyncio
import os
import time
from functools import lru_cache
from pathlib import Path
from typing import BinaryIO, Final, cast

from pyoxigraph import QueryBoolean, QueryResultsFormat, QuerySolutions, Store

from kg.model.prefixes import PREFIXES
from kg.serve.body import Body
from kg.serve.formats import RESULTS
from kg.serve.refusal import Refusal
from kg.serve.single import Single, single
from kg.serve.task import Query
from kg.store.oxigraph import Held

_LONGEST: Final = 64 << 10
_SLOW: Final = 0.01  # seconds of the processor
_REMEMBERED: Final = 10_000
_FORMATS: Final = {one.name: (getattr(QueryResultsFormat, one.name), one.sent) for one in RESULTS}
Name = tuple[str, int]
"""The folder of a snapshot and when it was made: numbers start again where somebody has emptied the store."""


class Lookups:
    """Hold the newest snapshot open and answer what can be looked up in it."""

    def __init__(self) -> None:
        """Open nothing yet: the first query that could be looked up asks for it."""
        self._name: Name | None = None
        self._dataset: Store | None = None
        self._held: Held | None = None
        self._opening: asyncio.Task[None] | None = None
        self._larger = dict[str, bool]()

    def answer(self, query: Query, snapshot: str | None) -> Body | None:
        """Return the whole answer, None where a worker has to be asked (which says what is wrong, if anything is)."""
        if snapshot is None or query.results is None or query.default is not None or query.named is not None:
            return None
        asked = _recognised(query.text, ours=query.union)
        dataset = None if asked is None else self._opened(snapshot)
        if asked is None or dataset is None:
            return None
        begin = time.thread_time()
        try:
            return None if self._is_larger(dataset, query, asked) else _looked_up(dataset, query, asked)
        except (Refusal, OSError, RuntimeError, ValueError, SyntaxError):
            return None
        finally:
            if time.thread_time() - begin > _SLOW:
                self._dataset = self._held = None  # Deleted quads in the way: they are skipped one by one.

    def _is_larger(self, dataset: Store, query: Query, asked: Single) -> bool:
        """Tell whether there may be many solutions."""
        question = asked.question
        if question is None:
            return False
        known = self._larger.get(question)
        if known is None:
            if len(self._larger) >= _REMEMBERED:
                self._larger.clear()
            known = bool(dataset.query(question, use_default_graph_as_union=query.union))
            self._larger[question] = known
        return known

    def _opened(self, snapshot: str) -> Store | None:
        """Return the snapshot where it is open, else let a thread open it for the queries that come later."""
        try:
            name = snapshot, os.stat(snapshot).st_mtime_ns  # noqa: PTH116 - asked for each query, and faster so
        except FileNotFoundError:
            return None
        if name == self._name:
            return self._dataset
        if self._opening is None or self._opening.done():
            self._opening = asyncio.create_task(self._open(name))
        return None

    async def _open(self, name: Name) -> None:
        """Open a snapshot; one that cannot be opened is not tried again: the workers say why."""
        opened = await asyncio.to_thread(_open, name[0])
        self._name, (self._dataset, self._held) = name, opened
        self._larger.clear()


def _open(snapshot: str) -> tuple[Store, Held] | tuple[None, None]:
    try:
        held = Held(Path(snapshot))
        return Store.read_only(snapshot), held
    except (OSError, ValueError, RuntimeError):
        return None, None


@lru_cache(maxsize=1024)
def _recognised(text: str, *, ours: bool) -> Single | None:
    return single(text, PREFIXES if ours else {})


def _looked_up(dataset: Store, query: Query, asked: Single) -> Body:
    """Return the answer; raises Refusal where it is too long."""
    found = dataset.query(asked.text, use_default_graph_as_union=query.union)
    assert isinstance(found, QuerySolutions | QueryBoolean)
    assert query.results is not None
    layout, sent = _FORMATS[query.results]
    body = Body(_LONGEST)
    body.media_type = sent
    found.serialize(cast("BinaryIO", _Into(body)), layout)
    return body


class _Into:
    """Write into a body."""

    def __init__(self, body: Body) -> None:
        self._body = body

    def write(self, data: bytes) -> int:
        """Take the next bytes; raises Refusal where they get too many."""
        self._body.add(data)
        return len(data)

    def flush(self) -> None:
        """Do nothing: the body is in memory."""
