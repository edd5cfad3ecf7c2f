"""Reads from the first sentence of an article on which day that was what its headline tells of."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import takewhile
from typing import Final

from kg.extract import time
from kg.extract.coreference.nouns import happenings
from kg.extract.dating.sharing import at_once
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import has_finite
from kg.extract.reading import Reading
from kg.lexicon.tables import fold
from kg.model import Fact, Span
from kg.model.annotation import Sentence, Token

DAYS: Final = re.compile(r"\d{4}-\d\d-\d\d(?:/\d{4}-\d\d-\d\d)?")  # a day, or two with what is between
_SUMMARY: Final = re.compile(r"\s*\n\s*\n([^\n]{30,450})\n\s*\n(?=[^\n]{200})")  # what more than one line follows
_BEING: Final = ("created", "founderOf", "candidateFor")  # what a noun says of somebody whom the news tells of
_DEEDS: Final = frozenset("attacked killed injured died occurredIn struck".split())
_LATELY: Final = 7  # days between what is news and its article
_SHORT: Final = 5  # letters of words that many sentences share
_SHARED: Final = 2  # such words where it is no headline that tells of the same
_HIGHEST: Final = 15
_NOT_MAIN: Final = ("acl", "ccomp", "appos", "amod")
_OTHER: Final = ("avant", "après", "depuis", "before", "after", "since", "until", "jusque", "ahead of")


def inside(times: tuple[time.TimeExpression, ...], span: Span) -> Iterator[time.TimeExpression]:
    """Yield the times that stand in a span."""
    first = bisect_left(times, span.start, key=lambda one: one.span.start)
    return takewhile(lambda one: span.contains(one.span), times[first:])


def headline(reading: Reading) -> int:
    """Return where the headline ends: the first line, where it ends without a full stop and more follows."""
    first, _, rest = reading.text.partition("\n")
    return len(first) if rest.strip() and first.strip() and first.rstrip()[-1] not in '.!?»"”' else 0


def standfirst(reading: Reading, title: int, times: tuple[time.TimeExpression, ...]) -> Span:
    """Return the paragraph between headline and article that sums the news up, where it says nothing of time."""
    summary = _SUMMARY.match(reading.text, title) if title else None
    span = Span(summary.start(1), summary.end(1)) if summary is not None else Span(0, 0)
    return Span(0, 0) if any(one.value for one in inside(times, span)) else span


def of_main_clause(sentence: Sentence, span: Span) -> bool:
    """Tell a time that dates what a sentence tells of in the first place, not what a clause beside it does."""
    token = sentence.token_at(span)
    for _ in range(_HIGHEST):
        if token is None or preposition(sentence, token) in _OTHER:
            return False
        head = sentence.head(token)
        if head is None or head is token or token.dep == "ROOT":
            return True
        before = token.dep.startswith("ccomp") and token.index < head.index  # « X a été tué lundi, rapporte La Voix »
        below = token.dep.startswith(_NOT_MAIN) and not before
        if below or (token.dep == "advcl" and not at_once(sentence, token)):
            return False
        token = head
    return False


def of_event(sentence: Sentence, span: Span) -> bool:
    """Tell a time of the main clause that is not when somebody said what is told: « …, a indiqué lundi la police »."""
    token = sentence.token_at(span)
    verb = None if token is None else sentence.head(token)
    said = verb is not None and any(t.index < verb.index for t in sentence.children(verb, "ccomp"))
    return of_main_clause(sentence, span) and not (
        said and token is not None and verb is not None and token.index > verb.index
    )


def in_lead(reading: Reading, fact: Fact, times: tuple[time.TimeExpression, ...], title: int) -> str | None:
    """Return the one day, lately, that the first sentence below the headline tells of, if of the same as the fact."""
    published = reading.annotation.document.published
    lead = lead_of(reading, title)
    if lead is None or published is None or not _in_chief(reading, fact) or not _of_the_same(reading, fact, lead):
        return None
    days = {one.value for one in inside(times, lead.span) if one.kind in ("date", "interval", "weekend")}
    main = {one.value for one in inside(times, lead.span) if of_event(lead, one.span)} & days
    day = next(iter(main)) if len(main) == 1 and len(days) == 1 else None
    if day is None or not DAYS.fullmatch(day):
        return None
    back = (date.fromisoformat(published) - date.fromisoformat(day.partition("/")[0])).days
    return day if 0 <= back <= _LATELY else None


def of_deed(lead: Sentence | None, fact: Fact, told: Iterable[Fact]) -> str | None:
    """Return the one day on which the first sentence says that people came to harm, of a headline that says so too.

    « Fusillade à Oslo : 5 morts », then « Un homme a ouvert le feu dimanche soir … »: no word of it comes again.
    """
    if lead is None or fact.relation not in _DEEDS:
        return None
    deeds = [f for f in told if f.relation in _DEEDS and f.sentence == lead.span and f.time is not None]
    days = {f.time for f in deeds}
    return next(iter(days)) if len(days) == 1 and all(DAYS.fullmatch(f.time or "") for f in deeds) else None


def _in_chief(reading: Reading, fact: Fact) -> bool:
    """Tell what a headline tells in the first place, not "purchase" in "FTC sues to block purchase of Menlo"."""
    sentence = reading.sentence_of(fact)
    token = None if sentence is None else sentence.token_at(fact.trigger)
    if token is not None and token.pos == "NOUN" and fact.relation in _BEING:
        return False  # « mort de l'inventeur du téléphone »: when he died is not when he made it
    while sentence is not None and token is not None and token.head != token.index:
        above = sentence.tokens[token.head]
        row = token.dep.startswith("ccomp") and any(t.text == ";" for t in sentence.tokens[token.index : above.index])
        beside = token.dep == "advcl" and token.lower.endswith(("ant", "ing"))  # « X a déploré l'accord, estimant … »
        own = row or beside or token.dep.startswith(("conj", "parataxis", "nsubj"))
        told_of = token.dep.startswith("acl") and above.dep.startswith("nsubj")  # « un homme tué est retrouvé »
        if (above.pos == "VERB" and not own) or (told_of and sentence.tokens[above.head].pos == "VERB"):
            return False
        token = above
    return token is not None


def lead_of(reading: Reading, title: int) -> Sentence | None:
    """Return the first whole sentence below the headline: one with a verb."""
    below = (s for s in reading.annotation.sentences if s.span.start >= title and s.inside is None)
    return next((s for s in below if any(_finite(t) for t in s.tokens)), None)


def _finite(token: Token) -> bool:
    return token.pos in ("VERB", "AUX") and has_finite((token,))


def _of_the_same(reading: Reading, fact: Fact, lead: Sentence) -> bool:
    """Tell whether a sentence names somebody of the fact, or has a word of the fact where that names nobody."""
    ends = {p.id for p in (fact.subject, fact.object) if p is not None and p.id}
    if ends:
        names = {token.name for token in lead.tokens if token.name is not None}
        trigger = fold(fact.trigger.of(reading.text))
        again = trigger in happenings() and any(fold(token.lower) == trigger for token in lead.tokens)
        return again or any(reading.names.get(name) in ends for name in names)
    words = {fold(word) for word in re.findall(r"\w+", fact.sentence.of(reading.text)) if len(word) >= _SHORT}
    told = {fold(token.lower) for token in lead.tokens if token.pos in ("NOUN", "VERB", "PROPN")} & words
    return len(told) >= (1 if fact.evidence.end <= headline(reading) else _SHARED)
