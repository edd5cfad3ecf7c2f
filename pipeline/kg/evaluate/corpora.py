"""The texts that gold annotations point into."""

import os
from collections.abc import Iterator
from pathlib import Path

from kg.errors import InputError
from kg.evaluate.gold import Gold


def text_path(gold: Gold, corpus: Path | None = None) -> Path:
    """Return the file of the annotated document: below `corpus`, else beside the annotation, else in ../shared/data.

    Raises InputError where it is in none of these places.
    """
    for place in _places(gold, corpus):
        if (place / gold.document).is_file():
            return place / gold.document
    hint = "name the folder of the corpora with --corpus DIR, or the folder above it with KG_SHARED"
    raise InputError(f"{gold.path}: its text {gold.document} is not there", hint)


def _places(gold: Gold, corpus: Path | None) -> Iterator[Path]:
    if corpus is not None:
        yield corpus
        return
    yield gold.path.parent
    root = os.environ.get("KG_SHARED")
    yield from (Path(root) / "data",) if root else (Path("../shared/data"), Path("shared/data"))


def gum_text(conllu: str) -> str:
    r"""Return the running text of a GUM document: sentences joined by a blank, paragraphs by an empty line.

    >>> gum_text("# newpar\n# text = A.\n# text = B.\n# newpar\n# text = C.\n")
    'A. B.\n\nC.\n'
    """
    paragraphs: list[list[str]] = []
    for line in conllu.splitlines():
        if line == "# newpar" or not paragraphs:
            paragraphs.append([])
        if line.startswith("# text = "):
            paragraphs[-1].append(line.removeprefix("# text = "))
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences) + "\n"
