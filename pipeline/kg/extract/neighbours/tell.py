"""Makes the fact that a rule of this folder reads off what stands side by side."""

from dataclasses import dataclass

from kg.extract.reading import Reading
from kg.model import Entity, Fact, Participant, Span
from kg.model.annotation import Sentence
from kg.model.ids import fact_id


@dataclass(frozen=True, slots=True)
class Rule:
    """Hold the rule's name, the relation that it tells of, the pipeline's version and its confidence (0..1)."""

    name: str
    relation: str
    version: str
    confidence: float


def told_of(entity: Entity | Participant, span: Span | None = None) -> Participant:
    """Return an entity as a participant, mentioned at the span or nowhere in the words of the fact."""
    return Participant(entity.name, entity.id, entity.type, span)


def fact_of(
    reading: Reading,
    rule: Rule,
    sentence: Sentence,
    pair: tuple[Participant, Participant],
    evidence: Span,
    trigger: Span,
    *,
    steps: tuple[str, ...] = (),
) -> Fact:
    """Return the fact that a rule tells of a subject and an object, both entities of the document."""
    document = reading.annotation.document
    subject, object_ = pair
    return Fact(
        id=fact_id(document.id, rule.relation, subject.id or "", object_.id or "", str(evidence)),
        relation=rule.relation,
        subject=subject,
        object=object_,
        document=document.id,
        evidence=evidence,
        sentence=sentence.span,
        trigger=trigger,
        by=f"{rule.name}:{rule.relation}@{rule.version}",
        confidence=rule.confidence,
        steps=steps,
    )


def both(said: Span, participant: Participant) -> Span:
    """Return what a word and a participant span together."""
    return said if participant.span is None else Span.over([said, participant.span])
