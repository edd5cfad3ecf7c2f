"""What is done to the text of an update before the engine reads it.

The engine knows no protocol parameters and would fetch what LOAD names; both are settled in the text. Positions are
found in the masked text, in which strings, names and comments are blank.
"""

import re
from collections.abc import Collection, Iterator
from typing import Final

from kg.query.words import asks_only, masked, may_say, says
from kg.serve.refusal import Refusal, refused_service

_LOAD: Final = re.compile(r"\bload\b(\s+silent\b)?", re.IGNORECASE)
_END: Final = re.compile(r";|\Z")
_WHERE: Final = re.compile(r"(\bdelete\s+)?\bwhere\b|[{}]", re.IGNORECASE)
_NOTHING: Final = "INSERT DATA {}"


def amended(
    text: str, default: tuple[str, ...] | None, named: tuple[str, ...] | None, allowed: Collection[str] = ()
) -> str:
    """Return the update as the engine may run it.

    Raises Refusal for SERVICE, for LOAD without SILENT (unless all that they ask is `allowed`), and for a dataset
    chosen in the request and in the text.
    """
    if may_say(text, "service") and not asks_only(text, "service", allowed):
        raise Refusal(403, *refused_service(allowed))
    if not (allowed and asks_only(text, "load", allowed)):
        text = _without_load(text)
    if default is None and named is None:
        return text
    if says(text, "using", "with"):
        raise Refusal(400, "the dataset is chosen in the request and by USING or WITH", "choose it once")
    using = [f"USING <{iri}>" for iri in default or ()] + [f"USING NAMED <{iri}>" for iri in named or ()]
    return _with_dataset(text, " ".join(using))


def _without_load(text: str) -> str:
    """Put an operation that does nothing in the place of each LOAD SILENT: it may fail without a word."""
    blank = masked(text)
    if may_say(text, "load") and not says(text, "load"):
        raise _no_load()
    pieces, at = list[str](), 0
    for found in _LOAD.finditer(blank):
        if found[1] is None:
            raise _no_load()
        end = _END.search(blank, found.end())
        assert end is not None
        pieces += [text[at : found.start()], _NOTHING, " "]
        at = end.start()
    return "".join([*pieces, text[at:]])


def _no_load() -> Refusal:
    return Refusal(
        403, "LOAD is refused: the server fetches nothing that was not allowed", "send the triples to /store"
    )


def _with_dataset(text: str, using: str) -> str:
    """Put USING before each WHERE; DELETE WHERE is written out, since it has no room for it."""
    pieces, at = list[str](), 0
    for start, body, end in _wheres(masked(text)):
        pieces.append(text[at:start])
        if body is None:
            pieces.append(f" {using} ")
            at = start
        else:
            pieces.append(f"DELETE {text[body:end]} {using} WHERE {text[body:end]}")
            at = end
    return "".join([*pieces, text[at:]])


def _wheres(blank: str) -> Iterator[tuple[int, int | None, int]]:
    """Yield the outermost WHEREs: where each begins, and for DELETE WHERE where its pattern begins and ends."""
    depth, waiting, opened = 0, None, 0
    for found in _WHERE.finditer(blank):
        if found[0] == "{":
            opened = found.start() if depth == 0 else opened
            depth += 1
        elif found[0] == "}":
            depth -= 1
            if depth == 0 and waiting is not None:
                yield waiting, opened, found.end()
                waiting = None
        elif depth == 0 and found[1]:
            waiting = found.start()
        elif depth == 0:
            yield found.start(), None, found.end()
