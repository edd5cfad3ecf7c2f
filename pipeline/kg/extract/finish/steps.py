"""Says how each participant of a fact is tied to its words: the steps that `kg why` shows and `kg verify` asks for."""

from collections.abc import Sequence
from dataclasses import replace

from kg.extract.finish.grounds import stand_in
from kg.model import Fact, Mention, Participant, RoleValue


def with_steps(fact: Fact, mentions: Sequence[Mention], text: str) -> Fact:
    """Return the fact with a step for each participant whose words in the sentence are not its name."""
    steps = list(fact.steps)

    def tied(value: RoleValue | Participant | None) -> RoleValue | Participant | None:
        if isinstance(value, tuple):
            return tuple(_tied(item, mentions, text, steps) for item in value)
        return _tied(value, mentions, text, steps) if isinstance(value, Participant) else value

    ends = {name: tied(getattr(fact, name)) for name in ("subject", "object", "place", "attributed_to")}
    roles = tuple((name, tied(value)) for name, value in fact.roles)
    return replace(fact, **ends, roles=roles, steps=tuple(steps))  # type: ignore[arg-type]  # each keeps its kind


def _tied(participant: Participant, mentions: Sequence[Mention], text: str, steps: list[str]) -> Participant:
    """Return the participant, without a span where its words are no mention of it, and note how it was resolved."""
    if participant.id is None:
        return participant
    step, kept = f"{participant.name} is implied", participant
    mention = stand_in(participant, mentions)
    span = participant.span
    if mention is not None:
        where = "" if mention.antecedent is None else f" (named at {mention.antecedent.start})"
        step = f"« {mention.text} » is {participant.name}: {mention.by}{where}"
    elif span is not None and any(m.entity == participant.id and m.span.overlaps(span) for m in mentions):
        return participant
    elif span is not None:  # « le président syrien »: the adjective says which country, and is no name of it
        step, kept = f"« {span.of(text)} » is {participant.name}: a word for it", replace(participant, span=None)
    if step not in steps and not (participant.span is None and any(participant.name in told for told in steps)):
        steps.append(step)
    return kept
