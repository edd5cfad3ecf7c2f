"""Says why annotated facts are not found: a table of reasons, and with --list each fact with the reason and its words.

    python tests/quality/misses.py [--list] [--relation R] [--tree] GOLD…

The reasons, the first that holds: a participant is no entity that was found (`entity`); the relation was found there
between others (`participants`), between the same under another name (`relation`); its words were seen and left out
(`left out: why`); a trigger of another relation only, or none (`no trigger`). --tree draws the sentence as parsed.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from kg.annotate import annotate
from kg.cli.evaluate import _document
from kg.evaluate import load, text_path
from kg.evaluate.facts import paired
from kg.evaluate.gold import End, Gold, GoldFact
from kg.evaluate.match import Matcher
from kg.extract import extract
from kg.model import Extraction, Fact, Span
from kg.model.annotation import Annotation


def reason(matcher: Matcher, wanted: GoldFact) -> str:
    """Return why a fact of the annotation was not found."""
    place = matcher.place(wanted)
    if place is None:
        return "evidence"
    near = [fact for fact in matcher.extraction.facts if fact.sentence.overlaps(place)]
    if not all(_there(matcher, ends[0]) for ends in (wanted.subjects, wanted.objects)):
        return "entity"
    if any(fact.relation == wanted.relation for fact in near):
        return "participants"
    return _other(matcher, wanted, near) or _left_out(matcher, wanted, place) or "no trigger"


def _other(matcher: Matcher, wanted: GoldFact, near: list[Fact]) -> str | None:
    """Return under which other name the fact was found."""
    ends = {end for end in (*wanted.subjects, *wanted.objects) if isinstance(end, str)}
    for fact in near:
        told = {c.id for p in (fact.subject, fact.object) if p for c in matcher.candidates(p.id)}
        if ends and ends <= told:
            return f"relation {fact.relation}"
    return None


def _left_out(matcher: Matcher, wanted: GoldFact, place: Span) -> str | None:
    """Return why words that speak of the relation gave no fact."""
    for item in matcher.extraction.discarded:
        if item.span is not None and item.span.overlaps(place) and item.item.startswith(wanted.relation + ":"):
            return f"left out: {item.reason}"
    return None


def _there(matcher: Matcher, end: End) -> bool:
    if not isinstance(end, str) or matcher.gold.by_id[end].unnamed:
        return True
    return any(matcher.gold.by_id[end] in matcher.candidates(entity.id) for entity in matcher.extraction.entities)


def misses(gold: Gold) -> Iterator[tuple[GoldFact, str, Matcher, Annotation]]:
    """Yield the facts of an annotation that were not found, with the reason."""
    annotation, discarded = annotate(_document(gold, text_path(gold, None)))
    extraction: Extraction = extract(annotation, discarded)
    matcher = Matcher(gold, extraction)
    for wanted, fact in paired(matcher)[0]:
        if fact is None:
            yield wanted, reason(matcher, wanted), matcher, annotation


def tree(annotation: Annotation, place: Span) -> Iterator[str]:
    """Yield the trees of the sentences at a place, a line a word."""
    for sentence in annotation.sentences:
        if sentence.span.overlaps(place):
            for token in sentence.tokens:
                head = sentence.head(token)
                above = head.text if head else "-"
                yield f"      {token.index:3} {token.text:24} {token.pos:6} {token.dep:12} <- {above}"


def main() -> None:
    """Print the reasons."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("gold", nargs="+", type=Path)
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--tree", action="store_true")
    parser.add_argument("--relation")
    options = parser.parse_args()
    counted: Counter[str] = Counter()
    for gold in load(options.gold):
        for wanted, why, matcher, annotation in misses(gold):
            if options.relation and wanted.relation not in options.relation.split(","):
                continue
            counted[why] += 1
            if options.list or options.tree:
                print(f"{gold.path.stem}: [{why}] {wanted} << {wanted.why}")
            place = matcher.place(wanted)
            if options.tree and place is not None:
                print("\n".join(tree(annotation, place)))
    for why, count in counted.most_common():
        print(f"{count:5} {why}", file=sys.stderr)


if __name__ == "__main__":
    main()
