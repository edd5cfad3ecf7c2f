"""`kg ingest` end to end against bare spaCy on the same text: words a second and core, workers, memory."""

import sys
import tempfile
from pathlib import Path
from statistics import median

from benchmarks import articles, machine, table
from benchmarks.watched import Run, run
from kg.doctor.system import compiled

_ROUNDS = 3
_BARE = str(Path(__file__).parent / "bare.py")


def main(size: int = 500) -> None:
    """Measure in rounds that take turns, so that a busy neighbour slows everybody alike."""
    print(machine.described(), "kg compiled" if compiled() else "kg not compiled", sep=", ")
    with tempfile.TemporaryDirectory() as work:
        files = articles.drawn(size, Path(work) / "texts")
        words = articles.words(files)
        rounds = [_round(Path(work), number) for number in range(_ROUNDS)]
    _report(words, rounds)


def _round(work: Path, number: int) -> dict[str, Run]:
    texts, found = str(work / "texts"), dict[str, Run]()
    found["spaCy md, nlp.pipe"] = run([sys.executable, _BARE, texts])
    for workers in (1, 2):
        store = ["--store", str(work / f"store-{number}-{workers}")]
        command = [sys.executable, "-m", "kg", *store, "ingest", texts, "--workers", str(workers), "--lang", "fr"]
        found[f"kg ingest --workers {workers}"] = run([*command, "--date", "2016-12-31"])
    return found


def _report(words: int, rounds: list[dict[str, Run]]) -> None:
    rows = list[list[table.Cell]]()
    for name in rounds[0]:
        runs = [one[name] for one in rounds]
        bare = [one["spaCy md, nlp.pipe"] for one in rounds]
        wall, cpu = median(one.wall for one in runs), median(one.cpu for one in runs)
        ratio = median(one.cpu / other.cpu for one, other in zip(runs, bare, strict=True))
        rows.append([name, wall, cpu, words / cpu, ratio, max(one.peak for one in runs)])
    head = ["what", "wall s", "processor s", "words / processor s", "× bare (processor)", "peak MiB a process"]
    table.show(f"{words:,} words, median of {len(rounds)} rounds", head, rows)
    gains = [one["kg ingest --workers 1"].wall / one["kg ingest --workers 2"].wall for one in rounds]
    print(f"\nTwo workers are {median(gains):.2f} × as fast as one (rounds: {', '.join(f'{g:.2f}' for g in gains)}).")


if __name__ == "__main__":
    main()
