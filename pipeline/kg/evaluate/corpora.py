"""The texts that gold annotations point into."""

import os
from pathlib import Path
from typing import Final

from kg.errors import InputError

_NEAR: Final = (Path("../shared/data"), Path("shared/data"))


def text_of(document: str, beside: Path, corpus: Path | None) -> str:
    """Return the text of a gold document: beside its annotation, or below the folder of corpora.

    Raises InputError where it is in none of the places.
    """
    places = [beside.parent, *([corpus] if corpus else []), *_shared(), *_NEAR]
    for place in places:
        path = place / document
        if path.is_file():
            raw = path.read_bytes().decode("utf-8-sig")
            return gum_text(raw) if path.suffix == ".conllu" else raw
    raise InputError(f"{beside}: its text {document} is not there", "name the folder of the corpora with --corpus DIR")


def _shared() -> list[Path]:
    root = os.environ.get("KG_SHARED")
    return [Path(root) / "data"] if root else []


def gum_text(conllu: str) -> str:
    """Return the running text of a GUM document: sentences joined by a blank, paragraphs by an empty line."""
    paragraphs: list[list[str]] = []
    for line in conllu.splitlines():
        if line == "# newpar" or not paragraphs:
            paragraphs.append([])
        if line.startswith("# text = "):
            paragraphs[-1].append(line.removeprefix("# text = "))
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences) + "\n"
