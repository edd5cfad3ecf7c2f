"""Compare extraction with relations read in single sentences: `python tests/quality/sentences.py [--list] [RELATION…]`.

`sentences-fr.tsv` holds no text: a line for each of 2,658 sentences of WiNER-fr (2016 to June 2017) that were read for
the relations between their mentions: article, `start-end` in code points, then `start-end relation start-end; …`, from
the sentence's start on. One reader, no second look; what is told beyond them is not always wrong. `--list` shows lines.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from corpus import corpus_text, shared_data

from kg.extract.frames.load import load_frames
from kg.extraction import extract
from kg.model import Document, Extraction, Fact, Span

TABLE = Path(__file__).with_name("sentences-fr.tsv")
Told = tuple[Span, str, Span]


@dataclass
class Counts:
    """Count by relation what is found, missed, and told though the reader did not write it down."""

    found: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    beyond: Counter[str] = field(default_factory=Counter)
    lines: list[str] = field(default_factory=list)


def sentences() -> dict[str, dict[Span, list[Told]]]:
    """Return by article and sentence the relations that were read there."""
    read: dict[str, dict[Span, list[Told]]] = {}
    for line in TABLE.read_text(encoding="utf-8").splitlines():
        article, place, *told = line.split("\t")
        span = _span(place)
        items = [item.split() for item in told[0].split("; ")] if told else []
        read.setdefault(article, {})[span] = [(_span(a, span.start), r, _span(b, span.start)) for a, r, b in items]
    return read


def _span(text: str, offset: int = 0) -> Span:
    start, end = map(int, text.split("-"))
    return Span(start + offset, end + offset)


def compare(made: Extraction, sentence: Span, told: list[Told], counts: Counts) -> None:
    """Count a sentence."""
    wanted = [(_entities(made, a), relation, _entities(made, b)) for a, relation, b in told]
    facts = [fact for fact in made.facts if fact.subject and fact.subject.id]
    text = made.document.text
    words = " ".join(sentence.of(text).split())
    for (a, relation, b), want in zip(told, wanted, strict=True):
        right = any(_same(fact, want) for fact in facts)
        (counts.found if right else counts.missed)[relation] += 1
        if not right:
            counts.lines.append(f"missed {relation}: {a.of(text)} | {b.of(text)} << {words}")
    for fact in facts:
        if fact.object is None or fact.object.id is None:
            continue
        here = fact.sentence.overlaps(sentence) and _ends(fact) <= _entities(made, sentence)
        if here and not any(_same(fact, want) for want in wanted):
            counts.beyond[fact.relation] += 1
            ends = f"{fact.subject and fact.subject.name} | {fact.object and fact.object.name}"
            counts.lines.append(f"beyond {fact.relation}: {ends} << {words}")


def _entities(made: Extraction, span: Span) -> frozenset[str]:
    return frozenset(mention.entity for mention in made.mentions if mention.span.overlaps(span))


def _ends(fact: Fact) -> frozenset[str | None]:
    return frozenset(end.id for end in (fact.subject, fact.object) if end is not None)


def _same(fact: Fact, want: tuple[frozenset[str], str, frozenset[str]]) -> bool:
    subjects, relation, objects = want
    other = fact.object or fact.place  # « mort à Lyon »: dying has no object, a place in its stead
    ends = (fact.subject and fact.subject.id, other and other.id)
    turned = load_frames("fr").frames[relation].symmetric
    return fact.relation == relation and (
        (ends[0] in subjects and ends[1] in objects) or (turned and ends[1] in subjects and ends[0] in objects)
    )


def report(counts: Counts) -> Iterator[str]:
    """Yield the lines of the table, what is missed most first."""
    found, missed, beyond = (sum(c.values()) for c in (counts.found, counts.missed, counts.beyond))
    yield f"found {found}, missed {missed}, told beyond {beyond}: recall {found / (found + missed):.3f}"
    for relation in sorted({*counts.found, *counts.missed, *counts.beyond}, key=lambda r: -counts.missed[r]):
        numbers = (counts.found[relation], counts.missed[relation], counts.beyond[relation])
        yield f"{relation:18} found {numbers[0]:4} missed {numbers[1]:4} beyond {numbers[2]:4}"


def main(arguments: list[str]) -> None:
    """Print what is found and missed; with --list also each line, of the relations named."""
    counts = Counts()
    for article, read in sorted(sentences().items()):
        made = extract(Document.create(corpus_text(shared_data() / article), "fr", article, published="2017-01-01"))
        for sentence, told in read.items():
            compare(made, sentence, told, counts)
    print("\n".join(report(counts)))
    names = [name for name in arguments if name != "--list"]
    if "--list" in arguments:
        print("\n".join(line for line in counts.lines if not names or line.split()[1].rstrip(":") in names))


if __name__ == "__main__":
    main(sys.argv[1:])
