"""Short French articles made by a seed, as files, and `kg` as users run it on them."""

import random
import subprocess
import sys
from pathlib import Path

FIRST = "Anne Claire Julien Marc Nadia Paul Sophie Thomas Hélène Karim".split()
LAST = "Aubert Besson Carlier Delmas Ferrand Girard Hamel Jourdan Lambert Morvan".split()
PLACES = "Lyon Marseille Nantes Lille Toulouse Strasbourg".split()
LINES = (
    "{a} a rencontré {b} mardi à {p}.",
    "{a} a accusé {b} de corruption.",
    "« Nous avons gagné », a déclaré {a}.",
    "{a} soutient {b}.",
    "{a}, maire de {p}, a été arrêté lundi.",
    "Novatel a racheté Orbis pour 3 millions d'euros, a annoncé {b}.",
)


def write(folder: Path, count: int, *, seed: int = 1) -> Path:
    """Write as many articles into the folder and return it."""
    folder.mkdir()
    draw = random.Random(seed)
    people = [f"{first} {last}" for first in FIRST for last in LAST]
    for number in range(count):
        lines = []
        for line in draw.sample(LINES, 4):
            a, b = draw.sample(people, 2)
            lines.append(line.format(a=a, b=b, p=draw.choice(PLACES)))
        text = f"Article {number}\n\n30 juillet 2024\n\n{' '.join(lines)}\n"
        (folder / f"{seed}-{number:03}.txt").write_text(text, encoding="utf-8")
    return folder


def command(store: Path, *arguments: str | Path) -> list[str]:
    """Return the command line of `kg` on a store."""
    return [sys.executable, "-m", "kg", "--store", str(store), *map(str, arguments)]


def kg(store: Path, *arguments: str | Path) -> subprocess.CompletedProcess[bytes]:
    """Run `kg` to its end."""
    return subprocess.run(command(store, *arguments), capture_output=True, check=False, timeout=240)


def exported(store: Path) -> bytes:
    """Return the whole graph as N-Quads."""
    done = kg(store, "export", "--format", "nquads")
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
