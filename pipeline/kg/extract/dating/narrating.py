"""Gives an event without a time the time of what the text told right before, and a headline that of its article.

« L'attaque a eu lieu lundi à Nice. Trois personnes ont été tuées. » · « Attentat à Nice : trois morts »: news tells
of one event in several sentences and says once when it was.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from kg.extract import time
from kg.extract.coreference.nouns import happenings
from kg.extract.dating.circumstances import Circumstances
from kg.extract.dating.dispatch import at_present, told_today
from kg.extract.dating.lead import (
    DAYS,
    headline,
    in_lead,
    inside,
    lead_of,
    of_deed,
    of_event,
    of_main_clause,
    standfirst,
)
from kg.extract.dating.named_years import dated_by_name
from kg.extract.dating.one_event import of_one_event
from kg.extract.dating.pieces import said_in_pieces
from kg.extract.dating.same_day import AT_THE_TIME, ELSEWHERE, SOON
from kg.extract.dating.sayings import going_on
from kg.extract.dating.sharing import buries
from kg.extract.dating.spoken_on import spoken_on
from kg.extract.dating.tenses import BEFORE, perfective
from kg.extract.dating.triggers import DATED
from kg.extract.frames.load import load_frames
from kg.extract.grammar.prepositions import preposition
from kg.extract.grammar.voice import auxiliaries
from kg.extract.reading import Reading
from kg.model import Extraction, Fact, Modality, Span
from kg.model.annotation import Sentence, Token

_TOLD: Final = (Modality.ASSERTED, Modality.REPORTED)
_ARTICLES: Final = ("l'", "l’", "le", "la", "les", "ce", "cet", "cette", "ces")
_SCENES: Final = frozenset("faits drame scène agression altercation rixe".split())
_HAPPENED: Final = frozenset("produit produits produite déroulé déroulés déroulée survenu survenue survenus eu".split())
_AMOUNTS: Final = ("est", "fait", "élève", "établit", "s'élève", "s'établit")
_BIRTHS: Final = frozenset("born né née nés nées".split())
_NEAR: Final = 2  # sentences back to the one that says when
_MOST: Final = 40  # facts of these sentences
_COUNTING: Final = frozenset("dénombre dénombrait dénombrent recense recensait compte déplore déplorait".split())
_FARTHER: Final = 4  # sentences back where words tell of the same day


@dataclass(frozen=True, slots=True)
class _Story:
    """Hold the events of a document in order, its sentences in order and by their spans, and its times."""

    text: str
    sentences: dict[Span, Sentence]
    told: list[Sentence]
    times: tuple[time.TimeExpression, ...]
    events: list[Fact]
    published: str | None
    lead: Sentence | None


def with_times(
    reading: Reading,
    extraction: Extraction,
    found: Circumstances,
    events: frozenset[str],
    lasting: frozenset[str],
) -> Extraction:
    """Return the extraction with the times that events take over from what is told before them.

    A headline takes over that of its article, whatever it tells of that is not `lasting`.
    """
    told = (f for f in extraction.facts if f.relation in events or _then(f, reading.text))
    known = sorted(told, key=lambda f: (f.sentence, f.evidence, f.id))
    sentences = reading.narrated()
    spans = {s.span: s for s in reading.annotation.sentences}
    published = reading.annotation.document.published
    title = headline(reading)
    times = found.times
    summary = standfirst(reading, title, times)
    begin = max(title, summary.end)
    story = _Story(reading.text, spans, sentences, times, known, published, lead_of(reading, begin))
    given: dict[str, Fact] = {}
    for fact in extraction.facts:
        if fact.time is not None or fact.modality not in _TOLD or fact.relation in lasting:
            continue
        if fact.evidence.end <= title:
            told_of = _below(story, fact, extraction.facts) or in_lead(reading, fact, times, begin)
            _give(given, fact, told_of or of_deed(story.lead, fact, extraction.facts))
        elif summary.contains(fact.evidence):
            again = (f for f in extraction.facts if _again(f, fact, events))
            _give(given, fact, _below(story, fact, again) or in_lead(reading, fact, times, begin))
    for at, fact in enumerate(known):
        if fact.time is None and fact.evidence.end > title and fact.modality in {*_TOLD, Modality.ALLEGED}:
            story.events[at] = _give(given, fact, _before(story, at) or _after(story, at))
    facts = tuple(given.get(fact.id, fact) for fact in extraction.facts)
    facts = said_in_pieces(reading, told_today(reading, facts, found, events, title), found)
    facts = going_on(reading, spoken_on(reading, of_one_event(reading, facts, found), found))
    return replace(extraction, facts=tuple(dated_by_name(facts, found)))


def _then(fact: Fact, text: str) -> bool:
    """Tell a sentence whose own words say that it goes by what was told right before: "said at the time"."""
    return fact.time is None and AT_THE_TIME.search(fact.sentence.of(text)) is not None


def _give(given: dict[str, Fact], fact: Fact, told: str | None) -> Fact:
    """Return the fact with the time and note it; as it was where the time is not known."""
    if told is None:
        return fact
    given[fact.id] = timed_fact = replace(fact, time=told, steps=(*fact.steps, f"told of {told}"))
    return timed_fact


def _below(story: _Story, headline: Fact, known: Iterable[Fact]) -> str | None:
    """Return when the article says that what its headline tells of was: not what « avait eu lieu » before that."""
    same = [f for f in known if f.evidence > headline.evidence and f.time is not None and DAYS.fullmatch(f.time)]
    alike = [f for f in same if f.relation == headline.relation and f.modality in _TOLD and _meet(f, headline)]
    days = {f.time for f in alike if not _background(story, f)}
    return next(iter(days)) if len(days) == 1 else None


def _background(story: _Story, fact: Fact) -> bool:
    """Tell « Un attentat avait fait 44 morts trois semaines plus tôt »: an article's news is not told like that."""
    sentence = story.sentences.get(fact.sentence)
    verb = None if sentence is None else _verb(sentence, fact)
    if sentence is None or verb is None:
        return False
    verbs = (verb, _chief(sentence, verb))
    return any(h.lower in BEFORE for one in verbs for h in auxiliaries(sentence, one))


def _again(fact: Fact, told: Fact, events: frozenset[str]) -> bool:
    """Tell a fact that may be the same as one of the paragraph that sums up: an event, or what the same one does."""
    subjects = {p.name.lower() for p in (fact.subject, told.subject) if p is not None}
    return fact.relation in events or bool(_ends(fact) & _ends(told)) or len(subjects) == 1


def _meet(one: Fact, other: Fact) -> bool:
    ends = [_ends(one), _ends(other)]
    return bool(ends[0] & ends[1]) or not ends[0] or not ends[1]


def _ends(fact: Fact) -> set[str]:
    return {p.id for p in (fact.subject, fact.object) if p is not None and p.id}


def _before(story: _Story, at: int) -> str | None:
    """Return the day of the event told right before, where the sentence of this one says nothing of time."""
    fact = story.events[at]
    sentence = story.sentences.get(fact.sentence)
    verb = None if sentence is None else _verb(sentence, fact)
    if sentence is None or sentence.inside is not None or verb is None:
        return None
    words, same_day = SOON.subn(" ", _told_here(sentence, verb, story.text))
    perfect = perfective(sentence, verb, just=same_day > 0) or verb.lower in _COUNTING or _toll(sentence)
    told = perfective if perfect else at_present
    if told is at_present and not at_present(sentence, _chief(sentence, verb)):
        return None
    own = (t for t in inside(story.times, sentence.span) if _places(t))
    if any(t.span.of(story.text) in words for t in own) or ELSEWHERE.search(words):
        return None
    clocked = any(one.clock for one in inside(story.times, sentence.span))  # « Vers 19 h, un homme tire … »
    for earlier in _earlier(story, sentence, _FARTHER if same_day or _taken_up(sentence) else _NEAR):
        days = _days_told(story, earlier, at, verb)
        if days or _timed(story.times, earlier.span):
            present = any(told(earlier, t) for t in earlier.tokens if t.dep in ("ROOT", "conj"))
            if told is at_present and not present and not clocked:
                return None
            day = next(iter(days)) if len(days) == 1 else None
            return day if day is not None and DAYS.fullmatch(day) else None
    return None


def _toll(sentence: Sentence) -> bool:
    """Tell « Le bilan provisoire fait état de deux morts », not « le bilan des arrestations »."""
    tolls = (t for t in sentence.tokens if t.lower == "bilan" and t.dep.startswith("nsubj"))
    return any(sentence.tokens[t.head].lower in _AMOUNTS and not any(sentence.children(t, "nmod")) for t in tolls)


def _verb(sentence: Sentence, fact: Fact) -> Token | None:
    """Return what the fact stands on, of « a procédé à douze arrestations » the verb that lends itself to the noun."""
    word = sentence.token_at(fact.trigger)
    above = sentence.head(word) if word is not None and word.pos == "NOUN" else None
    lent = above is not None and word is not None and word.dep.startswith(("obj", "obl:arg", "nsubj:pass"))
    return above if lent and above is not None and above.lower in load_frames("fr").light["agent"] else word


def _chief(sentence: Sentence, verb: Token) -> Token:
    """Return the verb that a participle stands beside: « un homme actionne sa ceinture, tuant … »."""
    above = sentence.head(verb)
    beside = verb.dep.startswith("advcl") and "VerbForm=Part" in verb.morph
    return above if beside and above is not None else verb


def _after(story: _Story, at: int) -> str | None:
    """Return the day that is told right after: « Un policier a été tué. Les faits se sont produits mercredi. »."""
    fact = story.events[at]
    sentence = story.sentences.get(fact.sentence)
    verb = None if sentence is None else sentence.token_at(fact.trigger)
    if sentence is None or sentence.inside is not None or verb is None or not perfective(sentence, verb):
        return None
    if any(_places(t) for t in inside(story.times, sentence.span)) or ELSEWHERE.search(sentence.span.of(story.text)):
        return None
    start = bisect_left(story.told, sentence.span.end, key=lambda one: one.span.start)
    for later in story.told[start : start + _NEAR]:
        if _of_what_happened(later):
            times = inside(story.times, later.span)
            days = {one.value for one in times if one.kind in DATED and of_event(later, one.span)}
            day = next(iter(days)) if len(days) == 1 else None
            return day if day is not None and DAYS.fullmatch(day) else None
    return None


def _of_what_happened(sentence: Sentence) -> bool:
    """Tell « Les faits se sont produits … », « Le drame s'est déroulé … », « L'accident a eu lieu … »."""
    article, noun = sentence.tokens[0], sentence.tokens[min(1, len(sentence.tokens) - 1)]
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    scene = noun.lower in _SCENES or noun.lower in happenings()
    return article.lower in _ARTICLES and scene and root is not None and root.lower in _HAPPENED


def _taken_up(sentence: Sentence) -> bool:
    """Tell a sentence that goes on about what happened: « L'attaque a eu lieu … », "The crash killed …"."""
    article, noun = sentence.tokens[0], sentence.tokens[min(1, len(sentence.tokens) - 1)]
    return article.lower in {*_ARTICLES, "the"} and noun.lower in happenings()


def _days_told(story: _Story, earlier: Sentence, at: int, verb: Token) -> set[str | None]:
    """Return the days of the events of a sentence; where they are several, those of who is in the later one."""
    if any(t.lower == verb.lower and _described(earlier, t) for t in earlier.tokens):
        return {None}  # "X, who was arrested for fraud, was freed on Tuesday. Police arrested X …"
    root = next((t for t in earlier.tokens if t.dep == "ROOT"), None)
    if root is not None and root.lower in _BIRTHS:
        return set()  # "was born on March 3, 1933. His father was killed"
    events = [f for f in story.events[max(0, at - _MOST) : at] if f.sentence == earlier.span and _tells_day(f)]
    days = {f.time for f in events}
    if len(days) > 1:
        return {f.time for f in _in_chief(story, earlier, events) if _ends(f) & _ends(story.events[at])} or days
    return days or _days_of(story, earlier, story.sentences[story.events[at].sentence])


def _in_chief(story: _Story, sentence: Sentence, events: list[Fact]) -> Iterator[Fact]:
    """Yield what a sentence tells of in the first place: "on Friday freed X, who was jailed in 2017"."""
    main = {one.value for one in inside(story.times, sentence.span) if of_main_clause(sentence, one.span)}
    return (f for f in events if f.time in main)


def _tells_day(fact: Fact) -> bool:
    return fact.time is not None and fact.modality in _TOLD


def _earlier(story: _Story, sentence: Sentence, most: int) -> Iterator[Sentence]:
    """Yield the sentences before one, the nearest first."""
    at = bisect_left(story.told, sentence.span.start, key=lambda one: one.span.start)
    yield from reversed(story.told[max(0, at - most) : at])


def _days_of(story: _Story, sentence: Sentence, after: Sentence) -> set[str | None]:
    """Return the days that what a sentence tells of in the first place is dated to, in the same paragraph."""
    gap = story.text[sentence.span.start : after.span.start]
    root = _told_of(sentence)
    if ("\n" in gap and sentence is not story.lead) or root is None or not perfective(sentence, root):
        return set()
    if _tells_of_more(sentence, root, after) or buries(sentence, root):
        return set()
    days = (t for t in inside(story.times, sentence.span) if t.kind in DATED and not _ahead(story, t))
    return {one.value for one in days if of_event(sentence, one.span)}


def _told_of(sentence: Sentence) -> Token | None:
    """Return the verb of what a sentence tells, not who tells it: « Un homme a été tué lundi, rapporte La Voix »."""
    root = next((t for t in sentence.tokens if t.dep == "ROOT"), None)
    told = () if root is None else (t for t in sentence.children(root, "ccomp") if t.index < root.index)
    return next(iter(told), root)


def _tells_of_more(sentence: Sentence, root: Token, after: Sentence) -> bool:
    """Tell « Le ministère a annoncé lundi que la crue avait duré »: the day is that of saying it, not of the rest."""
    clauses = [t for t in sentence.children(root, "ccomp") if t.index > root.index and t.pos in ("VERB", "AUX")]
    again = next((t for t in after.tokens if t.dep == "ROOT"), None)
    return bool(clauses) and again is not None and again.lower != root.lower


def _ahead(story: _Story, expression: time.TimeExpression) -> bool:
    """Tell a day behind that of publication: nothing has happened there yet."""
    return story.published is not None and (expression.value or "") > story.published


def _told_here(sentence: Sentence, verb: Token, text: str) -> str:
    """Return the words of a sentence without what only describes somebody: « Jean Baur, né le 16 juillet 1993, »."""
    whole = _described(sentence, verb)
    told_by = {t.index for t in sentence.tokens if _source(sentence, t)}
    ends = [*(t.span.start for t in sentence.tokens[1:]), sentence.span.end]
    kept = (one for one in zip(sentence.tokens, ends, strict=True) if whole or not _described(sentence, one[0]))
    kept = (one for one in kept if not _inside(sentence, one[0], told_by))
    return "".join(text[token.span.start : end] for token, end in kept).replace("’", "'")


def _source(sentence: Sentence, token: Token) -> bool:
    """Tell « selon un bilan communiqué vendredi »: when the source spoke is not when it was."""
    return token.dep.startswith("obl") and preposition(sentence, token) in ("selon", "d'après", "according to")


def _inside(sentence: Sentence, token: Token, tops: set[int]) -> bool:
    while tops and token.index not in tops and token.head != token.index:
        token = sentence.tokens[token.head]
    return token.index in tops


def _described(sentence: Sentence, token: Token | None) -> bool:
    """Tell what stands inside the description of somebody: « Jean Baur, né le 16 juillet 1993, »."""
    while token is not None and token.head != token.index:
        if token.dep.startswith(("acl", "appos")):
            return True
        token = sentence.head(token)
    return False


def _timed(times: tuple[time.TimeExpression, ...], span: Span) -> bool:
    """Tell whether a sentence says when, since when or how long ago anything was."""
    return any(_places(t) for t in inside(times, span))


def _places(expression: time.TimeExpression) -> bool:
    hours = expression.away == (0, "day")  # « quelques heures avant l'événement »: of the same day
    return expression.kind in DATED or (expression.kind == "relative" and not hours)
