"""Learn from the annotated articles how sure the facts are: `make calibrate`.

Writes ontology/calibration.yaml, which gives each fact its confidence, and the tables and the curve of
docs/quality.md. What the documents show is measured on each document with the table that the others teach.
"""

import json
import re
import sys
from pathlib import Path

from kg.cli.evaluate import judged_facts
from kg.evaluate import load
from kg.evaluate.calibrate import fitted, held_out, learnt, levels
from kg.evaluate.reliability import Bin, Judged, by_confidence, by_ground, gap
from kg.lexicon.calibration import FEWEST, Calibration, Level

ROOT = Path(__file__).resolve().parents[1]
SETS = ("fr-dev", "fr-train", "fr-written", "fr-late", "fr-later", "en-dev", "en-written", "en-late", "en-later")
GOLD = [ROOT / "tests" / "quality" / "gold" / name for name in SETS]
TABLE, PAGE, CURVE = ROOT / "ontology/calibration.yaml", ROOT / "docs/quality.md", ROOT / "docs/reliability.svg"
HEAD = """\
# How sure facts are, by what they rest on. `make calibrate` writes this file.
#
# base      log-odds of being right for all facts
# weights   by ground and value, what it adds to them (docs/decisions/0015-confidence.md)
# levels    annotated facts at this confidence or above, each rated by what the other documents teach, and how many of
#           them are right: `--precision` takes the first level of {few} facts or more that reaches it
"""
SIZE = 360  # of the curve, in pixels


def table(made: Calibration, steps: list[Level]) -> str:
    """Return the calibration file."""
    lines = [f"base: {made.base}", "weights:"]
    for ground, values in sorted(made.weights.items()):
        told = {value: weight for value, weight in values.items() if weight}
        lines += [
            f"  {json.dumps(ground)}:",
            *(f"    {json.dumps(value, ensure_ascii=False)}: {weight}" for value, weight in sorted(told.items())),
        ]
    lines.append("levels:")
    lines += [f"  - {{confidence: {one.confidence}, facts: {one.facts}, right: {one.right}}}" for one in steps]
    return HEAD.format(few=FEWEST) + "\n".join(lines) + "\n"


def page(facts: list[Judged], steps: list[Level]) -> str:
    """Return the tables for people."""
    documents = len({fact.document for fact in facts})
    right = sum(fact.right for fact in facts)
    told = f"{len(facts)} facts of {documents} documents, {right} right; mean distance {gap(facts):.2f}."
    parts = [told, _bins("confidence", by_confidence(facts)), _bins("what it rests on", by_ground(facts))]
    return "\n\n".join([*parts, _kept(steps)])


def _bins(head: str, bins: list[Bin]) -> str:
    rows = [f"| {b.name} | {b.facts} | {b.confidence:.2f} | {b.right:.2f} |" for b in bins]
    return "\n".join([f"| {head} | facts | mean confidence | share right |", "|---|---|---|---|", *rows])


def _kept(steps: list[Level]) -> str:
    rows, measured = [], Calibration(0.5, {}, tuple(steps))
    for wanted in (0.8, 0.85, 0.9, 0.95):
        found = measured.reaching(wanted)
        cells = ("none", 0, "–") if found is None else (found.confidence, found.facts, _between(found))
        rows.append(f"| {wanted} | {' | '.join(map(str, cells))} |")
    return "\n".join(
        ["| `--precision` | from confidence | facts kept | share right (90 % interval) |", "|---|---|---|---|", *rows]
    )


def _between(level: Level) -> str:
    """Return the share of right ones with its 90 % interval (Wilson)."""
    z2, n, share = 1.645**2, level.facts, level.precision
    middle = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = (z2 * (share * (1 - share) / n + z2 / (4 * n * n))) ** 0.5 / (1 + z2 / n)
    return f"{share:.2f} ({middle - half:.2f}–{middle + half:.2f})"


def curve(bins: list[Bin]) -> str:
    """Return the reliability curve: share right over mean confidence, each point as large as its number of facts."""
    (x0, y0), (x1, y1) = _at(0, 0), _at(1, 1)
    places = [(one, *_at(one.confidence, one.right)) for one in bins]
    points = "".join(
        f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{3 + one.facts**0.5 / 2:.1f}"><title>{one.facts} facts</title></circle>'
        for one, x, y in places
    )
    line = " ".join(f"{x:.0f},{y:.0f}" for _, x, y in places)
    ticks = "".join(
        f'<text x="{_at(t / 5, 0)[0]:.0f}" y="{y0 + 16:.0f}" text-anchor="middle">{t / 5}</text>'
        f'<text x="{x0 - 6:.0f}" y="{_at(0, t / 5)[1] + 4:.0f}" text-anchor="end">{t / 5}</text>'
        for t in range(6)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIZE} {SIZE}" width="{SIZE}" font-size="11"'
        ' font-family="sans-serif"><title>Share of right facts over confidence</title>'
        f'<rect width="{SIZE}" height="{SIZE}" fill="#fff"/>'
        f'<path d="M{x0:.0f} {y0:.0f}L{x1:.0f} {y1:.0f}" stroke="#aaa" stroke-dasharray="4"/>'
        f'<path d="M{x0:.0f} {y1:.0f}V{y0:.0f}H{x1:.0f}" fill="none" stroke="#444"/>{ticks}'
        f'<polyline points="{line}" fill="none" stroke="#06c"/><g fill="#06c">{points}</g>'
        f'<text x="{SIZE / 2:.0f}" y="{SIZE - 8}" text-anchor="middle">confidence</text>'
        f'<text x="{x0:.0f}" y="{y1 - 8:.0f}" text-anchor="middle">right</text></svg>\n'
    )


def _at(x: float, y: float) -> tuple[float, float]:
    """Return where a point of the unit square lies in the picture."""
    return 40 + x * (SIZE - 60), SIZE - 40 - y * (SIZE - 60)


def main() -> None:
    """Write the table, the page and the curve."""
    facts = judged_facts(load(GOLD), least=0)
    honest = held_out(facts)
    steps = levels(honest)
    TABLE.write_text(table(learnt(facts), steps), encoding="utf-8")
    CURVE.write_text(curve(by_confidence(honest)), encoding="utf-8")
    text, times = re.subn(
        r"(?s)(<!-- reliability -->\n).*?(\n<!-- end -->)",
        lambda found: found[1] + page(honest, steps) + found[2],
        PAGE.read_text(encoding="utf-8"),
    )
    if times != 1:
        sys.exit(f"{PAGE} has no <!-- reliability --> … <!-- end -->")
    PAGE.write_text(text, encoding="utf-8")
    seen = list(map(fitted(facts), facts))
    print(page(honest, steps))
    print(f"\nthe same facts with the table that they taught: mean distance {gap(seen):.2f}")


if __name__ == "__main__":
    main()
