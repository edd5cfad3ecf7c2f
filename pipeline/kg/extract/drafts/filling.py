"""Fills the roles of a trigger with the words of its clause: a draft of a fact, before it is judged."""

from typing import Final

from kg.extract.coreference.nouns import KIN, alike, names_person
from kg.extract.dating.circumstances import Circumstances, quantity_in
from kg.extract.drafts.choice import fill_by_choice
from kg.extract.drafts.draft import Draft
from kg.extract.drafts.putting import put
from kg.extract.frames.load import Frames, Trigger
from kg.extract.frames.roles import IMPLICIT, QUANTITIES, asked, fillers, one_only
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import with_preposition
from kg.extract.grammar.subjects import deep_subject
from kg.extract.participants.implied import implied
from kg.extract.participants.stand_ins import is_part
from kg.extract.participants.title_words import title_words
from kg.extract.participants.verbatim import calling
from kg.extract.participants.words import looks_back
from kg.extract.reading import Reading
from kg.lexicon.tables import fold
from kg.model import Span
from kg.model.annotation import Sentence, Token

# « un plan prévoyant des frappes contre X »: no paper does what it provides for
_PAPERS: Final = frozenset("budget calendrier plan programme texte".split())
_VOTED: Final = ("elected", "defeated")  # « élu avec 1 234 voix », "beat Y by 2,118 votes"


def draft_of(reading: Reading, frames: Frames, found: Circumstances, trigger: Trigger, site: Site) -> Draft:
    """Return what a trigger gives at its place: whoever and whatever fills its roles."""
    frame = frames.frames[trigger.relation]
    draft = Draft(trigger, site, frame, {}, [site.token.span, *(w.span for w in site.words)], {})
    for role, functions in trigger.roles:
        _fill(reading, found, draft, role, functions)
    if trigger.relation in _VOTED and site.kind == "verb":
        _count_votes(found, draft)
    if draft.roles.get("of") == draft.roles.get("object"):  # "blamed Novatel": for what, nobody says
        draft.roles.pop("of", None)
    _fill_by_support(reading, draft)
    noun = site.sentence.head(site.token) if site.token.dep == "amod" else None
    if noun is None or noun.name is not None:  # "suspected militants attacked sites in Mumbai" says it of the militants
        fill_by_choice(reading, draft)
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


def _fill(reading: Reading, found: Circumstances, draft: Draft, role: str, functions: tuple[str, ...]) -> None:
    kinds = [function for function in functions if function in QUANTITIES]
    if kinds:
        _measure(found, draft, role, kinds[0])
    elif functions[0] in ("noun", "phrase"):
        made = title_words if functions[0] == "noun" else calling
        words = made(reading, draft.site.sentence, draft.site.token)
        asked = draft.trigger.own if functions[0] == "phrase" else frozenset()
        if not asked or asked & {*words.name.lower().replace("'", " ").split()}:
            draft.roles[role] = [words]  # « le champion Paul Martin, qui a gagné la Coupe du monde »: champion of what
    else:
        _fill_people(reading, draft, role, functions)


def _fill_people(reading: Reading, draft: Draft, role: str, functions: tuple[str, ...]) -> None:
    done = False
    for notation in functions:
        besides = notation.startswith("+")  # « a fondé avec X »: whoever it is done with does it too
        if (besides and not draft.roles.get(role)) or (done and not besides):
            continue
        function, only = asked(notation.removeprefix("+"))
        if function in IMPLICIT:
            draft.roles.setdefault(role, []).extend(implied(reading, draft.site, function))
        for token in fillers(reading, draft.site, function):
            if function == "self" and (
                _stands_for_body(reading, draft.site.sentence, token)
                or _of_kin(reading, draft.site.sentence, token)
                or (draft.frame.lasts and looks_back(reading, draft.site.sentence, token))
            ):
                continue
            put(reading, draft, role, token, function, only)
            if draft.roles.get(role) and one_only(function):
                break
        done = bool(draft.roles.get(role)) or draft.quote is not None


def _stands_for_body(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell "officials of Novatel", who are not Novatel, from those whose names stand beside the word."""
    named = any(t.name is not None for t in sentence.children(token, "appos"))
    return not named and is_part(token) and names_person(token.lower, reading.language)


def _of_kin(reading: Reading, sentence: Sentence, token: Token) -> bool:
    """Tell « Anne Dubois, petite-fille du fondateur », who has founded nothing."""
    head = sentence.head(token) if token.dep == "nmod" and token.name is None else None
    if head is None or reading.language != "fr" or head.lower.removeprefix("petit-").removeprefix("petite-") not in KIN:
        return False
    whose = {r.entity for r in reading.referents(sentence, head)}
    return {r.entity for r in reading.referents(sentence, token)} <= whose


def _measure(found: Circumstances, draft: Draft, role: str, kind: str) -> None:
    """Put the quantity of a kind that stands in the clause into a role."""
    quantity = quantity_in(found, draft.site, kind, _counted(draft) if kind == "number" else None)
    if quantity is not None:
        draft.amounts[role] = quantity.amount
        draft.spans.append(quantity.span)


def _count_votes(found: Circumstances, draft: Draft) -> None:
    """Put the votes that an election or a defeat took into its amount: not those of a clause below or beside it."""
    site = draft.site
    votes = quantity_in(found, site, "votes")
    at = None if votes is None else site.sentence.token_at(votes.span)
    while at is not None and at.pos not in ("VERB", "AUX") and at.head != at.index:
        at = site.sentence.head(at)
    if votes is not None and at is not None and (at in site.words or at in (site.token, site.support)):
        draft.amounts["amount"] = votes.amount
        draft.spans.append(votes.span)


def _counted(draft: Draft) -> list[Span]:
    """Return the spans whose number is how many it befell: « huit personnes sont mortes »."""
    # « une collision entre deux voitures a fait six blessés »; « cent personnes ont manifesté contre deux lois »
    roles = ("subject",) if draft.trigger.relation == "protested" else ("object", "subject")
    people = [[p.span for p in draft.roles.get(role, ()) if p.span is not None] for role in roles]
    told = next((one for one in people if one), [])
    return [_with_number(draft.site.sentence, _of_one(draft.site.sentence, span)) for span in told]


def _of_one(sentence: Sentence, span: Span) -> Span:
    """Return « un responsable » of « un responsable de quatre agences », who is one."""
    words = [t for t in sentence.tokens if span.contains(t.span)]
    noun = next((t for t in words if t.pos == "NOUN"), None)
    one = noun is not None and any(c.lower in ("un", "une") for c in sentence.children(noun, "det", "nummod"))
    alone = one and noun is not None and not noun.plural and names_person(noun.lower, "fr")
    return Span(span.start, noun.span.end) if noun is not None and alone else span


def _with_number(sentence: Sentence, span: Span) -> Span:
    """Return a name with the number before it: "three Palestinians"."""
    named = (t for t in sentence.tokens if t.name is not None and t.span == span)
    starts = [n.span.start for t in named for n in sentence.children(t, "nummod") if n.index == t.index - 1]
    return Span(min([span.start, *starts]), span.end)


def _with_another(site: Site, support: Token) -> bool:
    """Tell « A et B ont signé un accord avec C »: it is none between A and B."""
    heads = ((head, joint) for head in (site.token, support) for joint in ("avec", "with"))
    return any(with_preposition(site.sentence, head, joint) for head, joint in heads)


def _fill_by_support(reading: Reading, draft: Draft) -> None:
    """Give the subject of a light verb the role that it has for the noun (« faire l'objet d'une enquête »)."""
    site = draft.site
    if site.support is None or site.support_side is None:
        return
    role = "object" if site.support_side == "patient" else "subject"
    named = dict(draft.trigger.roles)
    itself = any(asked(functions[0])[0] == "self" for functions in named.values())
    if draft.roles.get(role) or itself or (role == "subject" and role not in named):
        return  # « a lancé une sonde » says nothing of whose it is
    if ("entre",) in named.values() and _with_another(site, site.support):
        return
    for token in deep_subject(site.sentence, site.support):
        if token.name is not None or fold(token.lower) not in _PAPERS | alike().get("texte", frozenset()):
            put(reading, draft, role, token, "subj")
    draft.spans.append(site.support.span)
