"""Broken inputs by the thousand, from a seed: what files and queries look like after an accident."""

import os
import random
from collections.abc import Iterator, Sequence

SOAK = bool(os.environ.get("KG_SOAK"))
_MARKS = ("«", "»", "“", '"', "—", "(", "\n\n", "\t", "100 %", "M.", "@", "#", "🦉", "\u202e")
_SIGNS = "{}()<>?$\"'`\\#:;.,|^*+/!=&@[]_-%~\0\n\u202e🦉é0"
_SPLICES = (b"\0", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\xf0\x9f\xa6\x89", b"\r", "«\u202e".encode())


def many(short: int, long: int) -> int:
    """Return how often to try: briefly in CI, long by `make soak`."""
    return long if SOAK else short


def mutated(content: bytes, draw: random.Random) -> bytes:
    """Break a file in one to four places."""
    for _ in range(draw.randint(1, 4)):
        start = draw.randrange(len(content) + 1)
        end = min(start + draw.choice((1, 3, 20, 400)), len(content))
        part = content[start:end]
        change = draw.choice(
            (
                b"",
                part * draw.choice((2, 50)),
                bytes(draw.randrange(256) for _ in part),
                draw.choice(_SPLICES) * draw.choice((1, 1, 200)),
                part[::-1],
                part.upper(),
            )
        )
        content = content[:start] + change + content[end:]
    return content if draw.random() < 0.9 else content[: draw.randrange(len(content) + 1)]


def encoded(text: str, draw: random.Random) -> bytes:
    """Write a text in an encoding that old programs use."""
    return text.encode(draw.choice(("utf-8", "utf-8", "cp1252", "utf-16", "utf-32", "latin-1")), errors="replace")


def changed(text: str, count: int, seed: int) -> Iterator[str]:
    """Yield a text with words taken out, doubled, moved, broken, and with marks that grammars stumble over."""
    draw = random.Random(seed)
    for _ in range(count):
        words = text.split(" ")
        for _ in range(draw.randint(1, 8)):
            place = draw.randrange(len(words))
            words[place : place + draw.randint(0, 4)] = draw.choice(
                (
                    [],
                    [words[place]] * draw.choice((2, 30)),
                    [draw.choice(_MARKS)],
                    [words[draw.randrange(len(words))].upper()],
                    [words[place][: draw.randint(0, 3)]],
                    [words[place] + draw.choice((",", ".", "...", ";", "\u200b", "\u0301", "’", "\n"))],
                    [f"{draw.randrange(10**9)}", draw.choice(("euros", "janvier", "32 mars 20255", "%", "ans"))],
                )
            )
            words = words or [""]
        yield " ".join(words)


def misspelt(queries: Sequence[str], words: Sequence[str], count: int, seed: int) -> Iterator[str]:
    """Yield queries with parts taken out, doubled, nested, moved and put in: signs, words, parts of other queries."""
    draw = random.Random(seed)
    for _ in range(count):
        text = draw.choice(queries)
        for _ in range(draw.randint(1, 4)):
            start = draw.randrange(len(text) + 1)
            end = start + draw.choice((0, 1, 1, 5, 30))
            new = (
                "",
                draw.choice(_SIGNS),
                draw.choice(_SIGNS) * draw.choice((2, 40, 3000)),
                draw.choice(words),
                text[start:end] * 2,
                draw.choice(queries)[draw.randrange(40) :],
            )
            text = text[:start] + draw.choice(new) + text[end:]
        yield text
