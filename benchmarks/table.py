"""Tables in Markdown, as docs/benchmarks.md holds them."""

from collections.abc import Iterable, Sequence

Cell = str | float | int


def show(title: str, head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """Print a table: numbers with three figures that mean something."""
    print(f"\n**{title}**\n")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(map(_text, row)) + " |", flush=True)


def _text(cell: Cell) -> str:
    if isinstance(cell, float):
        return f"{cell:,.0f}" if abs(cell) >= 100 else f"{cell:.3g}"
    return f"{cell:,}" if isinstance(cell, int) else cell
