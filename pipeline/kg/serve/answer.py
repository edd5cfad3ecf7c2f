"""Run one query on a dataset and write its answer; used by the workers."""

from collections.abc import Callable
from functools import partial
from typing import BinaryIO, Final, cast

from pyoxigraph import NamedNode, QueryResultsFormat, QueryTriples, RdfFormat, Store, serialize

from kg.model.prefixes import PREFIXES
from kg.query import words
from kg.query.sparql import Result
from kg.serve.formats import GRAPHS, RESULTS, Format, not_acceptable
from kg.serve.frames import BEGIN, Chunks, frame
from kg.serve.mend import mended
from kg.serve.refusal import Refusal
from kg.serve.task import Query

_BY_NAME: Final = {one.name: one for one in (*RESULTS, *GRAPHS)}
_WITH_PREFIXES: Final = ("TURTLE", "TRIG", "RDF_XML")


def answer(dataset: Store, query: Query, send: Callable[[bytes], object]) -> None:
    """Evaluate the query and send its result in frames.

    Raises Refusal where it is broken, asks other servers, or fails on the way.
    """
    if words.may_say(query.text, "service"):
        raise Refusal(403, "SERVICE is refused: a query reads this store only", "leave SERVICE out of the query")
    result = _evaluate(dataset, query)
    layout = _layout(result, query)
    chunks = Chunks(send, frame(BEGIN, layout.sent.encode()))
    try:
        _write(result, layout, chunks, prefixes=query.union)
    except (OSError, RuntimeError, ValueError) as error:
        raise Refusal(500, f"the evaluation failed: {error}") from error
    chunks.finish()


def _evaluate(dataset: Store, query: Query) -> Result:
    chooses = query.default is not None or query.named is not None
    union = query.union and not chooses and not words.says(query.text, "from")
    ask = partial(
        dataset.query,
        base_iri=query.base,
        prefixes=_prefixes(query.text) if query.union else None,
        use_default_graph_as_union=union,
        default_graph=[NamedNode(iri) for iri in query.default or ()] if chooses else None,
        named_graphs=[NamedNode(iri) for iri in query.named or ()] if chooses else None,
    )
    try:
        found = _asked(ask, query.text)
    except (SyntaxError, ValueError) as error:
        raise Refusal(400, f"the query is broken: {error}", "see https://www.w3.org/TR/sparql11-query/") from error
    except RuntimeError as error:  # Such as a function that the engine does not know.
        raise Refusal(400, f"the query cannot be evaluated: {error}", "ask for what SPARQL 1.1 has") from error
    except OSError as error:
        raise Refusal(500, f"the evaluation failed: {error}") from error
    assert isinstance(found, Result)
    return found


def _prefixes(text: str) -> dict[str, str]:
    """Return those of our prefixes that may stand in the text: the engine takes as long for each as for a lookup."""
    return {name: iri for name, iri in PREFIXES.items() if f"{name}:" in text}


def _asked(ask: Callable[[str], object], text: str) -> object:
    """Ask the mended query; where only mending broke it, ask what was sent, whose errors point to the right place."""
    better = mended(text)
    try:
        return ask(better)
    except SyntaxError:
        if better == text:
            raise
        return ask(text)


def _layout(result: Result, query: Query) -> Format:
    is_graph = isinstance(result, QueryTriples)
    name = query.graphs if is_graph else query.results
    if name is None:
        raise not_acceptable(GRAPHS if is_graph else RESULTS)
    return _BY_NAME[name]


def _write(result: Result, layout: Format, chunks: Chunks, *, prefixes: bool) -> None:
    if isinstance(result, QueryTriples):
        known = PREFIXES if prefixes and layout.name in _WITH_PREFIXES else None
        serialize(result, cast("BinaryIO", chunks), getattr(RdfFormat, layout.name), prefixes=known)
    else:
        result.serialize(cast("BinaryIO", chunks), getattr(QueryResultsFormat, layout.name))
