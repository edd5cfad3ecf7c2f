"""Puts a word into a role: whom it stands for, else its own words, as far as the frame allows them."""

import re
from dataclasses import replace
from typing import Final

from kg.extract.coreference.nouns import happenings
from kg.extract.drafts.draft import Draft
from kg.extract.frames.site import Site
from kg.extract.grammar.prepositions import preposition, with_preposition
from kg.extract.grammar.whole_clauses import taking_up
from kg.extract.participants.title_words import is_title, post_named, title_words
from kg.extract.participants.unnamed_again import unnamed_again
from kg.extract.participants.verbatim import clause_words, clean, words_of
from kg.extract.participants.wording import TEMPORAL, beside, beyond, each_other, listed, may_be_words, tells_of
from kg.extract.participants.words import expand, inside
from kg.extract.reading import Reading
from kg.model import EntityType, Participant, Span
from kg.model.annotation import Sentence, Token

ONLY_PLACES = frozenset({"Place"})
SAYING = frozenset("stated announced denied".split())
TAKING_UP = SAYING | frozenset("rejected approved criticized praised opposes supports requested".split())
_THAT = ("que", "qu'", "qu’", "that")
_LAUNCHED = ("lanc", "publi", "repren", "repris", "précis", "complét", "commenc", "poursuiv", "justifi")
_AGED: Final = re.compile(r",? (?:at the age of|aged?|at) \d{1,3}$")
_CRIME: Final = re.compile(r"(?<=\w) (?:for|pour) .+")
_OWING: Final = re.compile(r"^cause (?:de |d['’])")
_TWO = 2
_POINTING = ("that", "this")
CONTENTS = ("clause", "finite", "doing", "denial")
NOBODY = (*CONTENTS, "judgement")  # "called it a threat": what it is called, not the thing again


def put(
    reading: Reading, draft: Draft, role: str, token: Token, function: str, only: frozenset[str] = frozenset()
) -> None:
    """Put the participants that a word stands for into a role, as far as the frame allows their types."""
    sentence = draft.site.sentence
    if token.quote is not None or role == "title":
        _put_words(reading, draft, role, token, function)
        return
    token = _behind_term(sentence, role, token)
    if each_other(sentence, token):
        _put_each_other(draft, role)
        return
    allowed = only or _allowed(draft, role)
    alone = function == "self" and token.name is None
    people = _people(reading, sentence, token, allowed, alone=alone) if function not in NOBODY else []
    people = people[: 1 if _one_holder(token, function) or _of_one(draft.site, token) else None]
    fitting = [p for p in people if allowed is None or p.type is None or p.type.value in allowed]
    fitting = [p for p in fitting if not _other_thing(draft, role, token, p)]
    if role in draft.frame.named:
        fitting = [p for p in fitting if p.id in reading.names.values()]
    some = function == "some" and not people
    if some or (not (people and not fitting) and _admits_words(draft, role, only, token)):
        fitting += (
            _worded(reading, draft, role, token, function)
            if not fitting
            else _beside(reading, draft, role, token, side=function == "entre")
        )
    fitting = fitting or _taken_up(reading, draft, role, token, only)
    if not fitting and allowed is None and not _empty(sentence, role, token):
        fitting = [_bare(role, words_of(reading, sentence, token))]
    fitting = [p for p in fitting if p.span is None or not beyond(draft.site, token, p.span)]
    if fitting:
        draft.roles.setdefault(role, []).extend(fitting)
        draft.spans += [p.span for p in fitting if p.span is not None and sentence.span.contains(p.span)]
        draft.spans.append(token.span)


def _taken_up(
    reading: Reading, draft: Draft, role: str, token: Token, only: frozenset[str] = frozenset()
) -> list[Participant]:
    """Return the words for people without a name whom a pronoun takes up, where the frame tells of such people."""
    if not draft.frame.unnamed or only or role not in draft.frame.words_allowed:
        return []
    again = unnamed_again(reading, draft.site.sentence, token)
    return [words_of(reading, *again)] if again is not None else []


def _put_each_other(draft: Draft, role: str) -> None:
    """Put both sides of "Novatel and Telcor sued each other" into a role: what one does to the other, that does too."""
    sides = draft.roles.get("subject", ())
    if role == "object" and len(sides) == _TWO:
        draft.roles[role] = list(sides)


def _other_thing(draft: Draft, role: str, token: Token, participant: Participant) -> bool:
    """Tell « a enregistré « Nuits blanches » », an album, from the victory that the words ask for."""
    own = draft.trigger.own if role == "object" else frozenset()
    other = not (_so_called(participant, own) or _so_named(draft, token, participant))
    return (bool(own) and other) or _empty(draft.site.sentence, role, token)


def _so_called(participant: Participant, own: frozenset[str]) -> bool:
    """Tell whether what somebody made, or what takes place, is called by one of the words: « Album noir »."""
    if participant.type in (EntityType.EVENT, EntityType.ONLINE_ACCOUNT):
        return True
    return not own.isdisjoint(participant.name.lower().split())


def _so_named(draft: Draft, token: Token, participant: Participant) -> bool:
    """Tell « les magasins Cora », « deux morts », which the words ask for, from « le trafic » of somebody's line.

    « ont eu un petit Maël » has the word before the name.
    """
    named = any(t.name is not None for t in draft.site.sentence.children(token, "appos", "flat"))
    person = participant.type is EntityType.PERSON
    little = token.name is not None and person
    if little and any(t.lower in draft.trigger.own for t in draft.site.sentence.children(token, "amod")):
        return True
    return token.lower in draft.trigger.own and (named or person) and participant.type is not EntityType.WORK


def _lasts(token: Token) -> bool:
    return token.lower in TEMPORAL or token.lower == "life"


def _behind_term(sentence: Sentence, role: str, token: Token) -> Token:
    """Return "fraud" of "jailed for two years for fraud" for the reason."""
    behind = with_preposition(sentence, token, "for") if role == "reason" and _lasts(token) else []
    return behind[0] if behind else token


def _empty(sentence: Sentence, role: str, token: Token) -> bool:
    """Tell « pour le moment », no reason, and « l' » of « il l'était après avoir purgé sa peine », no sentence.

    « condamné à six reprises » says how often, "jailed for fraud" why.
    """
    often = token.pos in ("PRON", "PROPN") or token.lower in ("reprise", "reprises", "fois")
    often = often or (preposition(sentence, token) == "for" and not _lasts(token))
    return (role == "reason" and _lasts(token)) or (role == "sentence" and often)


def _put_words(reading: Reading, draft: Draft, role: str, token: Token, function: str) -> None:
    """Put the words of a quotation or a title into a role."""
    sentence = draft.site.sentence
    if token.quote is not None:
        _put_quotation(reading, draft, role, token, function)
    elif is_title(reading, sentence, token):
        draft.roles[role] = [title_words(reading, sentence, post_named(sentence, token))]


def _worded(reading: Reading, draft: Draft, role: str, token: Token, function: str) -> list[Participant]:
    """Return what stands for itself in a role, where nobody is named there."""
    sentence = draft.site.sentence
    if draft.frame.relation == "denied" and token.lower in _POINTING and token.dep.startswith("obj"):
        return [words_of(reading, sentence, token)]  # "Novatel denies that"
    if draft.frame.relation in TAKING_UP and taking_up(sentence, draft.site.token) is token:
        return [clause_words(reading, sentence, token)]
    if token.pos == "ADJ" and token.lower in draft.trigger.with_words:
        return []  # « juge insuffisants les efforts de X »: the efforts are what is judged
    itself = draft.frame.relation in SAYING and token.lower == "ce" and draft.site.token.head == token.index
    if itself or not may_be_words(reading, draft.frame, sentence, role, token):
        return []  # « contrairement à ce qu'a annoncé X »
    if function in CONTENTS:
        return [clause_words(reading, sentence, token)]
    told = _fact_that(sentence, token)
    if told is not None:
        return [clause_words(reading, sentence, told)]
    own = draft.trigger.own if role == "object" else frozenset()
    # « un attentat à Kaboul et un raid sur Herat »: what a noun's complement says is not said of the next one
    parts = [token] if function == "self" else listed(reading, draft.frame, sentence, role, token)
    said = role == "object" and draft.frame.relation in SAYING  # "stressed the need to act": all of it is said
    made = clause_words if said or token.lower == "ce" else words_of  # « s'oppose à ce que le projet soit voté »
    found = [made(reading, sentence, part) for part in parts if tells_of(sentence, part, own)]
    return [_without_trigger(reading, draft.site, participant) for participant in found]


def _bare(role: str, words: Participant) -> Participant:
    """Return "cancer" of "died of cancer aged 44", "12 years" of "jailed for 12 years for fraud".

    « conflits d'intérêts » of « pour cause de conflits d'intérêts ».
    """
    beside = {"cause": _AGED, "sentence": _CRIME, "reason": _OWING}.get(role)
    return words if beside is None else replace(words, name=beside.sub("", words.name))


def _fact_that(sentence: Sentence, token: Token) -> Token | None:
    """Return the clause of « le fait que … », "the fact that …": the noun adds nothing to it."""
    clauses = sentence.children(token, "acl", "ccomp") if token.lower in ("fait", "fact") else ()
    return next((t for t in clauses if any(m.lower in _THAT for m in sentence.children(t, "mark"))), None)


def _without_trigger(reading: Reading, site: Site, participant: Participant) -> Participant:
    """Return the words without those of the expression that open them: "shot dead [four people]"."""
    span = participant.span
    first = next((word for word in site.words if span is not None and word.span.start == span.start), None)
    if first is None or span is None or first.span.end >= span.end:
        return participant
    rest = Span(span.end - len(reading.text[first.span.end : span.end].lstrip()), span.end)
    return Participant(clean(rest.of(reading.text)), span=rest)


def _beside(reading: Reading, draft: Draft, role: str, token: Token, *, side: bool) -> list[Participant]:
    """Return those without a name who are listed with somebody named."""
    sentence = draft.site.sentence
    return [words_of(reading, sentence, t) for t in beside(reading, draft.frame, sentence, role, token, side=side)]


def _one_holder(token: Token, function: str) -> bool:
    """Tell « Jean Dubois, le président du parti, et Paul Martin »: one of them is president."""
    return function == "self" and "Number=Sing" in token.morph


def _of_one(site: Site, token: Token) -> bool:
    """Tell « A, proche de B, et C ont signé »: a comma sets the adjective apart behind A, and in the singular."""
    aside = site.kind == "adjective" and site.token.head == token.index and token.dep != "conj"
    one = "Number=Sing" in site.token.morph and token.name is not None
    return aside and one and site.sentence.tokens[token.index + 1].text == "," and site.token.index > token.index


def _people(
    reading: Reading, sentence: Sentence, token: Token, allowed: frozenset[str] | None, *, alone: bool
) -> list[Participant]:
    """Return the participants that a word stands for; where a place is asked, that in which a building lies.

    Whoever is joined to a noun is not what it says: « aux maires de France, mais surtout à Paul Martin ».
    """
    found = expand(reading, sentence, token, alone=alone)
    return found or (inside(reading, sentence, token) if allowed == ONLY_PLACES else [])


def _admits_words(draft: Draft, role: str, only: frozenset[str], token: Token) -> bool:
    """Tell whether a role admits words; « subj=Event » only words for what happens, « obj=people » for people."""
    happens = ("Event" in only and token.lower in happenings()) or "people" in only
    return role in draft.frame.words_allowed and (not only or happens)


def _put_quotation(reading: Reading, draft: Draft, role: str, token: Token, function: str) -> None:
    """Put what is said into the draft; as the object of a judgement its words say what is judged."""
    judged = role in draft.frame.quotes_allowed and draft.site.kind == "verb"
    if token.quote is None or not (function in CONTENTS or draft.frame.relation in SAYING or judged):
        return  # « lancée par le député »: a quotation is said, not launched
    if draft.site.token.lower.startswith(_LAUNCHED) and any(draft.site.sentence.children(token, "det")):
        return  # « lancer un « dispositif de crise » »: what an article makes a thing is not said
    if judged and token.index < draft.site.token.index:
        return  # « « Ils ont peur », a dénoncé Dubois »: it says who speaks
    draft.quote = token.quote
    draft.spans.append(token.span)
    if judged and token.dep.startswith("obj"):  # « a dénoncé « un acte odieux » »
        words = reading.annotation.quotes[token.quote].inner
        draft.roles[role] = [Participant(clean(words.of(reading.text)), span=words)]


def _allowed(draft: Draft, role: str) -> frozenset[str] | None:
    """Return the entity types that a role may have; None where any may."""
    types = draft.frame.types.get(role)
    return types | draft.trigger.serves if types is not None and role == "object" else types
