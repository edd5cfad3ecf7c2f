"""Reads the evidence of facts again: does the text say what each fact says it does?

What is checked is the tie between a fact and the text, whoever made the fact: the extraction, a plugin, a hand.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from kg.model import Document, Extraction, Fact, Mention, Participant, Span
from kg.model.ids import BASE, document_id
from kg.model.naming import fold
from kg.query.chains import Chains, participants

_FACT_ID: Final = re.compile(re.escape(BASE) + r"fact/[0-9a-f]{20}")


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """Hold what does not hold: `fact` is the id of the fact, or of the document where no fact is meant."""

    fact: str
    what: str
    detail: str


def verify(extraction: Extraction) -> tuple[Finding, ...]:
    """Return what of the extraction its text does not bear out, in order of the text; nothing where all holds."""
    document = extraction.document
    chains = Chains(extraction)
    found = [*_document(document), *(f for m in extraction.mentions for f in _mention(document, m, chains))]
    counts = Counter(fact.id for fact in extraction.facts)
    found += [Finding(fact, "id", f"{count} facts have it") for fact, count in counts.items() if count > 1]
    for fact in extraction.facts:
        found += [Finding(fact.id, what, detail) for what, detail in _fact(document, fact, chains)]
    return tuple(found)


def _document(document: Document) -> Iterator[Finding]:
    """Compute the document's id again: another one means that the text, the date or the title was changed."""
    made = document_id(document.text, document.published, document.title)
    if made != document.id:
        yield Finding(document.id, "document", f"text, date and title give another id: {made}")


def _mention(document: Document, mention: Mention, chains: Chains) -> Iterator[Finding]:
    where = f"{mention.text!r} at {mention.span.start}"
    if mention.entity not in chains.entities:
        yield Finding(document.id, "mention", f"{where}: its entity is not in the document: {mention.entity}")
    if not _inside(document, mention.span) or mention.span.of(document.text) != mention.text:
        yield Finding(document.id, "mention", f"{where}: the text says {mention.span.of(document.text)!r} there")


Problem = tuple[str, str]  # what, detail


def _fact(document: Document, fact: Fact, chains: Chains) -> Iterator[Problem]:
    if not _FACT_ID.fullmatch(fact.id):
        yield "id", "is not made from what the fact says"
    if fact.document != document.id:
        yield "document", f"is another one: {fact.document}"
    yield from _spans(document, fact)
    if fact.quote is not None and _plain(fact.quote) not in _plain(document.text):
        yield "quote", f"is not in the text: {fact.quote!r}"
    for role, participant in participants(fact):
        for problem in _participant(document, fact, participant, chains):
            yield role, f"{participant.name!r}: {problem}"


def _spans(document: Document, fact: Fact) -> Iterator[Problem]:
    spans = {"evidence": fact.evidence, "sentence": fact.sentence, "trigger": fact.trigger}
    for name, span in spans.items():
        if not _inside(document, span):
            yield name, f"lies outside of the text: {span.start}..{span.end}"
        elif not span.of(document.text).strip():
            yield name, f"is empty: {span.start}..{span.end}"
    if not (fact.evidence.contains(fact.trigger) or fact.sentence.contains(fact.trigger)):
        yield "trigger", f"stands neither in the evidence nor in the sentence: {fact.trigger.of(document.text)!r}"
    if not fact.evidence.overlaps(fact.sentence):
        yield "evidence", "stands outside of the sentence"


def _participant(document: Document, fact: Fact, participant: Participant, chains: Chains) -> Iterator[str]:
    span = participant.span
    if span is not None and not _inside(document, span):
        yield f"lies outside of the text: {span.start}..{span.end}"
    elif participant.id is None:
        if _plain(participant.name) not in _plain(document.text if span is None else span.of(document.text)):
            yield "the words are not in the text" if span is None else "the text has other words there"
    else:
        yield from _entity(fact, participant, participant.id, chains)


def _entity(fact: Fact, participant: Participant, identifier: str, chains: Chains) -> Iterator[str]:
    entity = chains.entities.get(identifier)
    if entity is None:
        yield f"is no entity of the document: {identifier}"
        return
    if participant.type is not entity.type:
        yield f"has type {participant.type}, the entity {entity.type}"
    if fold(participant.name) not in {fold(name) for name in (entity.name, *entity.aliases)}:
        yield f"is no name of the entity {entity.name!r}"
    if participant.span is not None:
        reason = chains.broken(identifier, participant.span)
        if reason is not None:
            yield f"{reason} ({participant.span.start}..{participant.span.end})"
    elif not fact.steps:
        yield "has no place in the text, and no step says how it takes part"


def _inside(document: Document, span: Span) -> bool:
    return 0 <= span.start < span.end <= len(document.text)


def _plain(words: str) -> str:
    """Return words with single blanks: quotations may run over lines."""
    return " ".join(words.split())
