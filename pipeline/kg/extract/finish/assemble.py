"""Puts the pieces together: mentions in order, entities that the text names, facts without doubles."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from kg.extract.coreference import single_of_people
from kg.extract.finish.attacks import without_attacks_again
from kg.extract.finish.confidence import LEAST, rated
from kg.extract.finish.counterparts import with_counterparts
from kg.extract.finish.echoes import TRUE, with_quotations, without_nested, without_spoken
from kg.extract.finish.former import with_status
from kg.extract.finish.headlines import without_headlines
from kg.extract.finish.left_out import left_out, parted
from kg.extract.finish.repeats import (
    dated,
    dated_by,
    elsewhere,
    only_once,
    other_sentence,
    other_sum,
    owned,
    possessed_by_another,
    timed_alike,
    told_again,
    told_by_name,
    unnamed,
    won_again,
)
from kg.extract.finish.second_tellings import without_second_tellings
from kg.extract.finish.steps import with_steps
from kg.extract.finish.ties import named_kin, without_turned_ties
from kg.extract.finish.titles_told import (
    joined_titles,
    same_title,
    title_of,
    without_bare_lead,
    without_guesses,
    without_lesser_titles,
    without_ties_of_titles,
)
from kg.extract.finish.trades import trades_told
from kg.extract.frames.load import load_frames
from kg.extract.reading import Reading, phrase
from kg.model import Discarded, Entity, EntityType, Extraction, Fact, Mention, MentionKind, Modality, Span

_MEASURES = frozenset(
    """suspended reinstated banned removed sanctioned searched fined convicted sentenced dismissed arrested charged
    investigated accused attacked criticized""".split()
)


def finish(
    reading: Reading,
    facts: list[Fact],
    discarded: tuple[Discarded, ...],
    once: frozenset[str] = frozenset(),
    least: float = LEAST,
) -> Extraction:
    """Return the extraction: mentions, entities with counts, facts of at least a confidence in order of the text."""
    frames = load_frames(reading.language).frames
    symmetric = frozenset(name for name, frame in frames.items() if frame.symmetric)
    single = frozenset(name for name, frame in frames.items() if frame.once)
    quoted = frozenset(s.span for s in reading.annotation.sentences if s.inside is not None)
    facts, spoken = without_spoken(facts, quoted, frozenset(name for name, frame in frames.items() if frame.event))
    kept, doubles = _without_doubles(facts, reading.text, once, symmetric, single)
    oneway = frozenset(name for name, frame in frames.items() if frame.oneway)
    kept, turned = without_turned_ties(kept, oneway)
    kept, guessed = without_guesses(kept, reading.text)
    kept, joined = joined_titles(kept, reading.text)
    kept = with_status(with_counterparts(kept), reading.text)
    kept, ties = without_ties_of_titles(kept, reading.text) if reading.language == "en" else (kept, [])
    kept, kin = named_kin(reading, kept)
    doubles += [*spoken, *turned, *guessed, *joined, *ties, *kin]
    mentions = _mentions(reading)
    told = [with_steps(fact, mentions, reading.text) for fact in dated(kept, facts)]
    kept, unsure = rated(told, mentions, reading, least)
    used = {p.id for fact in kept for p in (fact.subject, fact.object, fact.place, fact.attributed_to) if p is not None}
    counts = Counter(mention.entity for mention in mentions)
    trades = trades_told(reading, kept)
    entities = tuple(
        replace(entity, mentions=counts[entity.id], cues=_cues(trades.get(entity.id, ()), entity, kept))
        for entity in reading.entities.values()
        if _kept(entity, counts, used)
    )
    known = {entity.id for entity in entities}
    return Extraction(
        reading.annotation.document,
        tuple(sorted(entities, key=lambda entity: entity.id)),
        tuple(mention for mention in mentions if mention.entity in known),
        tuple(sorted(kept, key=lambda fact: (fact.evidence, fact.relation, fact.id))),
        (*discarded, *doubles, *unsure),
    )


def _cues(told: Iterable[str], entity: Entity, facts: list[Fact]) -> tuple[str, ...]:
    """Return what tells a person from namesakes: the nouns the text calls them by, where they hold a local office."""
    roles = {f"role:{noun}" for noun in told}
    held = {
        f"place:{fact.object.name}"
        for fact in facts
        if fact.object is not None and _id(fact.subject) == entity.id and _local_office(fact)
    }
    return tuple(sorted(roles | held))


def _local_office(fact: Fact) -> bool:
    """Tell an office that belongs to one town: « maire de Lyon » and « maire de Nantes » are two people."""
    title = str(dict(fact.roles).get("title", "")).lower().split()
    return fact.relation == "holdsPosition" and bool(
        {"maire", "mayor", "préfet", "sheriff", "bourgmestre"} & set(title)
    )


def _kept(entity: Entity, counts: Counter[str], used: set[str | None]) -> bool:
    return counts[entity.id] > 0 or entity.id in used


def _mentions(reading: Reading) -> list[Mention]:
    """Return all mentions in order; a name or phrase is one mention, whatever sentence it was parsed in."""
    found: dict[tuple[Span, str], Mention] = {}
    for (number, index), references in reading.references.items():
        sentence = reading.annotation.sentences[number]
        token = sentence.tokens[index]
        for reference in references:
            kind = MentionKind(reference.kind)
            span = _span(reading, number, index, kind)
            text = span.of(reading.text)
            entity = reading.entities[reference.entity]
            mention = Mention(span, text, entity.id, entity.type, kind, reference.by, reference.antecedent)
            found.setdefault((span, entity.id), mention)
        assert token is not None
    for index, identifier in reading.names.items():
        if index in reading.singles or single_of_people(reading, index):
            continue  # « la Russe » names no people: it is the person that it stands for, if anybody
        name = reading.annotation.names[index]
        entity = reading.entities[identifier]
        mention = Mention(name.span, name.span.of(reading.text), identifier, entity.type, MentionKind.NAME, name.by)
        found[(name.span, identifier)] = mention
    return sorted(found.values(), key=lambda mention: (mention.span, mention.entity))


def _span(reading: Reading, number: int, index: int, kind: MentionKind) -> Span:
    sentence = reading.annotation.sentences[number]
    token = sentence.tokens[index]
    if kind is MentionKind.NOMINAL:
        return phrase(sentence, token, reading.text)
    if token.name is not None:
        return reading.annotation.names[token.name].span
    return token.span


def _without_repeats(facts: list[Fact], once: frozenset[str]) -> tuple[list[Fact], list[Discarded]]:
    """Leave out what is told again, with nothing new, of an event that befalls the same participants only once."""
    kept: list[Fact] = []
    again: list[Discarded] = []
    for fact in sorted(facts, key=lambda f: (-_detail(f), f.evidence, f.id)):
        same = (k for k in kept if _key(k) == _key(fact) and not _apart(k, fact))
        told = only_once(fact, once)
        first = next(same, None) if told and fact.modality in TRUE else None
        first = first or (_done(fact, facts) if fact.relation in once else None)
        if first is None and fact.relation in once and unnamed(fact):
            first = next((k for k in kept if told_again(fact, k) or won_again(fact, k)), None)
        again_then = first is not None and fact.time is not None and first.time not in (None, fact.time)
        dead = fact.relation == "died" and fact.subject is not None and fact.subject.type is EntityType.PERSON
        if first is None or (again_then and not dead):
            kept.append(fact)
        else:
            again.append(left_out(fact, f"told again after {first.id}"))
    return kept, again


def _apart(fact: Fact, other: Fact) -> bool:
    """Tell two events of one relation and the same people: in two places, of two sums, before two courts."""
    return elsewhere(fact, other) or other_sum(fact, other) or other_sentence(fact, other)


def _without_introductions(facts: list[Fact], single: frozenset[str], text: str) -> tuple[list[Fact], list[Discarded]]:
    """Leave out what is told first of people without a name and then by name, and « sa mort » of whoever lives on."""

    def fuller(fact: Fact) -> Fact | None:
        by_name = told_by_name(fact, facts) if fact.relation in single else None
        return by_name or (possessed_by_another(fact, facts, text) if fact.relation in single else None)

    kept, left = parted(facts, fuller, "told of whom it befell in {}")
    return dated_by(kept, ((fact, fuller(fact)) for fact in facts)), left


def _done(fact: Fact, facts: list[Fact]) -> Fact | None:
    """Return the fact that tells as done what this one plans: « appelle à voter pour X », « démissionne »."""
    if fact.modality is not Modality.PLANNED or fact.subject is None:
        return None
    same = (f for f in facts if f.modality in TRUE and _key(f)[:3] == _key(fact)[:3])
    left = fact.relation == "resigned"
    return next(
        (f for f in same if (left and timed_alike(f, fact)) or (fact.object and f.sentence == fact.sentence)), None
    )


def _key(fact: Fact) -> tuple[object, ...]:
    return fact.relation, _id(fact.subject), _id(fact.object), fact.modality in TRUE


def _told(fact: Fact) -> tuple[object, ...]:
    """Return what a fact tells and by which mentions: « concernant X » tells what « enquête concernant X » does."""
    ends = tuple(p and (p.id or p.name, p.span) for p in (fact.subject, fact.object))
    return _key(fact), fact.roles, ends


def _within(fact: Fact, others: list[Fact]) -> Fact | None:
    """Return the first that tells the same by the same mentions in a stretch of text that holds the fact's."""
    return next((o for o in others if fact.time in (None, o.time) and o.evidence.contains(fact.evidence)), None)


def _without_synonyms(
    facts: list[Fact], symmetric: frozenset[str], single: frozenset[str]
) -> tuple[list[Fact], list[Discarded]]:
    """Leave out what one sentence says twice of the same two in other words: "merged … after talks about a merger"."""
    kept: list[Fact] = []
    again: list[Discarded] = []
    seen: dict[tuple[object, ...], Fact] = {}
    told: dict[tuple[object, ...], list[Fact]] = {}
    for fact in sorted(
        facts,
        key=lambda f: (-_detail(f), ((f.subject and f.subject.span) or f.evidence).start, -f.evidence.end),
    ):
        ends = [_id(fact.subject), _id(fact.object)]
        alone = None in ends and fact.relation not in single  # « Déféré dimanche, X a été mis en examen »: once
        if alone or unnamed(fact) or fact.quote is not None:
            alike = told.setdefault(_told(fact), [])
            first = _within(fact, alike) if alone and fact.quote is None else None
            if first is None:
                kept.append(fact)
                alike.append(fact)
            else:
                again.append(left_out(fact, f"said in {first.id} too"))
            continue
        pair = tuple(sorted(map(str, ends)) if fact.relation in symmetric else ends)
        key = (fact.relation, pair, fact.sentence, fact.modality in TRUE)
        first = seen.setdefault((*key, title_of(fact)), fact)
        first = first if title_of(fact) else seen.setdefault(key, fact)
        seen.setdefault(key, fact)
        if first is fact or (fact.time and first.time and fact.time != first.time):
            kept.append(fact)
        else:
            again.append(left_out(fact, f"said in {first.id} too"))
    return kept, again


def _without_doubles(
    facts: list[Fact], text: str, once: frozenset[str], symmetric: frozenset[str], single: frozenset[str]
) -> tuple[list[Fact], list[Discarded]]:
    """Keep one of the facts that say the same of the same; the one with more detail, then the earlier one."""
    best: dict[tuple[object, ...], Fact] = {}
    doubles = []
    title = max(0, text.find("\n"))  # what the article itself says goes before its headline, which is left out later
    for fact in sorted(
        facts, key=lambda f: (-_detail(f), f.relation in once and f.evidence.end <= title, f.evidence, f.id)
    ):
        words = fact.trigger.of(text).lower()
        key = (
            fact.relation,
            _id(fact.subject),
            _id(fact.object),
            fact.quote,
            fact.modality is Modality.DENIED,
            fact.sentence if unnamed(fact) else words,
            title_of(fact),
        )
        previous = best.get(key)
        apart = previous is not None and other_sentence(fact, previous)
        if previous is None or apart or (fact.time and previous.time and fact.time != previous.time):
            best[(*key, fact.time) if previous is not None else key] = fact
        else:
            doubles.append(left_out(fact, f"says the same as {previous.id}"))
    kept = list(best.values())
    for step in (
        with_quotations,
        without_nested,
        lambda facts: without_headlines(facts, text),
        without_attacks_again,
        lambda facts: without_second_tellings(facts, text),
        lambda facts: without_bare_lead(facts, text),
        _without_blockers_accounts,
        lambda facts: _without_doers_turned(facts, text),
        lambda facts: _without_synonyms(facts, symmetric, single),
        without_lesser_titles,
        lambda facts: _without_repeats(facts, once),
        lambda facts: _without_introductions(facts, single, text),
    ):
        kept, left = step(kept)
        doubles += left
    poorer = {fact.id: fuller for fact in kept if (fuller := _fuller(fact, kept)) is not None}
    doubles += [
        Discarded(f"{f.relation}: {f.id}", f"says less than {poorer[f.id].id}", f.evidence)
        for f in kept
        if f.id in poorer
    ]
    return [fact for fact in kept if fact.id not in poorer], doubles


def _without_blockers_accounts(facts: list[Fact]) -> tuple[list[Fact], list[Discarded]]:
    """Leave out « son compte » for whoever suspends or restores that account: a platform, not its holder."""
    acts = {(_id(f.subject), _id(f.object)) for f in facts if f.relation in ("suspended", "reinstated", "banned")}
    wrong = [f for f in facts if f.relation == "hasAccount" and (_id(f.subject), _id(f.object)) in acts]
    reason = "who suspends an account is not its holder"
    return [f for f in facts if f not in wrong], [Discarded(f"hasAccount: {f.id}", reason, f.evidence) for f in wrong]


def _without_doers_turned(facts: list[Fact], text: str) -> tuple[list[Fact], list[Discarded]]:
    """Leave out « leur suspension » of whoever the text says to suspend others: a possessive may mean the doer, too."""
    doers = {(f.relation, _id(f.subject)) for f in facts if f.subject is not None and f.object is not None}
    wrong = [
        f
        for f in facts
        if f.relation in _MEASURES and f.subject is None and owned(f, text) and (f.relation, _id(f.object)) in doers
    ]
    reason = "the possessive may mean who does it"
    return [f for f in facts if f not in wrong], [Discarded(f"{f.relation}: {f.id}", reason, f.evidence) for f in wrong]


def _fuller(fact: Fact, others: list[Fact]) -> Fact | None:
    """Return a fact that names both sides where this one, of the same event, lacks one."""
    summed = fact.amount is not None and fact.relation != "elected"  # votes are of one and the same event
    if (fact.object is None) == (fact.subject is None) or fact.quote is not None or summed:
        return None
    for other in others:
        both = other.relation == fact.relation and other.subject is not None and other.object is not None
        same = _id(fact.subject) in (None, _id(other.subject)) and _id(fact.object) in (None, _id(other.object))
        if (
            both
            and same
            and (fact.modality is Modality.DENIED) == (other.modality is Modality.DENIED)
            and timed_alike(fact, other)
            and same_title(fact, other)
            and not _of_another(fact, other)
        ):
            return other
    return None


def _of_another(fact: Fact, other: Fact) -> bool:
    """Tell "was elected President in 2012" from "was elected to the Senate" of another sentence; two posts in one."""
    apart = fact.sentence != other.sentence or (fact.relation == "holdsPosition" and other.time is None)
    return apart and bool(title_of(fact)) and fact.time is not None and not title_of(other)


def _detail(fact: Fact) -> int:
    # a figure says more than who vouches for it
    parts = (fact.time, fact.place, fact.amount, fact.amount, fact.quote, fact.subject, fact.object)
    return sum(part is not None for part in parts) + len(fact.roles) + (fact.modality is Modality.ASSERTED)


def _id(participant: object) -> object:
    return getattr(participant, "id", None) or getattr(participant, "name", None)
