"""Reads articles of the GUM corpus (Zeldes 2017; annotations CC BY 4.0) beyond the news of ../shared/data.

    git clone https://github.com/amir-zeldes/gum ../gum
    git -C ../gum checkout 72ce5ac14978a324c2fd18d49484e65292cbe316

`KG_GUM` names another folder of the clone. Without one nothing is read, and that is said.
"""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from kg.evaluate import gum_text
from kg.model import Document

ROOT = Path(__file__).resolve().parents[1]
GENRES = ("bio", "court", "news", "voyage")  # told in the third person


def gum_articles() -> Iterator[tuple[Path, Document]]:
    """Yield the articles of the genres, none of which is in ../shared/data, where the annotated ones are."""
    folder = Path(os.environ.get("KG_GUM", ROOT.parent / "gum")) / "dep"
    if not folder.is_dir():
        print(f"no GUM corpus in {folder}: learnt without it (see tools/gum.py)", file=sys.stderr)
    shared = Path(os.environ.get("KG_SHARED", ROOT.parent / "shared")) / "data" / "gum-news"
    for path in sorted(folder.glob("GUM_*.conllu")):
        if path.stem.split("_")[1] in GENRES and not (shared / path.name).exists():
            raw = path.read_text(encoding="utf-8")
            made = re.search(r"# meta::dateCreated = (\d{4}-\d{2}-\d{2})", raw)
            yield path, Document.create(gum_text(raw), "en", str(path), published=made[1] if made else None)
