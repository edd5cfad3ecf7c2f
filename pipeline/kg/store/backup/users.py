"""The graphs that users wrote (docs/decisions/0012), as N-Quads in a file: sorted, so that their order is none."""

import shutil
from pathlib import Path
from typing import Final

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Store, parse, serialize

from kg.store.layout import Layout
from kg.store.oxigraph import Generations

USER: Final = "user"


def generations(layout: Layout) -> Generations:
    """Return the generations of the users' graphs."""
    folder = layout.folder / USER
    return Generations(folder / "gen", folder / "CURRENT")


def dump(layout: Layout, quads: Path, graphs: Path) -> bool:
    """Write the newest generation's quads, and the names of its graphs (one may be empty); False where there is none.

    Raises StoreError where the generation is damaged.
    """
    found = generations(layout)
    if found.newest() is None:
        return False
    snapshot = found.open()
    dataset = snapshot.dataset
    text = serialize(iter(dataset), format=RdfFormat.N_QUADS)
    assert text is not None
    lines = sorted(text.splitlines(keepends=True))
    names = sorted(f"{graph}\n" for graph in dataset.named_graphs())
    quads.write_bytes(b"".join(lines))
    graphs.write_text("".join(names), encoding="utf-8")
    return True


def load(layout: Layout, quads: Path, graphs: Path) -> None:
    """Publish what was dumped as the first generation of the users' graphs.

    Raises ValueError where the files hold something else.
    """
    folder = layout.folder / USER
    folder.mkdir()
    work = folder / "work"
    _publish(generations(layout), work, quads, graphs)
    shutil.rmtree(work)


def _publish(target: Generations, work: Path, quads: Path, graphs: Path) -> None:
    dataset = Store(str(work))
    for name in graphs.read_text(encoding="utf-8").splitlines():
        dataset.add_graph(BlankNode(name[2:]) if name.startswith("_:") else NamedNode(name[1:-1]))
    with quads.open("rb") as handle:
        dataset.bulk_extend(parse(handle, format=RdfFormat.N_QUADS))
    dataset.flush()
    target.publish(lambda path: dataset.backup(str(path)))
