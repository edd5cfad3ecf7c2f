"""Re-reads the evidence of facts: spans slice the text, participants are mentions or tied to one."""

from collections.abc import Iterator
from dataclasses import dataclass

from kg.model import Document, Entity, Extraction, Fact, Mention, MentionKind, Participant, Span
from kg.model.ids import document_id
from kg.model.naming import fold


@dataclass(frozen=True, slots=True)
class Finding:
    """Hold what does not hold of a fact: `check` names the rule, `detail` says where."""

    fact: str
    check: str
    detail: str


def verify(extraction: Extraction) -> tuple[Finding, ...]:
    """Return what does not hold of a document's mentions and facts; nothing where all evidence stands."""
    return tuple(_findings(extraction))


def _findings(extraction: Extraction) -> Iterator[Finding]:
    text = extraction.document.text
    entities = {entity.id: entity for entity in extraction.entities}
    yield from _document(extraction.document)
    for mention in extraction.mentions:
        if mention.span.of(text) != mention.text or not mention.text:
            yield Finding("", "mention slices the text", f"{mention.text!r} at {mention.span.start}")
        if mention.entity not in entities:
            yield Finding("", "mention has an entity of the document", f"{mention.text!r} at {mention.span.start}")
    chains = _chains(extraction.mentions)
    for fact in extraction.facts:
        checks = (*_spans(fact, text), *_quote(fact, text), *_words(fact, text), *_people(fact, chains, entities))
        for check, detail in checks:
            yield Finding(fact.id, check, detail)
        if fact.document != extraction.document.id:
            yield Finding(fact.id, "fact is of this document", fact.document)


def _document(document: Document) -> Iterator[Finding]:
    """Compute the id again: another one means that the text, the date or the title was changed afterwards."""
    made = document_id(document.text, document.published, document.title)
    if made != document.id:
        yield Finding("", "document has the id of its text", f"{document.id}, should be {made}")


def _spans(fact: Fact, text: str) -> Iterator[tuple[str, str]]:
    for name, span in (("evidence", fact.evidence), ("sentence", fact.sentence), ("trigger", fact.trigger)):
        if not 0 <= span.start < span.end <= len(text):
            yield f"{name} slices the text", f"{span.start} to {span.end} of {len(text)}"
        elif not span.of(text).strip():
            yield f"{name} has words", f"only blanks at {span.start}"
    if not fact.evidence.contains(fact.trigger):
        yield "evidence holds the trigger", f"{fact.trigger.of(text)!r} lies outside of {fact.evidence.of(text)!r}"
    if not fact.evidence.overlaps(fact.sentence):
        yield "evidence lies in its sentence", f"{fact.evidence.start} is not in {fact.sentence.start}"


def _quote(fact: Fact, text: str) -> Iterator[tuple[str, str]]:
    """Check that the text holds the words said, in one piece or in two halves of the evidence around who says them."""
    words = fact.quote.split() if fact.quote is not None else []
    whole = " ".join(words)
    if not words or whole in " ".join(text.split()):
        return
    evidence = " ".join(fact.evidence.of(text).split())
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    if not any(_in_turn(evidence, first, second) for first, second in halves):
        yield "the text holds the quotation", whole[:60]


def _in_turn(evidence: str, first: str, second: str) -> bool:
    at = evidence.find(first)
    return at >= 0 and evidence.find(second, at + len(first)) >= 0


def _words(fact: Fact, text: str) -> Iterator[tuple[str, str]]:
    """Check that a participant's span lies in the text, and that words that stand for themselves are its words."""
    for role, participant in participants(fact):
        span = participant.span or Span(0, len(text))
        if not 0 <= span.start < span.end <= len(text):
            yield "participant slices the text", f"{role}: {span.start} to {span.end} of {len(text)}"
        elif participant.id is None and " ".join(participant.name.split()) not in " ".join(span.of(text).split()):
            yield "the text holds the words", f"{role}: {participant.name}"


def _people(
    fact: Fact, chains: dict[str, list[tuple[Mention, bool]]], entities: dict[str, Entity]
) -> Iterator[tuple[str, str]]:
    for role, participant in participants(fact):
        if participant.id is None:
            continue
        if participant.id not in entities:
            yield "participant is an entity of the document", f"{role}: {participant.name}"
            continue
        entity = entities[participant.id]
        names = {fold(name) for name in (entity.name, *entity.aliases)}
        if participant.type is not entity.type or fold(participant.name) not in names:
            yield "participant is called as its entity", f"{role}: {participant.name}, not {entity.name}"
        if not _tied(fact, participant, chains.get(participant.id, [])):
            yield "participant is a mention or tied to one", f"{role}: {participant.name}"


def participants(fact: Fact) -> Iterator[tuple[str, Participant]]:
    """Yield every participant of a fact with its role."""
    fixed = (
        ("subject", fact.subject),
        ("object", fact.object),
        ("place", fact.place),
        ("attributed_to", fact.attributed_to),
    )
    for role, value in (*fixed, *fact.roles):
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Participant):
                yield role, item


def _tied(fact: Fact, participant: Participant, mentions: list[tuple[Mention, bool]]) -> bool:
    """Tell whether the participant's words are a mention that leads to a name, or a step says how it is implied."""
    if participant.span is None:
        return any(participant.name in step for step in fact.steps)
    span: Span = participant.span
    return any(mention.span.overlaps(span) and named for mention, named in mentions)


def _chains(mentions: tuple[Mention, ...]) -> dict[str, list[tuple[Mention, bool]]]:
    """Return the mentions of each entity, each with whether it is or leads to a name of that entity."""
    by_entity: dict[str, list[Mention]] = {}
    for mention in mentions:
        by_entity.setdefault(mention.entity, []).append(mention)
    return {entity: [(m, _named(m, mentions)) for m in own] for entity, own in by_entity.items()}


def _named(mention: Mention, others: tuple[Mention, ...]) -> bool:
    """Follow the antecedents up to a name; an account without a handle leads to the name of its owner."""
    at, seen = mention, {mention}
    while at.kind is not MentionKind.NAME:
        before = at.antecedent
        if before is None:
            return False
        near = [m for m in others if m not in seen and m.span.overlaps(before)]
        if not near:
            return False
        at = min(near, key=lambda m: (m.kind is not MentionKind.NAME, m.entity != mention.entity, m.span))
        seen.add(at)
    return True
