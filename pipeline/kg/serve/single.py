"""Queries of one triple pattern, known by their text: what the engine answers by one look into an index.

Whoever is not sure leaves a query to the workers: an escape, a comment, a relative name, anything unusual is not
recognised. The text is written anew with all names in full, so that nothing of it reaches the engine unseen.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from pyoxigraph import NamedNode

MANY: Final = 200
"""So many solutions are looked up at once; each costs a third of a microsecond."""
_LONGEST: Final = 4_000
_IRI: Final = r"<[A-Za-z][A-Za-z0-9+.\-]*+:[^<>\"{}|^`\\\x00-\x20]*+>"
_NAME: Final = r"(?:[A-Za-z][A-Za-z0-9_\-]*+)?+:[A-Za-z0-9_][A-Za-z0-9_\-]*+"
_VARIABLE: Final = r"\?[A-Za-z_][A-Za-z0-9_]*+"
_NODE: Final = rf"{_IRI}|{_NAME}|{_VARIABLE}"
_TEXT: Final = (
    r"(?:\"[^\"\\\r\n]*+\"|'[^'\\\r\n]*+')"
    rf"(?:@[A-Za-z]++(?:-[A-Za-z0-9]++)*+|\^\^(?:{_IRI}|{_NAME}))?+"
)
_B: Final = r"[ \t\r\n]"
_PREFIX: Final = rf"PREFIX{_B}++([A-Za-z][A-Za-z0-9_\-]*+|):{_B}*+({_IRI}){_B}*+"
_PREFIXES: Final = re.compile(_PREFIX, re.IGNORECASE | re.ASCII)
# Each part takes all that it can and gives nothing back: a text is read in one pass.
_QUERY: Final = re.compile(
    rf"{_B}*+(?P<prefixes>(?:{_PREFIX})*+)"
    rf"(?:(?P<ask>ASK)|SELECT(?P<distinct>{_B}++DISTINCT)?+(?P<asked>(?:{_B}++{_VARIABLE})++|{_B}*+\*))"
    rf"(?:{_B}++WHERE)?+{_B}*+\{{{_B}*+"
    rf"(?:GRAPH{_B}++(?P<graph>{_NODE}){_B}*+\{{{_B}*+)?+"
    rf"(?P<subject>{_NODE}){_B}++(?P<predicate>{_NODE}|a){_B}++(?P<object>{_NODE}|{_TEXT})"
    rf"{_B}*+\.?+{_B}*+(?(graph)\}}{_B}*+)\}}"
    rf"(?:{_B}*+LIMIT{_B}++(?P<limit>[0-9]{{1,9}}))?+{_B}*+",
    re.IGNORECASE | re.ASCII,
)
_NAMED_TYPE: Final = re.compile(rf"\^\^({_NAME})\Z", re.ASCII)


class Single(NamedTuple):
    """Hold a query of one pattern, and the question whether the pattern has more than MANY solutions, where it may."""

    text: str
    question: str | None


def single(text: str, known: Mapping[str, str]) -> Single | None:
    """Return the query where it is one of a single pattern, None where it may not be; `known` are prefixes of ours."""
    if len(text) > _LONGEST or "/." in text or ":." in text:  # The engine takes `..` out of names, one by one.
        return None
    found = _QUERY.fullmatch(text)
    if found is None:
        return None
    prefixes = _declared(found["prefixes"], known)
    pattern = None if prefixes is None else _pattern(found, prefixes)
    if pattern is None:
        return None
    limit, distinct = found["limit"], "DISTINCT " if found["distinct"] else ""
    if found["ask"]:
        return Single(f"ASK{{{pattern}}}", None) if limit is None else None
    few = not distinct and limit is not None and int(limit) <= MANY
    end = "" if limit is None else f"LIMIT {limit}"
    asked = f"SELECT {distinct}{found['asked'].strip()}{{{pattern}}}{end}"
    return Single(asked, None if few else f"ASK{{{{SELECT*{{{pattern}}}OFFSET {MANY} LIMIT 1}}}}")


def _declared(text: str, known: Mapping[str, str]) -> Mapping[str, str] | None:
    """Return what the prefixes stand for, None where one is declared twice or for what is no IRI."""
    if not text:
        return known
    pairs = _PREFIXES.findall(text)
    said = {name: iri[1:-1] for name, iri in pairs}
    if len(said) < len(pairs) or not all(map(_is_iri, said.values())):
        return None
    return {**known, **said}


@lru_cache(maxsize=256)
def _is_iri(text: str) -> bool:
    try:
        NamedNode(text)
    except ValueError:
        return False
    return True


def _pattern(found: re.Match[str], prefixes: Mapping[str, str]) -> str | None:
    """Return the pattern with its names in full; None for unknown prefixes, a variable twice or one that is not there.

    Where a variable stands twice, the engine reads all that the rest of the pattern allows.
    """
    parts = [found["graph"], found["subject"], found["predicate"], found["object"]]
    variables = [one for one in parts if one is not None and one[0] == "?"]
    asked = (found["asked"] or "*").split()
    if len(set(variables)) < len(variables) or len(set(asked)) < len(asked):
        return None
    if asked != ["*"] and not set(asked) <= set(variables):
        return None
    try:
        graph, subject, predicate, value = (None if one is None else _full(one, prefixes) for one in parts)
    except KeyError:
        return None
    triple = f"{subject} {predicate} {value}"
    return triple if graph is None else f"GRAPH {graph}{{{triple}}}"


def _full(term: str, prefixes: Mapping[str, str]) -> str:
    """Return a term with its name in full; raises KeyError for a prefix that nobody declared."""
    if term[0] in "\"'":
        kind = _NAMED_TYPE.search(term)
        return term if kind is None else f"{term[: kind.start(1)]}{_full(kind[1], prefixes)}"
    if term[0] in "<?" or term == "a":
        return term
    name, _, local = term.partition(":")
    return f"<{prefixes[name]}{local}>"
