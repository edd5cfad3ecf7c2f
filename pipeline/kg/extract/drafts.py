"""Fills the roles of a trigger with the words of its clause: a draft of a fact, before it is judged."""

from dataclasses import dataclass

from kg.extract.choosing import Choice, choose
from kg.extract.circumstances import Circumstances, quantity_in
from kg.extract.coreference.nouns import happenings, names_person
from kg.extract.coreference.ranking.sought import RELATIVES
from kg.extract.frames.load import Frame, Frames, Trigger
from kg.extract.frames.roles import QUANTITIES, asked, fillers, one_only
from kg.extract.frames.site import Site
from kg.extract.grammar.objects import deep_object
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.subjects import deep_subject
from kg.extract.grammar.voice import is_passive
from kg.extract.implied import IMPLICIT, implied
from kg.extract.participants import expand, inside, looks_back
from kg.extract.reading import Reading
from kg.extract.stand_ins import is_part
from kg.extract.title_words import title_words
from kg.extract.verbatim import clause_words, clean, words_of
from kg.extract.wording import beside, beyond, listed, may_be_words, tells_of
from kg.model import Amount, Participant, Span
from kg.model.annotation import Sentence, Token

ONLY_PLACES = frozenset({"Place"})
SAYING = frozenset("stated announced denied".split())


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


def draft_of(reading: Reading, frames: Frames, found: Circumstances, trigger: Trigger, site: Site) -> Draft:
    """Return what a trigger gives at its place: whoever and whatever fills its roles."""
    frame = frames.frames[trigger.relation]
    draft = Draft(trigger, site, frame, {}, [site.token.span, *(w.span for w in site.words)], {})
    for role, functions in trigger.roles:
        _fill(reading, found, draft, role, functions)
    _fill_by_support(reading, draft)
    _fill_by_choice(reading, draft)
    return draft


def let_speak(reading: Reading, draft: Draft) -> None:
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
        behind = all(one_only(asked(function)[0]) for function in functions[role])
        governed = behind and (role == "subject" or len(functions[role]) > 1)
        done = functions[role] == ("subj",) and not draft.frame.symmetric and _agentless(draft, role)
        if done or paired or worded or governed or functions[role] == ("self",) or draft.site.kind == "noun":
            continue
        if role == "object" and role not in draft.frame.needs and "post" in functions[role]:
            continue
        if _stands_for_another(reading, draft, role, functions[role]):
            continue
        taken = [p.span for p in draft.roles.get(other, ()) if p.span is not None]
        others = tuple(t for t in draft.site.sentence.tokens if t.span in taken)
        token = choose(reading, draft.frame, Choice(draft.trigger, draft.site, role, others))
        agent = token is not None and role == "subject" and functions[role] == ("obj",) and _does_it(draft.site, token)
        if token is not None and not agent and not (role == "subject" and _done_by_another(draft, token)):
            _put(reading, draft, role, token, "chosen")


def _agentless(draft: Draft, role: str) -> bool:
    """Tell a passive without agent, which says that who did it is left open: « X a été libérée »."""
    sentence, verb = draft.site.sentence, draft.site.token
    told = draft.site.kind == "verb" and any(sentence.children(verb, "aux:pass", "aux"))
    own = [t for t in sentence.children(verb, "nsubj") if t.index < verb.index]
    agent = any(t.lower in ("by", "par") for t in sentence.tokens[verb.index :])
    return role == "subject" and told and bool(own) and not agent and is_passive(sentence, verb)


def _stands_for_another(reading: Reading, draft: Draft, role: str, functions: tuple[str, ...]) -> bool:
    """Tell a role that words stand for although nobody knows whom, or that asks for types of its own."""
    typed = any("=" in function for function in functions) or (role == "subject" and _has_agent(draft.site))
    overt = [token for function in functions if function == "obj" for token in fillers(reading, draft.site, function)]
    latter = any(token.lower in ("dernier", "dernière", "latter", "old") for token in overt)
    latter = latter or any(_owned(draft.site.sentence, token) for token in overt)
    return typed or latter or (role == "object" and _has_other_object(draft, functions))


def _does_it(site: Site, token: Token) -> bool:
    """Tell « par Paul Martin » of « nommé par Paul Martin à la tête de X »: he does it, it is not done to him."""
    return token.dep == "obl:agent" or preposition(site.sentence, token) in ("par", "by")


def _has_agent(site: Site) -> bool:
    """Tell "the medals won by the teams": who did it is told, without a name."""
    sentence, verb = site.sentence, site.token
    agents = list(sentence.children(verb, "obl:agent"))
    behind = [t for agent in sentence.children(verb, "obl", "nmod") for t in sentence.subtree(agent)]
    unnamed = bool(agents) and agents[0].pos == "NOUN" and all(t.name is None for t in behind)
    return unnamed and is_passive(sentence, verb)


def _owned(sentence: Sentence, noun: Token) -> bool:
    """Tell "whose grandmother", « sa grand-mère »: somebody else than any name beside it."""
    owners = [*sentence.children(noun, "nmod:poss"), *(c for c in sentence.children(noun, "det") if "Poss" in c.morph)]
    return noun.pos == "NOUN" and any(owner.pos in ("PRON", "DET") for owner in owners)


def _done_by_another(draft: Draft, chosen: Token) -> bool:
    """Tell « dont la plupart des dirigeants vivent à Nice »: the verb has a subject that the choice is not in."""
    sentence = draft.site.sentence
    if _of_kin(sentence, chosen):
        return True
    if draft.site.kind == "verb" and any(sentence.children(draft.site.token, "aux:pass")):
        before = chosen.index < draft.site.token.index  # « …, il sera condamné »: by whom stands behind
        return before and not draft.frame.symmetric
    own = [t for t in sentence.children(draft.site.token, "nsubj") if t.pos == "NOUN" and t.name is None]
    if not own or draft.site.kind != "verb" or is_passive(sentence, draft.site.token):
        return False
    return not any(_within(sentence, chosen, noun) for noun in own)


def _within(sentence: Sentence, token: Token, noun: Token) -> bool:
    """Tell a part of a noun phrase, « le groupe Novatel », from words of its relative clause."""
    at: Token | None = token
    while at is not None and at is not noun and at.dep != "acl:relcl":
        at = sentence.head(at)
    return at is noun


def _of_kin(sentence: Sentence, chosen: Token) -> bool:
    """Tell "Peter Hall's mother, who gave …": it is she who did it."""
    head = sentence.head(chosen)
    return head is not None and head.name is None and chosen.dep.startswith("nmod") and head.lower in RELATIVES


def _has_other_object(draft: Draft, functions: tuple[str, ...]) -> bool:
    """Tell whether words that stand for nobody are the object: « a créé sa propre entreprise »."""
    sentence, verb = draft.site.sentence, draft.site.token
    if not any(function.startswith(("obj", "share")) for function in functions):
        return False
    passive = is_passive(sentence, verb)
    found = sentence.children(verb, "nsubj:pass") if passive else deep_object(sentence, verb)
    things = [t for t in found if t.pos == "NOUN" and t not in draft.site.words]
    return any(t.name is None and all(c.name is None for c in sentence.children(t)) for t in things)


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
            if function == "self" and (
                (is_part(token) and names_person(token.lower, reading.language))
                or (draft.frame.lasts and looks_back(reading, draft.site.sentence, token))
            ):
                continue  # "officials of Novatel" are not Novatel
            _put(reading, draft, role, token, function, only)
            if draft.roles.get(role) and one_only(function):
                break
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
    spans = [[p.span for p in draft.roles.get(role, ()) if p.span is not None] for role in ("object", "subject")]
    return spans[0] or spans[1]  # « une collision entre deux voitures a fait six blessés »


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
    alone = function == "self" and token.name is None
    people = _people(reading, sentence, token, allowed, alone=alone) if function != "clause" else []
    people = people[: 1 if _one_holder(token, function) else None]
    fitting = [p for p in people if allowed is None or p.type is None or p.type.value in allowed]
    if role in draft.frame.named:
        fitting = [p for p in fitting if p.id in reading.names.values()]
    if not (people and not fitting) and _admits_words(draft, role, only, token):
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
    made = clause_words if token.lower == "ce" else words_of  # « s'oppose à ce que le projet soit voté »
    found = [made(reading, sentence, part) for part in parts if tells_of(sentence, part, own)]
    return [_without_trigger(reading, draft.site, participant) for participant in found]


def _without_trigger(reading: Reading, site: Site, participant: Participant) -> Participant:
    """Return the words without those of the expression that open them: "shot dead [four people]"."""
    span = participant.span
    first = next((word for word in site.words if span is not None and word.span.start == span.start), None)
    if first is None or span is None or first.span.end >= span.end:
        return participant
    rest = Span(span.end - len(reading.text[first.span.end : span.end].lstrip()), span.end)
    return Participant(clean(rest.of(reading.text)), span=rest)


def _beside(reading: Reading, draft: Draft, role: str, token: Token) -> list[Participant]:
    """Return those without a name who are listed with somebody named."""
    sentence = draft.site.sentence
    return [words_of(reading, sentence, t) for t in beside(reading, draft.frame, sentence, role, token)]


def _one_holder(token: Token, function: str) -> bool:
    """Tell « Jean Dubois, le président du parti, et Paul Martin »: one of them is president."""
    return function == "self" and "Number=Sing" in token.morph


def _people(
    reading: Reading, sentence: Sentence, token: Token, allowed: frozenset[str] | None, *, alone: bool
) -> list[Participant]:
    """Return the participants that a word stands for; where a place is asked, that in which a building lies.

    Whoever is joined to a noun is not what it says: « aux maires de France, mais surtout à Paul Martin ».
    """
    found = expand(reading, sentence, token, alone=alone)
    return found or (inside(reading, sentence, token) if allowed == ONLY_PLACES else [])


def _admits_words(draft: Draft, role: str, only: frozenset[str], token: Token) -> bool:
    """Tell whether a role admits words; « subj=Event » only words for what happens, other types none."""
    happens = "Event" in only and token.lower in happenings()
    return role in draft.frame.words_allowed and (not only or happens)


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
    if draft.roles.get(role) or ("self",) in dict(draft.trigger.roles).values():
        return  # « a lancé une sonde » says nothing of whose it is
    for token in deep_subject(site.sentence, site.support):
        _put(reading, draft, role, token, "subj")
    draft.spans.append(site.support.span)
