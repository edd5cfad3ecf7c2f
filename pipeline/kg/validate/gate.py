"""The gate that every document passes before it is committed: the shapes as queries, a few milliseconds each."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from pyoxigraph import Quad, QuerySolutions, Store

from kg.model.prefixes import PREFIXES
from kg.resources import ontology


@dataclass(frozen=True, slots=True)
class Report:
    """Hold what does not hold: one line for each node that a check names."""

    results: tuple[str, ...] = ()

    @property
    def conforms(self) -> bool:
        """Tell whether nothing was found."""
        return not self.results


def validate(quads: Iterable[Quad]) -> Report:
    """Run all checks of `ontology/checks` on the quads of a document."""
    dataset = Store()
    dataset.bulk_extend(quads)
    return Report(tuple(_findings(dataset)))


def _findings(dataset: Store) -> Iterator[str]:
    for message, query in _checks():
        solutions = dataset.query(query, prefixes=PREFIXES, use_default_graph_as_union=True)
        assert isinstance(solutions, QuerySolutions)
        for node in sorted({str(solution["node"]) for solution in solutions}):
            yield f"{message}: {node}"


@cache
def _checks() -> tuple[tuple[str, str], ...]:
    """Return each check's message, which is its first comment, and its query, which selects `?node`."""
    texts = [path.read_text(encoding="utf-8") for path in sorted((ontology() / "checks").glob("*.rq"))]
    return tuple((text.partition("\n")[0].lstrip("# ").strip(), text) for text in texts)
