"""Reads the corpora of ../shared/data and draws the gold articles; no text of theirs enters the repository."""

import os
import random
import re
from pathlib import Path

SEED = 20260111
WORDS = range(120, 451)
REPOSITORY = Path(__file__).resolve().parents[2]


def shared_data() -> Path:
    """Return the folder of corpora: `KG_SHARED` or `../shared`, then `data`."""
    return Path(os.environ.get("KG_SHARED", REPOSITORY.parent / "shared")) / "data"


def winer_files(year: int, months: range) -> list[Path]:
    """Return the WiNER-fr article files of the months of a year, in order of name."""
    root = shared_data() / "winer-fr" / str(year)
    return [path for month in months for path in sorted((root / f"{month:02d}").glob("*.txt"))]


def gum_text(conllu: str) -> str:
    """Return the running text of a GUM article: sentences joined by a space, paragraphs by an empty line."""
    paragraphs: list[list[str]] = []
    for line in conllu.splitlines():
        if line == "# newpar":
            paragraphs.append([])
        elif line.startswith("# text = "):
            paragraphs[-1].append(line.removeprefix("# text = "))
    return "\n\n".join(" ".join(sentences) for sentences in paragraphs if sentences) + "\n"


def corpus_text(path: Path) -> str:
    """Return the text that `kg` is given for a corpus file (code points; newlines as in the file)."""
    raw = path.read_bytes().decode("utf-8-sig")
    return gum_text(raw) if path.suffix == ".conllu" else raw


def published(path: Path) -> str:
    """Return the publication date of a corpus file as YYYY-MM-DD."""
    if path.suffix == ".conllu":
        found = re.search(r"# meta::dateCreated = (\d{4}-\d{2}-\d{2})", path.read_text(encoding="utf-8"))
        assert found, path
        return found[1]
    return "-".join(path.name.split("-")[0].split("_"))


def draw(files: list[Path], count: int, seed: int = SEED) -> list[Path]:
    """Draw `count` files of 120 to 450 words by a seeded shuffle of the sorted list."""
    fitting = [path for path in files if len(corpus_text(path).split()) in WORDS]
    random.Random(seed).shuffle(fitting)
    return sorted(fitting[:count])


def splits() -> dict[str, list[Path]]:
    """Return the gold splits: French development and test, English development and test."""
    english = sorted((shared_data() / "gum-news").glob("*.conllu"))
    random.Random(SEED).shuffle(english)
    return {
        "fr-dev": draw(winer_files(2016, range(1, 13)), 20),
        "fr-test": draw(winer_files(2017, range(7, 13)), 20),
        "en-dev": sorted(english[:8]),
        "en-test": sorted(english[8:16]),
    }
