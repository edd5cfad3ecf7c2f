"""Follows who takes part in a fact back to a name in the text: through mentions and what they were resolved to."""

from collections import defaultdict
from collections.abc import Iterator

from kg.model import Entity, Extraction, Fact, Mention, MentionKind, Participant, Span

Role = tuple[str, Participant]


def participants(fact: Fact) -> Iterator[Role]:
    """Yield everyone and everything that takes part in the fact, with the role."""
    values = [
        ("subject", fact.subject),
        ("object", fact.object),
        ("place", fact.place),
        ("attributed_to", fact.attributed_to),
        *fact.roles,
    ]
    for role, value in values:
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Participant):
                yield role, item


class Chains:
    """Hold the entities and mentions of a document, so that a participant can be followed to a name."""

    def __init__(self, extraction: Extraction) -> None:
        """Put the mentions in order by their entity."""
        self.entities: dict[str, Entity] = {entity.id: entity for entity in extraction.entities}
        self._mentions: defaultdict[str, list[Mention]] = defaultdict(list)
        for mention in extraction.mentions:
            self._mentions[mention.entity].append(mention)

    def broken(self, entity: str, span: Span) -> str | None:
        """Return why the words at the span do not lead to a name of the entity, or None where they do."""
        mentions = self._at(entity, span)
        if not mentions:
            return "no mention of the entity stands there"
        if any(self._named(mention, frozenset()) for mention in mentions):
            return None
        return "no chain of antecedents leads from there to a name of the entity"

    def _at(self, entity: str, span: Span) -> list[Mention]:
        """Return the mentions of the entity that the span is, is the head word of, or goes beyond."""
        return [m for m in self._mentions[entity] if m.span.contains(span) or span.contains(m.span)]

    def _named(self, mention: Mention, seen: frozenset[Span]) -> bool:
        if mention.kind is MentionKind.NAME:
            return True
        if mention.antecedent is None or mention.span in seen:
            return False
        above = self._at(mention.entity, mention.antecedent)
        return any(self._named(other, seen | {mention.span}) for other in above)
