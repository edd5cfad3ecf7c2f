"""SPARQL on a dataset: the default graph is the union of all named graphs, nothing is written or fetched."""

import re
from collections.abc import Iterator
from typing import Final

from pyoxigraph import (
    BlankNode,
    Literal,
    NamedNode,
    QueryBoolean,
    QuerySolutions,
    QueryTriples,
    Store,
    Triple,
)

from kg.errors import StoreError, UsageError
from kg.model.codec import Json
from kg.model.prefixes import PREFIXES
from kg.model.rows import Row
from kg.query.words import masked, may_say, says

Result = QuerySolutions | QueryBoolean | QueryTriples
_XSD: Final = "http://www.w3.org/2001/XMLSchema#"
_WHOLE: Final = frozenset(f"{_XSD}{name}" for name in ("integer", "int", "long", "short", "nonNegativeInteger"))
_BROKEN: Final = frozenset(f"{_XSD}{name}" for name in ("decimal", "double", "float"))
_DEEPEST, _PARTS = 250, 1500
_BRACKET: Final = re.compile(r"[{}()\[\]]")
_PART: Final = re.compile(r"[{(\[|/^!*+-]|&&|<<|\bvalues\b", re.IGNORECASE)
_DATA: Final = re.compile(r"\bvalues\b[^{}]*+\{[^{}]*+\}", re.IGNORECASE)
_UPDATE: Final = re.compile(r"^\s*(insert|delete|load|clear|drop|create|add|move|copy|with)\b", re.IGNORECASE)


def sparql(dataset: Store, text: str) -> Result:
    """Run a query (SELECT, ASK, CONSTRUCT or DESCRIBE) and return solutions, a truth value or triples.

    Raises UsageError where the query is broken, is an update, or asks another server (SERVICE).
    """
    if may_say(text, "service"):
        raise UsageError("SERVICE is refused: a query reads this store only", "leave SERVICE out of the query")
    bare = masked(text)
    body = re.sub(r"^(\s*(prefix|base)\b)+", "", bare, flags=re.IGNORECASE)
    if _UPDATE.match(body):
        raise UsageError("updates are refused: the store is written by `kg ingest` and `kg forget` only", "use SELECT")
    if _is_too_deep(bare):
        raise UsageError("the query has too many parts inside one another for the engine", "ask in several queries")
    try:
        # FROM chooses the dataset, which the union would override.
        found = dataset.query(text, prefixes=PREFIXES, use_default_graph_as_union=not says(text, "from"))
    except (SyntaxError, ValueError, RuntimeError) as error:  # The last: a function that the engine does not know.
        raise UsageError(f"the query is broken: {error}", "see https://www.w3.org/TR/sparql11-query/") from error
    assert isinstance(found, Result)
    return found


def _is_too_deep(bare: str) -> bool:
    """Tell whether the engine might need more stack than there is, which would end this process.

    A stack of 8 MiB does for 800 brackets inside one another and for 2,400 parts in a row.
    """
    depth = deepest = 0
    for bracket in _BRACKET.findall(bare):
        depth += 1 if bracket in "{([" else -1
        deepest = max(deepest, depth)
    return deepest > _DEEPEST or len(_PART.findall(_DATA.sub("values", bare))) > _PARTS


def columns(result: Result) -> list[str]:
    """Return the names of a result's columns."""
    if isinstance(result, QuerySolutions):
        return [variable.value for variable in result.variables]
    return ["boolean"] if isinstance(result, QueryBoolean) else ["subject", "predicate", "object"]


def rows(result: Result) -> Iterator[Row]:
    """Yield the result as plain rows: numbers and truth values as such, everything else as text.

    Raises StoreError where the dataset cannot be read to the end.
    """
    try:
        yield from _rows(result)
    except OSError as error:
        hint = "ask again; where that does not help, `kg ingest` a document: it publishes a new snapshot"
        raise StoreError(f"the snapshot cannot be read: {error}", hint) from error


def _rows(result: Result) -> Iterator[Row]:
    if isinstance(result, QueryBoolean):
        yield {"boolean": bool(result)}
    elif isinstance(result, QueryTriples):
        for triple in result:
            yield {name: plain(getattr(triple, name)) for name in ("subject", "predicate", "object")}
    else:
        names = columns(result)
        for solution in result:
            yield {name: plain(solution[name]) for name in names}


def plain(term: object) -> Json:
    """Return an RDF term as JSON: a number, a truth value, text, or None for an unbound variable."""
    if term is None:
        return None
    if isinstance(term, NamedNode):
        return term.value
    if isinstance(term, Literal):
        return _number(term.value, term.datatype.value)
    assert isinstance(term, (BlankNode, Triple)), type(term)
    return str(term)


def _number(value: str, datatype: str) -> Json:
    try:
        if datatype in _WHOLE:
            return int(value)
        if datatype in _BROKEN and value.upper() not in ("INF", "-INF", "+INF", "NAN"):
            return float(value)
    except ValueError:
        return value
    return value == "true" if datatype == f"{_XSD}boolean" and value in ("true", "false") else value
