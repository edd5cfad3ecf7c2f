"""Builds facts from the places where frames match: participants, stance, time, place, quantities, evidence."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations, product

from kg.extract.attribution import Stance, stance
from kg.extract.attribution.according import according
from kg.extract.attribution.quoted import HOSTS, quoted
from kg.extract.dating.apiece import told_of
from kg.extract.dating.circumstances import Circumstances, quantity_in, where
from kg.extract.dating.hindsight import in_hindsight
from kg.extract.dating.sayings import by_source
from kg.extract.dating.triggers import when
from kg.extract.drafts.benches import by_the_same_court
from kg.extract.drafts.draft import Draft
from kg.extract.drafts.filling import draft_of, let_speak
from kg.extract.drafts.judging import in_turn, missing, says_more, together
from kg.extract.drafts.named_later import named_later
from kg.extract.drafts.praise import of_somebody
from kg.extract.drafts.victims import without_victims
from kg.extract.frames.load import Frames
from kg.extract.frames.match import sites
from kg.extract.neighbours.adjacent import adjacent
from kg.extract.neighbours.contests import contests
from kg.extract.neighbours.couples import children_of_couples
from kg.extract.neighbours.fellows import fellow_citizens
from kg.extract.neighbours.located import located
from kg.extract.neighbours.nationality import nationalities
from kg.extract.neighbours.parties import memberships
from kg.extract.participants.verbatim import said
from kg.extract.reading import Reading
from kg.model import Amount, Discarded, EntityType, Fact, Modality, Participant, RoleValue, Span
from kg.model.annotation import Sentence
from kg.model.ids import fact_id


def find_facts(
    reading: Reading, frames: Frames, found: Circumstances, events: frozenset[str]
) -> tuple[list[Fact], list[Discarded]]:
    """Return the facts of the frames, in order of the text, and what was left out with reasons.

    `events` are the relations that tell of an event.
    """
    facts: list[Fact] = []
    discarded: list[Discarded] = []
    for sentence in reading.annotation.sentences:
        drafts = _drafts(reading, frames, found, sentence, discarded)
        for draft in drafts:
            if any(says_more(other, draft) for other in drafts):
                discarded.append(
                    Discarded(
                        f"{draft.trigger.relation}: {draft.site.token.text}",
                        "said more exactly",
                        draft.site.token.span,
                    )
                )
            else:
                facts.extend(_facts(reading, frames, found, draft))
    facts, victims = without_victims(reading, in_hindsight(reading.text, facts, found, events))
    facts = by_the_same_court(reading, facts)
    facts = quoted(reading, facts, found.times, frames.version)
    facts = of_somebody(reading, named_later(reading, facts))
    facts.extend(by_source(reading, according(reading, frames.version), found.times))
    facts.extend(located(reading, frames.version))
    facts.extend(adjacent(reading, frames.version))
    facts.extend(nationalities(reading, frames.version))
    facts.extend([*fellow_citizens(reading, facts, frames.version)])
    facts.extend([*children_of_couples(reading, facts, frames.version)])
    facts.extend(memberships(reading, frames.version))
    facts.extend([*contests(reading, facts, frames.version)])
    return facts, [*discarded, *victims]


def _drafts(
    reading: Reading, frames: Frames, found: Circumstances, sentence: Sentence, discarded: list[Discarded]
) -> list[Draft]:
    """Return what the triggers of a sentence give, for each word the first reading that gives a relation."""
    drafts: list[Draft] = []
    done: set[tuple[int, str]] = set()
    for trigger, site in sites(frames, sentence, reading.text):
        if (site.token.index, trigger.relation) in done:
            continue
        draft = draft_of(reading, frames, found, trigger, site)
        let_speak(reading, draft)
        reason = missing(reading, draft)
        if reason:
            discarded.append(Discarded(f"{trigger.relation}: {site.token.text}", reason, site.token.span))
        else:
            drafts.append(draft)
            done.add((site.token.index, trigger.relation))
    return drafts


def _facts(reading: Reading, frames: Frames, found: Circumstances, draft: Draft) -> Iterator[Fact]:
    view = stance(reading, frames, draft.site)
    if draft.trigger.modality and view.modality in (Modality.ASSERTED, Modality.PLANNED):
        view = replace(view, modality=Modality(draft.trigger.modality))
    if draft.trigger.when == "negated" and view.modality is Modality.DENIED:
        view = replace(view, modality=Modality.ASSERTED)  # « n'a pas survécu » tells that he died
    subjects: list[Participant | None] = [*draft.roles.get("subject", ())] or [None]
    objects: list[Participant | None] = [*draft.roles.get("object", ())] or [None]
    if (
        draft.site.kind == "noun"
        and len(subjects) > 1
        and _ids(subjects) == _ids(objects)
        and not draft.frame.symmetric
    ):
        objects = [None]  # « l'autorisation du ministère et de la mairie »: both give it, neither the other
    sides = draft.frame.symmetric and len(subjects) > 1 and subjects == objects  # « entre A et les syndicats »
    both = (objects == [None] or sides) and together(draft)
    each = in_turn(draft, len(subjects), len(objects))
    pairs = zip(subjects, objects, strict=True) if each else product(subjects, objects)
    for subject, object_ in combinations(subjects, 2) if both else pairs:
        if subject is not None and object_ is not None and subject.id == object_.id and subject.id:
            continue
        yield _fact(reading, frames, found, draft, (subject, object_), view)


def _ids(people: list[Participant | None]) -> set[str | None]:
    return {person.id for person in people if person is not None}


def _fact(
    reading: Reading,
    frames: Frames,
    found: Circumstances,
    draft: Draft,
    pair: tuple[Participant | None, Participant | None],
    view: Stance,
) -> Fact:
    subject, object_ = pair
    if draft.trigger.relation in HOSTS and subject is not None and view.by is not None and view.by.id == subject.id:
        view = Stance(Modality.ASSERTED)  # « explique que, selon lui, … »: the saying itself is the writer's to tell
    document = reading.annotation.document
    site, relation = draft.site, draft.trigger.relation
    lasts, says, regions = draft.frame.lasts, relation in HOSTS, told_of(draft, pair)
    value, span = when(found, site, view.modality, lasts=lasts, says=says, regions=regions)
    filling = (p for role in ("subject", "object") for p in draft.roles.get(role, ()))
    used = {p.id for p in (subject, object_, *filling) if p is not None and p.id}
    place = where(reading, site, used, died=relation == "died")
    spans = [*draft.spans, *([span] if span else []), *([place.span] if place and place.span else [])]
    evidence = Span.over(spans)
    quote = reading.annotation.quotes[draft.quote].inner.of(reading.text) if draft.quote is not None else None
    roles = _roles(draft, _counted(reading, pair, _own_number(found, draft, pair)))
    return Fact(
        id=fact_id(document.id, relation, _key(subject), _key(object_), str(evidence), repr(roles), value or ""),
        relation=relation,
        subject=subject,
        object=object_,
        document=document.id,
        evidence=evidence,
        sentence=site.sentence.span,
        trigger=site.token.span,
        by=f"frame:{relation}@{frames.version}",
        confidence=draft.trigger.confidence,
        modality=view.modality,
        time=value,
        place=place,
        amount=draft.amounts.get("amount"),
        quote=said(quote) if quote else None,
        attributed_to=view.by,
        roles=roles,
        steps=(view.step,) if view.step else (),
    )


def _key(participant: Participant | None) -> str:
    return "" if participant is None else participant.id or participant.name


def _own_number(
    found: Circumstances, draft: Draft, pair: tuple[Participant | None, Participant | None]
) -> dict[str, Amount]:
    """Return the amounts, where several kinds of people are listed with the number of those that this fact tells of."""
    told = [p.span for p in pair if p is not None and p.id is None and p.span is not None]
    several = any(len(draft.roles.get(role, ())) > 1 for role in ("subject", "object"))
    if "number" not in draft.amounts or not several:
        return draft.amounts
    unnamed = any(p.id is None for role in ("subject", "object") for p in draft.roles.get(role, ()))
    if not told and not unnamed:
        return draft.amounts
    quantity = quantity_in(found, draft.site, "number", told) if told else None
    rest = {role: amount for role, amount in draft.amounts.items() if role != "number"}
    return rest if quantity is None else {**rest, "number": quantity.amount}


def _counted(
    reading: Reading, pair: tuple[Participant | None, Participant | None], amounts: dict[str, Amount]
) -> dict[str, Amount]:
    """Return the amounts without the number of others, where all whom the fact tells of are persons by name."""
    told = [reading.entities.get(p.id or "") for p in pair if p is not None]
    named = bool(told) and all(one is not None and one.type is EntityType.PERSON for one in told)
    return {role: amount for role, amount in amounts.items() if role != "number"} if named else amounts


def _roles(draft: Draft, amounts: dict[str, Amount]) -> tuple[tuple[str, RoleValue], ...]:
    """Return the further roles, sorted by name."""
    values: dict[str, RoleValue] = {}
    for role, people in draft.roles.items():
        if role in ("subject", "object") or not people:
            continue
        values[role] = tuple(people) if len(people) > 1 else people[0] if people[0].id else people[0].name
    for role, amount in amounts.items():
        if role != "amount":
            values[role] = amount if amount.currency or amount.qualifier else amount.value
    return tuple(sorted(values.items()))
