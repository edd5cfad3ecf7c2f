"""Draw trees of WiNER-fr by a slower, better parser, for the fast one to learn from (needs torch, which kg does not).

    python tools/draw_trees.py --treebanks FOLDER --learn teacher.pt
    python tools/draw_trees.py --weights teacher.pt --out drawn.jsonl

What it reads is what kg gives its parser: paragraphs of WiNER-fr of 2016 and of January to June 2017, names masked, in
the sentences that kg cuts them to. Treebanks have no headlines (« France : le ministre démissionne »), and their
sentences come one by one: of these trees the fast parser learns where those of news end. `biaffine.py` is the parser.
"""

import argparse
import json
import random
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
import torch
from torch import nn

from biaffine import Biaffine, Words, drawn, loss, rows_of
from train_parser import LEARNT, NEUTRAL
from treebanks import LONGEST, Tree, masked, read

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "quality"))
import corpus

import kg.annotate as kg_annotate
from kg.model import Document

LEAST = 10  # times that a label stands in the treebanks


def trees_of(folder: Path, names: tuple[str, ...], rng: random.Random) -> list[Tree]:
    """Return the trees of treebanks, as they are and with their names masked."""
    plain = [tree for name in names for tree in _read(folder, name)]
    return [*plain, *(masked(tree, rng) for tree in plain)]


def _read(folder: Path, name: str) -> list[Tree]:
    trees = list(read(folder / f"{name}.conllu"))
    return trees[::2] if "fqb" in name else trees  # questions


def learn(folder: Path, out: Path, epochs: int, seed: int) -> None:
    """Train the parser and save weights and labels."""
    random.seed(seed)
    torch.manual_seed(seed)
    trees = trees_of(folder, LEARNT, random.Random(seed))  # noqa: S311  # no secret
    counts = {label: sum(tree.labels.count(label) for tree in trees) for label in {x for t in trees for x in t.labels}}
    labels = sorted(label for label, count in counts.items() if count >= LEAST)
    words = Words()
    model = Biaffine(words.table, len(labels))
    optimizer = torch.optim.Adam(model.parameters(), betas=(0.9, 0.95))
    total = epochs * (sum(len(tree.words) for tree in trees) // 1200 + 40)
    rate = torch.optim.lr_scheduler.OneCycleLR(optimizer, 3e-3, total_steps=total, pct_start=0.1)
    for epoch in range(epochs):
        model.train()
        for row in rows_of(trees, 1200):
            optimizer.zero_grad()
            loss(model, words, row, labels).backward()
            nn.utils.clip_grad_norm_(model.parameters(), 5.0)
            optimizer.step()
            rate.step()
        print(epoch, {NEUTRAL: right(model, words, folder / f"{NEUTRAL}.conllu", labels)}, flush=True)
        torch.save({"labels": labels, "weights": model.state_dict()}, out)


def right(model: Biaffine, words: Words, path: Path, labels: list[str]) -> float:
    """Return the share of heads that are right, names masked, punctuation left out."""
    rng = random.Random(0)  # noqa: S311  # no secret
    good = total = 0
    for row in rows_of([masked(tree, rng) for tree in read(path)], 1500):
        for tree, (heads, _) in zip(row, drawn(model, words, [tree.words for tree in row], labels), strict=True):
            counted = [place for place, label in enumerate(tree.labels) if label != "punct"]
            good += sum(heads[place] == tree.heads[place] for place in counted)
            total += len(counted)
    return round(good / total, 4)


def units() -> Iterator[list[tuple[list[str], list[bool]]]]:
    """Yield what kg gives its parser of each paragraph and quotation of WiNER-fr, cut to sentences (words, blanks)."""
    seen: list[list[tuple[list[str], list[bool]]]] = []
    parse = kg_annotate.parse

    def watched(models: object, texts: list[str]) -> list[spacy.tokens.Doc]:
        docs = parse(models, texts)  # type: ignore[arg-type]
        seen.extend([([t.text for t in s], [bool(t.whitespace_) for t in s]) for s in doc.sents] for doc in docs)
        return docs

    kg_annotate.parse = watched  # type: ignore[assignment]
    for path in corpus.winer_files(2016, range(1, 13)) + corpus.winer_files(2017, range(1, 7)):
        kg_annotate.annotate(
            Document.create(corpus.corpus_text(path), "fr", str(path), published=corpus.published(path))
        )
        yield from seen
        seen.clear()


def draw(weights: Path, out: Path) -> None:
    """Write the units with their trees, one a line: words, blanks, heads, labels of each sentence."""
    kept = torch.load(weights)
    words = Words()
    model = Biaffine(words.table, len(kept["labels"]))
    model.load_state_dict(kept["weights"])
    with out.open("w", encoding="utf-8") as lines:
        for unit in units():
            if not unit or any(len(tokens) > LONGEST or any(map(str.isspace, tokens)) for tokens, _ in unit):
                continue
            trees = drawn(model, words, [tokens for tokens, _ in unit], kept["labels"])
            told = [[*sentence, *tree] for sentence, tree in zip(unit, trees, strict=True)]
            lines.write(json.dumps(told, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path)
    parser.add_argument("--learn", type=Path)
    parser.add_argument("--weights", type=Path)
    parser.add_argument("--out", type=Path)
    parser.add_argument("--epochs", type=int, default=16)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    if given.learn:
        learn(given.treebanks, given.learn, given.epochs, given.seed)
    else:
        draw(given.weights, given.out)
