"""Builds facts from the places where frames match: participants, stance, time, place, quantities, evidence."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import combinations, product

from kg.extract import grammar
from kg.extract.adjacent import adjacent
from kg.extract.attribution import Stance, stance
from kg.extract.attribution.according import according
from kg.extract.attribution.quoted import quoted
from kg.extract.choosing import Choice, choose
from kg.extract.circumstances import Circumstances, quantity_in, when, where
from kg.extract.frames.load import Frame, Frames, Trigger
from kg.extract.frames.match import sites
from kg.extract.frames.roles import QUANTITIES, Site, asked, fillers
from kg.extract.implied import IMPLICIT, implied
from kg.extract.located import located
from kg.extract.nationality import nationalities
from kg.extract.participants import clause_words, clean, expand, inside, said, title_words, words_of
from kg.extract.parties import memberships
from kg.extract.reading import Reading
from kg.extract.repeats import told_here
from kg.extract.seats import stands_for
from kg.extract.wording import beside, beyond, listed, may_be_words, tells_of
from kg.model import Amount, Discarded, Fact, Modality, Participant, RoleValue, Span
from kg.model.annotation import Sentence, Token
from kg.model.ids import fact_id

ONLY_PLACES = frozenset({"Place"})
SAYING = frozenset("stated announced denied".split())
WITHHOLDING = frozenset(
    """declined decline declines declining refused refuse refuses refusing refusé refuse refusait décliné
    abstenu failed""".split()
)


@dataclass(slots=True)
class Draft:
    """Hold what a trigger gives before it is judged."""

    trigger: Trigger
    site: Site
    frame: Frame
    roles: dict[str, list[Participant]]
    spans: list[Span]
    amounts: dict[str, Amount]
    quote: int | None = None


def find_facts(reading: Reading, frames: Frames, found: Circumstances) -> tuple[list[Fact], list[Discarded]]:
    """Return the facts of the frames, in order of the text, and what was left out with reasons."""
    facts: list[Fact] = []
    discarded: list[Discarded] = []
    for sentence in reading.annotation.sentences:
        drafts = _drafts(reading, frames, found, sentence, discarded)
        for draft in drafts:
            if any(_says_more(other, draft) for other in drafts):
                discarded.append(
                    Discarded(
                        f"{draft.trigger.relation}: {draft.site.token.text}",
                        "said more exactly",
                        draft.site.token.span,
                    )
                )
            else:
                facts.extend(_facts(reading, frames, found, draft))
    facts = quoted(reading, facts, frames.version)
    facts.extend(according(reading, frames.version))
    facts.extend(located(reading, frames.version))
    facts.extend(adjacent(reading, frames.version))
    facts.extend(nationalities(reading, frames.version))
    facts.extend(memberships(reading, frames.version))
    return facts, discarded


def _says_more(other: Draft, draft: Draft) -> bool:
    """Tell whether a second reading of the words of a draft says more, or the same by a whole expression."""
    same = other.trigger.relation == draft.trigger.relation and other.trigger.kind == "verb"
    lent = same and draft.site.token in other.site.words and draft.site.support is other.site.token
    return lent or (draft.trigger.relation in other.frame.refines and other.site.token is draft.site.token)


def _drafts(
    reading: Reading, frames: Frames, found: Circumstances, sentence: Sentence, discarded: list[Discarded]
) -> list[Draft]:
    """Return what the triggers of a sentence give, for each word the first reading that gives a relation."""
    drafts: list[Draft] = []
    done: set[tuple[int, str]] = set()
    for trigger, site in sites(frames, sentence):
        if (site.token.index, trigger.relation) in done:
            continue
        draft = _draft(reading, frames, found, trigger, site)
        _let_speak(reading, draft)
        reason = _missing(draft)
        if reason:
            discarded.append(Discarded(f"{trigger.relation}: {site.token.text}", reason, site.token.span))
        else:
            drafts.append(draft)
            done.add((site.token.index, trigger.relation))
    return drafts


def _draft(reading: Reading, frames: Frames, found: Circumstances, trigger: Trigger, site: Site) -> Draft:
    frame = frames.frames[trigger.relation]
    draft = Draft(trigger, site, frame, {}, [site.token.span, *(w.span for w in site.words)], {})
    for role, functions in trigger.roles:
        _fill(reading, found, draft, role, functions)
    _fill_by_support(reading, draft)
    _fill_by_choice(reading, draft)
    return draft


def _let_speak(reading: Reading, draft: Draft) -> None:
    """Give what is said to its speaker; a quotation of somebody else is no part of what the trigger tells."""
    speakers = reading.speakers.get(draft.quote) if draft.quote is not None else None
    if not speakers:
        return
    if draft.trigger.relation == "stated":
        draft.roles["subject"] = list(speakers)
    elif not {p.id for p in speakers} & {p.id for p in draft.roles.get("subject", ())}:
        draft.quote = None


def _fill_by_choice(reading: Reading, draft: Draft) -> None:
    """Fill a role that no function of the verb fills with whom annotated articles make most likely there."""
    functions = dict(draft.trigger.roles)
    for role, other in (("subject", "object"), ("object", "subject")):
        if draft.roles.get(role) or role not in functions or draft.quote is not None:
            continue
        paired = role == "object" and draft.frame.symmetric and len(draft.roles.get("subject", ())) > 1
        worded = role in draft.frame.words_allowed and role not in draft.frame.kinds_of_words
        if paired or worded or functions[role] == ("self",) or draft.site.kind == "noun":
            continue
        taken = [p.span for p in draft.roles.get(other, ()) if p.span is not None]
        others = tuple(t for t in draft.site.sentence.tokens if t.span in taken)
        token = choose(reading, draft.frame, Choice(draft.trigger, draft.site, role, others))
        if token is not None:
            _put(reading, draft, role, token, "chosen")


def _fill(reading: Reading, found: Circumstances, draft: Draft, role: str, functions: tuple[str, ...]) -> None:
    kinds = [function for function in functions if function in QUANTITIES]
    if kinds:
        _measure(found, draft, role, kinds[0])
    elif functions[0] in ("noun", "phrase"):
        made = title_words if functions[0] == "noun" else words_of
        draft.roles[role] = [made(reading, draft.site.sentence, draft.site.token)]
    else:
        _fill_people(reading, draft, role, functions)


def _fill_people(reading: Reading, draft: Draft, role: str, functions: tuple[str, ...]) -> None:
    for notation in functions:
        function, only = asked(notation)
        if function in IMPLICIT:
            draft.roles.setdefault(role, []).extend(implied(reading, draft.site, function))
        for token in fillers(reading, draft.site, function):
            _put(reading, draft, role, token, function, only)
        if draft.roles.get(role) or draft.quote is not None:
            return


def _measure(found: Circumstances, draft: Draft, role: str, kind: str) -> None:
    """Put the quantity of a kind that stands in the clause into a role."""
    quantity = quantity_in(found, draft.site, kind, _counted(draft) if kind == "number" else None)
    if quantity is not None:
        draft.amounts[role] = quantity.amount
        draft.spans.append(quantity.span)


def _counted(draft: Draft) -> list[Span]:
    """Return the spans whose number is how many it befell: « huit personnes sont mortes »."""
    return [p.span for role in ("object", "subject") for p in draft.roles.get(role, ()) if p.span is not None]


def _put(
    reading: Reading, draft: Draft, role: str, token: Token, function: str, only: frozenset[str] = frozenset()
) -> None:
    """Put the participants that a word stands for into a role, as far as the frame allows their types."""
    sentence = draft.site.sentence
    if token.quote is not None:
        _put_quotation(reading, draft, role, token, function)
        return
    allowed = only or _allowed(draft, role)
    if role == "title":
        draft.roles[role] = [title_words(reading, sentence, token)]
        return
    people = _people(reading, sentence, token, allowed) if function != "clause" else []
    fitting = [p for p in people if allowed is None or p.type is None or p.type.value in allowed]
    if role in draft.frame.named:
        fitting = [p for p in fitting if p.id in reading.names.values()]
    if not (people and not fitting) and _admits_words(draft, role, only):
        fitting += (
            _worded(reading, draft, role, token, function) if not fitting else _beside(reading, draft, role, token)
        )
    if not fitting and allowed is None:
        fitting = [words_of(reading, sentence, token)]
    fitting = [p for p in fitting if p.span is None or not beyond(draft.site, token, p.span)]
    if fitting:
        draft.roles.setdefault(role, []).extend(fitting)
        draft.spans += [p.span for p in fitting if p.span is not None and sentence.span.contains(p.span)]
        draft.spans.append(token.span)


def _worded(reading: Reading, draft: Draft, role: str, token: Token, function: str) -> list[Participant]:
    """Return what stands for itself in a role, where nobody is named there."""
    sentence = draft.site.sentence
    if not may_be_words(reading, draft.frame, sentence, role, token):
        return []
    if function == "clause":
        return [clause_words(reading, sentence, token)]
    own = draft.trigger.own if role == "object" else frozenset()
    parts = listed(reading, draft.frame, sentence, role, token)
    return [words_of(reading, sentence, part) for part in parts if tells_of(sentence, part, own)]


def _beside(reading: Reading, draft: Draft, role: str, token: Token) -> list[Participant]:
    """Return those without a name who are listed with somebody named."""
    sentence = draft.site.sentence
    return [words_of(reading, sentence, t) for t in beside(reading, draft.frame, sentence, role, token)]


def _people(reading: Reading, sentence: Sentence, token: Token, allowed: frozenset[str] | None) -> list[Participant]:
    """Return the participants that a word stands for; where a place is asked, that in which a building lies."""
    found = expand(reading, sentence, token)
    return found or (inside(reading, sentence, token) if allowed == ONLY_PLACES else [])


def _admits_words(draft: Draft, role: str, only: frozenset[str]) -> bool:
    """Tell whether a role admits words; « subj=Event » only words for what happens, other types none."""
    return role in draft.frame.words_allowed and (not only or "Event" in only)


def _put_quotation(reading: Reading, draft: Draft, role: str, token: Token, function: str) -> None:
    """Put what is said into the draft; as the object of a judgement its words say what is judged."""
    judged = role in draft.frame.quotes_allowed and draft.site.kind == "verb"
    if token.quote is None or not (function == "clause" or draft.frame.relation in SAYING or judged):
        return  # « lancée par le député »: a quotation is said, not launched
    draft.quote = token.quote
    draft.spans.append(token.span)
    if judged and token.dep.startswith("obj"):  # « a dénoncé « un acte odieux » »
        words = reading.annotation.quotes[token.quote].inner
        draft.roles[role] = [Participant(clean(words.of(reading.text)), span=words)]


def _allowed(draft: Draft, role: str) -> frozenset[str] | None:
    """Return the entity types that a role may have; None where any may."""
    types = draft.frame.types.get(role)
    return types | draft.trigger.serves if types is not None and role == "object" else types


def _fill_by_support(reading: Reading, draft: Draft) -> None:
    """Give the subject of a light verb the role that it has for the noun (« faire l'objet d'une enquête »)."""
    site = draft.site
    if site.support is None or site.support_side is None:
        return
    role = "object" if site.support_side == "patient" else "subject"
    if draft.roles.get(role):
        return
    for token in grammar.deep_subject(site.sentence, site.support):
        _put(reading, draft, role, token, "subj")
    draft.spans.append(site.support.span)


def _missing(draft: Draft) -> str | None:
    """Return why the draft is no fact, or None."""
    if draft.trigger.when == "quoted" and draft.quote is None:
        return "no quotation found"
    for role in (r for r in (*draft.frame.needs, *draft.trigger.needs) if r not in draft.amounts):
        paired = role == "object" and len(draft.roles.get("subject", ())) > 1 and _together(draft)
        quoted_ = role == "object" and draft.quote is not None
        if not draft.roles.get(role) and not quoted_ and not paired:
            return f"no {role} found"
    if draft.frame.relation in SAYING and _unsaid(draft):
        return "nothing was said"
    if "money" in draft.trigger.with_words and not draft.amounts:
        return "no amount found"
    if any(not draft.roles.get(role) and stands_for(draft.site, draft.trigger, role) for role in draft.frame.bound):
        return "whose it is is not known"
    return None if _stands(draft) else "no participant is an entity of the text"


def _stands(draft: Draft) -> bool:
    """Tell whether the participants make a fact: somebody has a name, or the frame needs none."""
    people = [p for role in ("subject", "object") for p in draft.roles.get(role, ())]
    if any(p.id for p in people) or (draft.frame.nameless and draft.amounts):
        return True
    return draft.frame.unnamed and told_here(draft.site, saying=draft.frame.relation in SAYING)


def _unsaid(draft: Draft) -> bool:
    """Tell "declined to say whether …": a saying that its own clause or the one above says did not take place."""
    sentence, verb = draft.site.sentence, draft.site.token
    above = sentence.head(verb)
    withheld = above is not None and verb.dep == "xcomp" and above.lower in WITHHOLDING
    return draft.site.kind == "verb" and draft.quote is None and (withheld or grammar.negated(sentence, verb))


def _together(draft: Draft) -> bool:
    """Tell « A et B se sont rencontrés » from « A et B ne recevront pas le prix »."""
    site = draft.site
    things = grammar.deep_object(site.sentence, site.token) if site.kind == "verb" else []
    other = any(thing not in site.words for thing in things)  # not of « ont conclu un accord » itself
    return draft.frame.symmetric and not other


def _facts(reading: Reading, frames: Frames, found: Circumstances, draft: Draft) -> Iterator[Fact]:
    view = stance(reading, frames, draft.site)
    if draft.trigger.modality and view.modality is Modality.ASSERTED:
        view = replace(view, modality=Modality(draft.trigger.modality))
    subjects: list[Participant | None] = [*draft.roles.get("subject", ())] or [None]
    objects: list[Participant | None] = [*draft.roles.get("object", ())] or [None]
    together = objects == [None] and _together(draft)
    for subject, object_ in combinations(subjects, 2) if together else product(subjects, objects):
        if subject is not None and object_ is not None and subject.id == object_.id and subject.id:
            continue
        yield _fact(reading, frames, found, draft, (subject, object_), view)


def _fact(
    reading: Reading,
    frames: Frames,
    found: Circumstances,
    draft: Draft,
    pair: tuple[Participant | None, Participant | None],
    view: Stance,
) -> Fact:
    subject, object_ = pair
    document = reading.annotation.document
    site, relation = draft.site, draft.trigger.relation
    value, span = when(found, site, view.modality, lasts=draft.frame.lasts)
    used = {p.id for p in (subject, object_) if p is not None and p.id}
    place = where(reading, site, used)
    spans = [*draft.spans, *([span] if span else []), *([place.span] if place and place.span else [])]
    evidence = Span(min(s.start for s in spans), max(s.end for s in spans))
    quote = reading.annotation.quotes[draft.quote].inner.of(reading.text) if draft.quote is not None else None
    roles = _roles(draft, _own_number(found, draft, pair))
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
    if "number" not in draft.amounts or not several or not told:
        return draft.amounts
    quantity = quantity_in(found, draft.site, "number", told)
    rest = {role: amount for role, amount in draft.amounts.items() if role != "number"}
    return rest if quantity is None else {**rest, "number": quantity.amount}


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
