"""Articles of WiNER-fr 2016, drawn by a seed, as a folder of text files."""

import os
import random
import shutil
from pathlib import Path

SEED = 20260111
REPOSITORY = Path(__file__).resolve().parents[1]


def shared() -> Path:
    """Return the folder of corpora and of the article of the mission: KG_SHARED or ../shared."""
    return Path(os.environ.get("KG_SHARED", REPOSITORY.parent / "shared"))


def drawn(count: int, folder: Path) -> list[Path]:
    """Copy as many articles into the folder and return them."""
    files = sorted((shared() / "data" / "winer-fr" / "2016").glob("*/*.txt"))
    folder.mkdir()
    chosen = random.Random(SEED).sample(files, count)
    return [Path(shutil.copy(path, folder)) for path in chosen]


def words(files: list[Path]) -> int:
    """Count what stands between blanks."""
    return sum(len(path.read_text(encoding="utf-8").split()) for path in files)
