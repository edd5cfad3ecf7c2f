"""Tells each office once, with its whole title: "president and chief executive", « ministre de l'Intérieur »."""

import re
from dataclasses import replace
from typing import Final

from kg.extract.finish.left_out import left_out, parted
from kg.extract.finish.repeats import timed_alike
from kg.model import Discarded, Fact, Span

_JOINED: Final = re.compile(r",? (?:and|&|et) (?P<article>(?:the |le |la |l[’'])?)", re.IGNORECASE)
OF: Final = re.compile(r" (?:of|for|to|at|de|du|des|à|au|aux|d[’']|en) ?")

_TRADES: Final = frozenset(
    "captain professor scientist researcher engineer analyst consultant economist columnist".split()
)
_PUBLIC = frozenset(
    "ministre député députée sénateur sénatrice maire roi reine minister senator mayor king queen".split()
)


_SHORT: Final = {"gov.": "governor", "sen.": "senator", "rep.": "representative", "lt.": "lieutenant"}
STATE: Final = frozenset("président présidente roi reine émir president king queen emir".split())
GOVERNMENT: Final = frozenset("premier première chancelier chancelière prime chancellor".split())
_OTHER_WORDS: Final = {
    "chef de l'état": STATE,
    "cheffe de l'état": STATE,
    "head of state": STATE,
    "chef du gouvernement": GOVERNMENT,
    "cheffe du gouvernement": GOVERNMENT,
    "head of government": GOVERNMENT,
    "head of the government": GOVERNMENT,
}
_LED: Final = frozenset("led lead leads leading governed governs governing ruled rules headed heads ran runs".split())
_HEADS: Final = frozenset(
    """governor gov. president premier minister chancellor mayor leader ceo executive chairman director king
    queen""".split()
)


def title_of(fact: Fact) -> str:
    """Return the words of the title that a fact tells, in lower case; empty where it tells none."""
    return str(dict(fact.roles).get("title", "")).lower()


def joined_titles(facts: list[Fact], text: str) -> tuple[list[Fact], list[Discarded]]:
    """Join what one holds in one body "as chairman and chief executive": one position with both words."""
    made: dict[str, Fact] = {}
    second_told: dict[str, Discarded] = {}
    titled = sorted((f for f in facts if title_of(f)), key=lambda f: f.evidence)
    for second in titled:
        first = next((f for f in titled if f.id not in second_told and _joint(made.get(f.id, f), second, text)), None)
        if first is not None:
            made[first.id] = _with_both(made.get(first.id, first), second, text)
            second_told[second.id] = left_out(second, f"a title joined to that of {first.id}")
    return [made.get(f.id, f) for f in facts if f.id not in second_told], list(second_told.values())


def _joint(first: Fact, second: Fact, text: str) -> bool:
    """Tell two titles of one holder in one body with nothing but a conjunction between them."""
    alike = first.relation == second.relation and first.modality is second.modality and timed_alike(first, second)
    same = alike and _id(first.subject) == _id(second.subject)
    before, after = (title_span(fact, text) for fact in (first, second)) if same else (None, None)
    if before is None or after is None or before.end >= after.start:
        return False
    joint = _JOINED.fullmatch(text[before.end : after.start])
    bodies = {_id(first.object), _id(second.object)}
    # "the president and chief executive of Novatel" is both there; "a minister of health and head of X" is not
    shared = (
        len(bodies) > 1
        and None in bodies
        and joint is not None
        and not joint["article"]
        and not OF.search(title_of(first))
    )
    return joint is not None and (shared or (len(bodies) == 1 and None not in bodies))


def _with_both(first: Fact, second: Fact, text: str) -> Fact:
    before, after = title_span(first, text), title_span(second, text)
    if before is None or after is None:
        return first
    title = Span(before.start, after.end).of(text)
    roles = tuple((role, title if role == "title" else filler) for role, filler in first.roles)
    return replace(first, roles=roles, object=first.object or second.object, time=first.time or second.time)


def title_span(fact: Fact, text: str) -> Span | None:
    """Return where the title stands, around the word that speaks of the office."""
    title = title_of(fact)
    start = max(0, min(fact.trigger.start, fact.trigger.end - len(title)))
    at = text[start : max(fact.trigger.end, fact.trigger.start + len(title))].lower().find(title)
    return None if at < 0 else Span(start + at, start + at + len(title))


def without_guesses(facts: list[Fact], text: str) -> tuple[list[Fact], list[Discarded]]:
    """Leave out the body that "Captain Miller" is only guessed to be of, where the text has "USCG Captain".

    So with « la cofondatrice, Anne Dubois », where the text says what she founded.
    """
    told = [f for f in facts if f.subject is not None and f.object is not None and f.object.span]
    known = {_post(f, text) for f in told} | {_founder(f) for f in told if f.relation == "founderOf"}
    guesses = [f for f in facts if f.object is not None and f.object.span is None]
    wrong = [f for f in guesses if _post(f, text) in known or _founder(f) in known]
    reason = "the text says elsewhere whose post it is"
    return [f for f in facts if f not in wrong], [left_out(f, reason) for f in wrong]


def _founder(fact: Fact) -> tuple[object, ...]:
    return fact.relation, _id(fact.subject)


def _post(fact: Fact, text: str) -> tuple[object, ...]:
    return fact.relation, _id(fact.subject), title_of(fact) or fact.trigger.of(text).lower()


def without_lesser_titles(facts: list[Fact]) -> tuple[list[Fact], list[Discarded]]:
    """Leave out « ministre » beside « ministre de l'Intérieur », « présidente » told again without her company."""
    titled = [fact for fact in facts if title_of(fact)]

    def fuller(fact: Fact) -> Fact | None:
        others = titled if title_of(fact) else ()
        return next((o for o in others if o is not fact and _says_more(o, fact)), None)

    return parted(facts, fuller, "says no more of the title than {}")


def without_bare_lead(facts: list[Fact], text: str) -> tuple[list[Fact], list[Discarded]]:
    """Leave out "led Ohio from 2003 to 2011" of whom the text calls its governor: the time goes to that post."""
    posts = {_ends(f): f for f in reversed(facts) if f.relation == "holdsPosition" and _HEADS & {*title_of(f).split()}}

    def post(fact: Fact) -> Fact | None:
        led = fact.relation == "holdsPosition" and not title_of(fact) and fact.trigger.of(text).lower() in _LED
        same = posts.get(_ends(fact)) if led and None not in _ends(fact) else None
        return same if same is not None and timed_alike(same, fact) else None

    times = {held.id: f.time for f in facts if f.time is not None and (held := post(f)) is not None}
    kept, left = parted(facts, post, "{} says as what")
    return [replace(f, time=f.time or times[f.id]) if f.id in times else f for f in kept], left


def _ends(fact: Fact) -> tuple[object, object]:
    return _id(fact.subject), _id(fact.object)


def without_ties_of_titles(facts: list[Fact], text: str) -> tuple[list[Fact], list[Discarded]]:
    """Leave out that "professor at Leeds University" works there, that the leader of a party is of it: one word, once.

    A trade is no office: whoever is a scientist of a body works there, a captain is of the team.
    """
    held = {(f.trigger, _id(f.subject), _id(f.object)): f for f in facts if f.relation == "holdsPosition"}

    def office(fact: Fact) -> Fact | None:
        same = held.get((fact.trigger, _id(fact.subject), _id(fact.object)))
        tie = fact.relation in ("employedBy", "memberOf") and fact.object is not None
        return same if tie and fact.trigger.of(text).lower() not in _TRADES else None

    return parted(facts, office, "{} says what they are there")


def _says_more(other: Fact, fact: Fact) -> bool:
    same = (
        other.relation == fact.relation
        and _id(other.subject) == _id(fact.subject)
        and _id(fact.object) in (None, _id(other.object))
        and timed_alike(fact, other)
    )
    if same and _other_word_for(title_of(fact), other):
        return True
    mine, theirs = _words_said(fact), _words_said(other)
    if not same or not mine or not mine <= theirs:
        return False
    fuller = mine < theirs or (_id(fact.object) is None and _id(other.object) is not None)
    return fuller or ((other.evidence, other.id) < (fact.evidence, fact.id) and _id(fact.object) == _id(other.object))


def _other_word_for(title: str, other: Fact) -> bool:
    """Tell « chef de l'État » of whom the text calls its president: one office under another word."""
    return not _OTHER_WORDS.get(title.replace("’", "'"), frozenset()).isdisjoint(title_of(other).split())


def _words_said(fact: Fact) -> set[str]:
    """Return the words of a title, "gov." as "governor"."""
    return {_SHORT.get(word, word) for word in title_of(fact).split()}


def same_title(fact: Fact, other: Fact) -> bool:
    """Tell whether one office can be meant: « président » and « président du conseil », not « maire » and « roi »."""
    first, second = ({word.removeprefix("ex-") for word in title_of(f).split()} for f in (fact, other))
    unlike = bool(first & _PUBLIC) and not second  # whoever heads a party is not its minister
    return not unlike and (not first or not second or bool(first & second))


def _id(participant: object) -> object:
    return getattr(participant, "id", None) or getattr(participant, "name", None)
