"""The dataset in the formats that others read, in an order that the content alone decides."""

from collections.abc import Iterable, Iterator
from typing import IO, Final

from pyoxigraph import NamedNode, Quad, RdfFormat, Store, Triple, serialize

from kg.errors import UsageError
from kg.model.prefixes import PREFIXES
from kg.rdf import terms
from kg.rdf.jsonld import write_jsonld

_DATASETS: Final = {"trig": RdfFormat.TRIG, "nquads": RdfFormat.N_QUADS}
_GRAPHS: Final = {"turtle": RdfFormat.TURTLE, "ntriples": RdfFormat.N_TRIPLES}
_WITHOUT_HEADING: Final = (RdfFormat.N_QUADS, RdfFormat.N_TRIPLES)
# As a name `doc:0123\\#char\\=4,8` is harder to read than the whole IRI.
_PREFIXES: Final = {name: iri for name, iri in PREFIXES.items() if name != "doc"}
LAYOUTS: Final = ("jsonld", *_DATASETS, *_GRAPHS)


def dump(dataset: Store, layout: str, output: IO[bytes], *, reifiers: bool = False) -> None:
    """Write the dataset: `trig`, `nquads` and `jsonld` keep the named graphs, `turtle` and `ntriples` join them.

    With `reifiers` each fact also names its triple in the RDF 1.2 way (`rdf:reifies <<( s p o )>>`).
    Raises UsageError where the layout is not one of these.
    """
    quads: Iterable[Quad] = dataset
    if reifiers:
        quads = (*dataset, *_reifiers(dataset))
    write(quads, layout, output)


def write(quads: Iterable[Quad], layout: str, output: IO[bytes]) -> None:
    """Write the quads, sorted, so that the same quads give the same bytes.

    Raises UsageError where the layout is unknown.
    """
    if layout in _DATASETS:
        _serialize(sorted(quads, key=_order), _DATASETS[layout], output)
    elif layout in _GRAPHS:
        _serialize(sorted({quad.triple for quad in quads}, key=str), _GRAPHS[layout], output)
    elif layout == "jsonld":
        write_jsonld(sorted(quads, key=_order), output)
    else:
        raise UsageError(f"no format {layout}", f"choose one of {', '.join(LAYOUTS)}")


def _serialize(items: list[Quad] | list[Triple], layout: RdfFormat, output: IO[bytes]) -> None:
    """Write the items; the heading, which the library writes in the order of a hash, is put in order."""
    if layout in _WITHOUT_HEADING:
        serialize(items, output, layout)
        return
    written = serialize(items, None, layout, prefixes=_PREFIXES)
    assert written is not None
    for part in _prefixes(written):
        output.write(part)


def _prefixes(written: bytes) -> tuple[bytes, bytes]:
    """Return the `@prefix` lines of Turtle or TriG in order, and the rest."""
    end = 0
    while written.startswith(b"@prefix ", end):
        end = written.index(b"\n", end) + 1
    return b"".join(sorted(written[:end].splitlines(keepends=True))), written[end:]


def _order(quad: Quad) -> tuple[str, str, str, str]:
    """Keep a graph together, and in it a node."""
    return str(quad.graph_name), str(quad.subject), str(quad.predicate), str(quad.object)


def _reifiers(dataset: Store) -> Iterator[Quad]:
    """Yield for each fact that stands as a triple the quad that reifies it."""
    for found in dataset.quads_for_pattern(None, terms.PREDICATE, None, None):
        graph = found.graph_name
        ends = [
            next(iter(dataset.quads_for_pattern(found.subject, end, None, graph)), None)
            for end in (terms.SUBJECT, terms.OBJECT)
        ]
        if ends[0] is None or ends[1] is None or not isinstance(found.object, NamedNode):
            continue
        subject, object_ = ends[0].object, ends[1].object
        if isinstance(subject, NamedNode) and any(dataset.quads_for_pattern(subject, found.object, object_, graph)):
            yield Quad(found.subject, terms.REIFIES, Triple(subject, found.object, object_), graph)
