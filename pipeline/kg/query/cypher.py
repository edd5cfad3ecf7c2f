"""The outside of a Cypher query: its parameters, and its answer as rows. Who runs it is the caller's choice."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kg.errors import UsageError
from kg.model.codec import Json
from kg.model.rows import Row

_HEAD: Final = re.compile(r"\A(?:\s*//[^\n]*(?:\n|\Z))*")
_DEFAULT: Final = re.compile(r"^\s*//\s*\$(\w+)\s*=\s*(.+?)\s*$", re.MULTILINE)


def parameters(text: str, given: Sequence[str] = ()) -> dict[str, Json]:
    """Return the parameters of a query: the defaults of its heading comment, then those given as `name=value`.

    A value is JSON where it reads as such, else text. Raises UsageError where one has no name.

    >>> parameters('// $name = "Musk"', ["limit=3"])
    {'name': 'Musk', 'limit': 3}
    """
    head = _HEAD.match(text)
    found = {name: _value(value) for name, value in _DEFAULT.findall(head.group() if head else "")}
    for pair in given:
        name, equals, value = pair.partition("=")
        if not equals or not name.isidentifier():
            raise UsageError(f"the parameter {pair!r} has no name", "write it as --param name=value")
        found[name] = _value(value)
    return found


def _value(text: str) -> Json:
    try:
        value: Json = json.loads(text)
    except ValueError:
        return text
    return value


def rows(columns: Sequence[str], lines: Iterable[Sequence[Json]]) -> Iterator[Row]:
    """Yield the answer as rows with named values."""
    for line in lines:
        yield dict(zip(columns, line, strict=True))
