"""Counts what is right, wrong and missing in a document, part by part."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.evaluate.gold import Gold, Item
from kg.evaluate.match import Matcher, overlap, same_time
from kg.model import Extraction, Fact, Mention, Span


@dataclass(slots=True)
class Tally:
    """Count; for an accuracy `wrong` stays 0 and `missing` holds all that is not right."""

    right: int = 0
    wrong: int = 0
    missing: int = 0

    @property
    def precision(self) -> float:
        """Return the share of what was found that is right (0..1)."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 0.0

    @property
    def recall(self) -> float:
        """Return the share of what is annotated that was found (0..1)."""
        return self.right / (self.right + self.missing) if self.right + self.missing else 0.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of precision and recall (0..1)."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(slots=True)
class Score:
    """Hold the tallies by part (`facts`, `facts:acquired`, `entities:Person`, `time` …) and the errors in words."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    errors: list[str] = field(default_factory=list)

    def add(self, other: "Score") -> None:
        """Add the counts and errors of another document."""
        for name, tally in other.tallies.items():
            mine = self.tallies[name]
            mine.right += tally.right
            mine.wrong += tally.wrong
            mine.missing += tally.missing
        self.errors += other.errors

    def count(self, outcome: str, *parts: str) -> None:
        """Count one more right, wrong or missing thing in each part."""
        for part in parts:
            tally = self.tallies[part]
            setattr(tally, outcome, getattr(tally, outcome) + 1)


def score(gold: Gold, extraction: Extraction) -> Score:
    """Compare what was extracted from a document with its annotation."""
    made = Score()
    matcher = Matcher(gold, extraction)
    _entities(made, matcher, extraction)
    _facts(made, matcher, extraction)
    _quotes(made, matcher, extraction)
    _coreference(made, matcher, extraction)
    return made


def _entities(made: Score, matcher: Matcher, extraction: Extraction) -> None:
    found: set[str] = set()
    for entity in extraction.entities:
        known = matcher.typed(entity)
        if known is not None:
            found.add(known)
        elif not _optional(matcher, matcher.ids[entity.id]):
            made.count("wrong", "entities", f"entities:{entity.type.value}")
            made.errors.append(f"wrong entity {entity.type.value} {entity.name}")
    for item in matcher.gold.entities:
        if item.get("optional"):
            continue
        outcome = "right" if item["id"] in found else "missing"
        made.count(outcome, "entities", f"entities:{item['type']}")
        if outcome == "missing":
            made.errors.append(f"missing entity {item['type']} {item['canonical']}")


def _optional(matcher: Matcher, ids: frozenset[str]) -> bool:
    return any(matcher.gold.by_id[i].get("optional") for i in ids)


def _facts(made: Score, matcher: Matcher, extraction: Extraction) -> None:
    text = extraction.document.text
    pairs, free = _paired(matcher, extraction)
    for wanted, fact in pairs:
        parts = ("facts", f"facts:{wanted['relation']}")
        if fact is None:
            if not wanted.get("optional"):
                made.count("missing", *parts)
                made.errors.append(f"missing {_told(wanted)} << {wanted['why']}")
        elif not wanted.get("optional"):
            made.count("right", *parts)
            _qualities(made, matcher, wanted, fact)
    for fact in free:
        if any(matcher.fact(wanted, fact) for wanted in matcher.gold.facts):
            continue  # told twice: neither right nor wrong
        made.count("wrong", "facts", f"facts:{fact.relation}")
        made.errors.append(f"wrong {_said(fact)} << {fact.evidence.of(text)[:160]}".replace("\n", " "))


def _paired(matcher: Matcher, extraction: Extraction) -> tuple[list[tuple[Item, Fact | None]], list[Fact]]:
    """Pair each annotated fact with one that says it, the one whose evidence it shares first."""
    free = list(extraction.facts)
    pairs: list[tuple[Item, Fact | None]] = []
    for wanted in sorted(matcher.gold.facts, key=lambda item: bool(item.get("optional"))):
        fitting = [fact for fact in free if matcher.fact(wanted, fact)]
        place = _place(wanted)
        best = max(fitting, key=lambda fact: _shared(fact.evidence, place), default=None)
        if best is not None:
            free.remove(best)
        pairs.append((wanted, best))
    return pairs, free


def _place(item: Item) -> Span | None:
    start, end = item.get("start"), item.get("end")
    return Span(start, end) if isinstance(start, int) and isinstance(end, int) else None


def _shared(left: Span, right: Span | None) -> int:
    return 0 if right is None else max(0, min(left.end, right.end) - max(left.start, right.start))


def _qualities(made: Score, matcher: Matcher, wanted: Item, fact: Fact) -> None:
    time, speaker = wanted.get("time"), wanted.get("attributed_to")
    told = _told(wanted)
    checks = [("modality", wanted.get("modality", "asserted") == fact.modality.value, fact.modality.value)]
    if isinstance(time, str):
        checks.append(("time", same_time(time, fact.time), str(fact.time)))
    elif fact.time is not None:
        made.count("wrong", "time added")
    if isinstance(speaker, str):
        checks.append(("attribution", matcher.is_entity(speaker, fact.attributed_to), str(fact.attributed_to)))
    for name, right, value in checks:
        made.count("right" if right else "missing", name)
        if not right:
            made.errors.append(f"{name} {value} of {told} {wanted.get(name, '')}")


def _quotes(made: Score, matcher: Matcher, extraction: Extraction) -> None:
    text = extraction.document.text
    told = [fact for fact in extraction.facts if fact.quote is not None]
    for item in matcher.gold.quotes:
        place, speaker = _place(item), item.get("speaker")
        if place is None or not isinstance(speaker, str):
            continue
        said = [fact for fact in told if overlap(place.of(text), str(fact.quote)) > 0.6]
        right = any(matcher.is_entity(speaker, fact.subject) for fact in said)
        made.count("right" if right else "missing", "quotes")
        if not right:
            made.errors.append(f"quote of {speaker}: {[f.subject and f.subject.name for f in said]} << {item['text']}")


def _coreference(made: Score, matcher: Matcher, extraction: Extraction) -> None:
    for item in matcher.gold.coreference:
        place = _place(item)
        if place is None or matcher.gold.by_id[str(item["entity"])].get("unnamed"):
            continue  # whoever has no name in the text is no entity to resolve to
        near = [mention for mention in extraction.mentions if mention.span.overlaps(place)]
        right = any(str(item["entity"]) in matcher.ids.get(mention.entity, ()) for mention in _same(near, place))
        made.count("right" if right else "missing", "coreference")
        if not right:
            found = sorted({mention.text for mention in near})
            made.errors.append(f"coreference {item['text']!r} of {item['entity']}: {found} << {item['context']}")


def _same(mentions: list[Mention], place: Span) -> Iterator[Mention]:
    """Yield the mentions that begin or end where the annotated one does."""
    for mention in mentions:
        if mention.span.start == place.start or mention.span.end == place.end:
            yield mention


def _told(item: Item) -> str:
    return f"{item['relation']}({item.get('subject')}, {item.get('object')})"


def _said(fact: Fact) -> str:
    ends = ("-" if end is None else end.name for end in (fact.subject, fact.object))
    return f"{fact.relation}({', '.join(ends)})"
