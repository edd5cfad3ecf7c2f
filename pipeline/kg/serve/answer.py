"""Run one query on a dataset and write its answer; used by the workers."""

from collections.abc import Callable, Collection
from functools import partial
from typing import BinaryIO, Final, cast

from pyoxigraph import NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store, serialize

from kg.model.prefixes import PREFIXES
from kg.query import words
from kg.query.sparql import Result
from kg.serve.formats import GRAPHS, RESULTS, not_acceptable
from kg.serve.frames import BEGIN, Chunks, frame
from kg.serve.mend import MENDED, mended
from kg.serve.refusal import Refusal, refused_service
from kg.serve.task import Query

_BEGIN: Final = {one.name: frame(BEGIN, one.sent.encode()) for one in (*RESULTS, *GRAPHS)}
_RESULTS: Final = {one.name: getattr(QueryResultsFormat, one.name) for one in RESULTS}
_GRAPHS: Final = {one.name: getattr(RdfFormat, one.name) for one in GRAPHS}
_KNOWN: Final = tuple((name, f"{name}:", iri) for name, iri in PREFIXES.items())
_WITH_PREFIXES: Final = ("TURTLE", "TRIG", "RDF_XML")


def answer(dataset: Store, query: Query, send: Callable[[bytes], object], allowed: Collection[str] = ()) -> None:
    """Evaluate the query and send its result in frames.

    Raises Refusal where it is broken, asks servers that are not allowed, or fails on the way.
    """
    result = _evaluate(dataset, query, allowed)
    name = _format(result, query)
    chunks = Chunks(send, _BEGIN[name])
    try:
        _write(result, name, chunks, prefixes=query.union)
    except (OSError, RuntimeError, ValueError) as error:
        raise Refusal(500, f"the evaluation failed: {error}") from error
    chunks.finish()


def _evaluate(dataset: Store, query: Query, allowed: Collection[str]) -> Result:
    ask = _asking(dataset, query, allowed)
    try:
        found = _asked(ask, query.text) if words.holds(query.text, *MENDED) else ask(query.text)
    except (SyntaxError, ValueError) as error:
        raise Refusal(400, f"the query is broken: {error}", "see https://www.w3.org/TR/sparql11-query/") from error
    except RuntimeError as error:  # Such as a function that the engine does not know.
        raise Refusal(400, f"the query cannot be evaluated: {error}", "ask for what SPARQL 1.1 has") from error
    except OSError as error:
        raise Refusal(500, f"the evaluation failed: {error}") from error
    assert isinstance(found, Result)
    return found


def _asking(dataset: Store, query: Query, allowed: Collection[str]) -> Callable[[str], object]:
    """Return what evaluates a text on the dataset that was chosen: by the request, by the text, or not at all.

    Raises Refusal where the text may ask servers that are not allowed.
    """
    chooses, union = query.default is not None or query.named is not None, query.union
    if words.holds(query.text, "service", "from"):
        if words.may_say(query.text, "service") and not words.asks_only(query.text, "service", allowed):
            raise Refusal(403, *refused_service(allowed))
        union = union and not words.says(query.text, "from")
    return partial(
        dataset.query,
        base_iri=query.base,
        prefixes=_prefixes(query.text) if query.union else None,
        use_default_graph_as_union=union and not chooses,
        default_graph=[NamedNode(iri) for iri in query.default or ()] if chooses else None,
        named_graphs=[NamedNode(iri) for iri in query.named or ()] if chooses else None,
    )


def _prefixes(text: str) -> dict[str, str]:
    """Return those of our prefixes that may stand in the text: the engine takes as long for each as for a lookup."""
    return {name: iri for name, marked, iri in _KNOWN if marked in text}


def _asked(ask: Callable[[str], object], text: str) -> object:
    """Ask the mended query; where only mending broke it, ask what was sent, whose errors point to the right place."""
    better = mended(text)
    try:
        return ask(better)
    except SyntaxError:
        if better == text:
            raise
        return ask(text)


def _format(result: Result, query: Query) -> str:
    is_graph = isinstance(result, QueryTriples)
    name = query.graphs if is_graph else query.results
    if name is None:
        raise not_acceptable(GRAPHS if is_graph else RESULTS)
    return name


def _write(result: Result, name: str, chunks: Chunks, *, prefixes: bool) -> None:
    if isinstance(result, QueryTriples):
        known = PREFIXES if prefixes and name in _WITH_PREFIXES else None
        serialize(result, cast("BinaryIO", chunks), _GRAPHS[name], prefixes=known)
    else:
        result.serialize(cast("BinaryIO", chunks), _RESULTS[name])
