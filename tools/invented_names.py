"""Makes copies of annotated paragraphs with invented names, so that a name model learns from what is around them.

« Novatel », « Arvène » and « Portéo » are in no list and have no word vector: only their sentence tells what they are.
"""

import random
import re
from collections import defaultdict

Item = tuple[str, list[tuple[int, int, str]]]
WORD = re.compile(r"[A-ZÀ-ÖØ-ÞŒ][a-zà-öø-ÿœ]{2,}")
VOWELS = frozenset("AEIOUYÀÂÉÈÊËÎÏÔÖÙÛÜH")
ELIDED = re.compile(r"\b(?:[dlDL]|[Qq]u)['’] ?$")
FULL = re.compile(r"\b(?:[Dd]e|[Ll]e|[Ll]a|[Dd]u|[Aa]u|que) $")
SHARE = {"PER": 0.5, "ORG": 0.5, "LOC": 0.35, "PROD": 0.4, "EVENT": 0.2}


class Inventor:
    """Hold the letters that follow one another in names of each label, and make new words of them."""

    def __init__(self, items: list[Item], general: set[str], chance: random.Random) -> None:
        """Count triples of letters; `general` are words that keep their place (« Banque », « Festival »)."""
        self.chance = chance
        self.general = general
        self.next: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        for text, spans in items:
            for start, end, label in spans:
                for word in WORD.findall(text[start:end]):
                    self._learn(label, f"^^{word}$")

    def _learn(self, label: str, letters: str) -> None:
        for at in range(len(letters) - 2):
            for kind in (label, "any"):
                self.next[kind][letters[at : at + 2]].append(letters[at + 2])

    def word(self, label: str, before: str) -> str:
        """Return an invented word that can stand after what is before it (« d'Arvène », « de Portéo »)."""
        kind = label if self.chance.random() < 0.6 else "any"
        for _ in range(40):
            made = "^^"
            while not made.endswith("$") and len(made) < 14:
                made += self.chance.choice(self.next[kind].get(made[-2:], ["$"]))
            word = made.strip("^$")
            fits = not (ELIDED.search(before) and word[:1] not in VOWELS)
            fits = fits and not (FULL.search(before) and word[:1] in VOWELS)
            if fits and 4 <= len(word) <= 11:
                return word
        return "Novatel"

    def name(self, name: str, label: str, before: str, known: dict[str, str]) -> str:
        """Return the name with invented words in place of its own, the same ones for the same word."""
        made, at = [], 0
        first = label == "PER" and " " in name and self.chance.random() < 0.7
        for found in WORD.finditer(name):
            made.append(name[at : found.start()])
            word, at = found.group(), found.end()
            keep = (first and found.start() == 0) or word.lower() in self.general
            if not keep and word not in known:
                known[word] = self.word(label, before + name[: found.start()])
            made.append(word if keep else known[word])
        return "".join(made) + name[at:]

    def copy(self, item: Item) -> Item | None:
        """Return a copy of the paragraph with some of the names invented; None where nothing was."""
        text, spans = item
        known: dict[str, str] = {}
        chosen: dict[tuple[str, str], bool] = {}
        parts: list[str] = []
        moved: list[tuple[int, int, str]] = []
        at = length = 0
        for start, end, label in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start < at:
                continue
            name = text[start:end]
            take = chosen.setdefault((name, label), self.chance.random() < SHARE.get(label, 0.0))
            new = self.name(name, label, text[max(0, start - 8) : start], known) if take else name
            parts += [text[at:start], new]
            length += start - at
            moved.append((length, length + len(new), label))
            length += len(new)
            at = end
        return ("".join([*parts, text[at:]]), moved) if known else None
