"""The formats of answers and the choice among them (Accept)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from kg.serve.refusal import Refusal


@dataclass(frozen=True, slots=True)
class Format:
    """Name a format: the engine's name for it, the type that is sent, and what clients may ask for."""

    name: str
    sent: str
    asked: tuple[str, ...]


RESULTS: Final = (
    Format("JSON", "application/sparql-results+json", ("application/sparql-results+json", "application/json")),
    Format("XML", "application/sparql-results+xml", ("application/sparql-results+xml", "application/xml", "text/xml")),
    Format("CSV", "text/csv; charset=utf-8", ("text/csv",)),
    Format("TSV", "text/tab-separated-values; charset=utf-8", ("text/tab-separated-values",)),
)
GRAPHS: Final = (
    Format("TURTLE", "text/turtle; charset=utf-8", ("text/turtle", "application/x-turtle")),
    Format("N_TRIPLES", "application/n-triples", ("application/n-triples", "text/plain")),
    Format("TRIG", "application/trig", ("application/trig",)),
    Format("N_QUADS", "application/n-quads", ("application/n-quads",)),
    Format("RDF_XML", "application/rdf+xml", ("application/rdf+xml", "application/xml", "text/xml")),
    Format("JSON_LD", "application/ld+json", ("application/ld+json", "application/json")),
)


@lru_cache(maxsize=256)
def negotiated(accept: str | None) -> tuple[str | None, str | None]:
    """Return the names of the formats that the client likes best for results and for graphs, None where none."""
    results, graphs = choose(accept, RESULTS), choose(accept, GRAPHS)
    return None if results is None else results.name, None if graphs is None else graphs.name


def choose(accept: str | None, formats: tuple[Format, ...]) -> Format | None:
    """Return the format that the client likes best, the first of ours where it likes several as much."""
    if not accept or not accept.strip():
        return formats[0]
    wishes = [_wish(part) for part in accept.split(",")[:100] if part.strip()]
    best = max(formats, key=lambda one: _liking(one, wishes))
    return best if _liking(best, wishes) > 0 else None


def chosen(accept: str | None, formats: tuple[Format, ...]) -> Format:
    """Return the format that the client likes best; raises Refusal where there is none."""
    found = choose(accept, formats)
    if found is None:
        raise not_acceptable(formats)
    return found


def not_acceptable(formats: tuple[Format, ...]) -> Refusal:
    """Return the answer to a client that wants none of the formats."""
    offered = ", ".join(one.asked[0] for one in formats)
    return Refusal(406, "the answer is not to be had in the format asked for", f"ask for one of: {offered}")


def named(media_type: str) -> Format | None:
    """Return the graph format that a media type names."""
    plain = media_type.split(";", 1)[0].strip().lower()
    return next((one for one in GRAPHS if plain in one.asked), None)


def _wish(part: str) -> tuple[str, float]:
    pattern, *parameters = (piece.strip().lower() for piece in part.split(";"))
    weight = 1.0
    for parameter in parameters:
        name, _, value = parameter.partition("=")
        if name.strip() == "q":
            weight = _number(value)
    return pattern, weight


def _number(value: str) -> float:
    try:
        return min(max(float(value), 0.0), 1.0)
    except ValueError:
        return 0.0


def _liking(one: Format, wishes: list[tuple[str, float]]) -> float:
    """Return how much a format is wanted, 0..1: the most exact wish that fits it counts."""
    exact = [weight for name, weight in wishes if name in one.asked]
    for pattern in (f"{one.asked[0].split('/', 1)[0]}/*", "*/*"):
        exact = exact or [weight for name, weight in wishes if name == pattern]
    return max(exact, default=0.0)
