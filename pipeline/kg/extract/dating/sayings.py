"""Dates what somebody says by what dates its source, or by the saying that it goes on with.

« selon un bilan publié lundi par la police » · « a-t-on appris jeudi auprès du parquet » · « a-t-il ajouté »
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Final

from kg.extract.attribution.according import LEARNT
from kg.extract.attribution.quoted import HOSTS
from kg.extract.dating.lead import DAYS, inside
from kg.extract.reading import Reading
from kg.extract.time import TimeExpression
from kg.model import Fact, Span
from kg.model.annotation import Sentence, Token

_OUT: Final = (
    *("publi", "paru", "diffus", "rendu", "rendue", "communiqu", "transmis", "révél", "dévoil", "cité", "interrog"),
    *("présent", "posté", "relay", "obten", "released", "published", "issued", "quoted", "aired", "posted", "cited"),
)
_MORE: Final = frozenset(
    """ajouté ajoute ajoutait poursuivi poursuit poursuivait renchéri renchérit conclu conclut enchaîné enchaîne
    continué continue added adds continued concluded""".split()
)
_HIGHEST: Final = 8


def by_source(reading: Reading, facts: Iterable[Fact], times: tuple[TimeExpression, ...]) -> Iterator[Fact]:
    """Yield the facts on somebody's word, dated where the text tells when that word came out or was learnt."""
    for fact in facts:
        sentence = reading.sentence_of(fact)
        source = None if sentence is None else sentence.token_at(fact.trigger)
        if sentence is None or source is None:
            yield fact
            continue
        days = (t for t in inside(times, sentence.span) if t.kind == "date" and _came_out(sentence, source, t.span))
        yield replace(fact, time=next((t.value for t in days), None))


def _came_out(sentence: Sentence, source: Token, day: Span) -> bool:
    """Tell a day below « publié », « révélée » that describes the source, or beside « a-t-on appris auprès de »."""
    at = sentence.token_at(day)
    learnt = sentence.head(source)
    out = False
    for _ in range(_HIGHEST):
        if at is None or at is source or at.head == at.index:
            return (out or _beside(sentence, source, day)) and at is source
        above = sentence.head(at)
        if above is learnt and learnt is not None and learnt.lower in LEARNT:
            return not out
        out = out or at.lower.startswith(_OUT)
        at = above
    return False


def _beside(sentence: Sentence, source: Token, day: Span) -> bool:
    """Tell the bare day of « selon un communiqué de X jeudi, »: no preposition ties it to what the source tells of."""
    at = sentence.token_at(day)
    if at is None or any(sentence.children(at, "case")):
        return False
    words = (t for t in sentence.tokens[source.index + 1 :] if t.span.start < day.start)
    return not any(t.pos in ("VERB", "AUX", "PUNCT") for t in words)


def going_on(reading: Reading, facts: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """Return the facts, those of who « ajoute » or « poursuit » dated as what the same one said right before."""
    if not any(_goes_on(reading, fact) for fact in facts):
        return facts
    told = [s.span for s in reading.narrated()]
    number = {span: at for at, span in enumerate(told)}
    given: dict[str, Fact] = {}
    last: dict[str, tuple[int, str | None]] = {}
    for fact in sorted((f for f in facts if f.relation in HOSTS), key=lambda f: (f.sentence, f.trigger, f.id)):
        who = fact.subject.id if fact.subject is not None else None
        at = number.get(fact.sentence)
        if who is None or at is None:
            continue
        before, day = last.get(who, (at, None))
        told_then = fact.time
        if day is not None and at - before <= 1 and _goes_on(reading, fact):
            told_then = day
            given[fact.id] = replace(fact, time=day, steps=(*fact.steps, f"goes on with {day}"))
        last[who] = (at, told_then if told_then and DAYS.fullmatch(told_then) else None)
    return tuple(given.get(fact.id, fact) for fact in facts)


def _goes_on(reading: Reading, fact: Fact) -> bool:
    return fact.time is None and fact.trigger.of(reading.text).lower() in _MORE
