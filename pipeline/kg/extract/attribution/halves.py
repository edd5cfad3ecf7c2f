"""Joins the halves of one saying around who says it: "We tried," she said, "but we lost"."""

from dataclasses import replace
from typing import Final

from kg.extract.frames.load import clause_verbs
from kg.extract.participants.verbatim import said
from kg.extract.reading import Reading
from kg.model import Fact, Participant, Span
from kg.model.annotation import Quote, Sentence

FAR: Final = 120  # code points between what belongs together


def let_halves_speak(reading: Reading) -> None:
    """Note whose the second half of a sentence is, however short: « « Nous avons perdu », a dit X, « mais … » »."""
    for index in range(1, len(reading.annotation.quotes)):
        if index not in reading.speakers and index - 1 in reading.speakers and second_half(reading, index):
            reading.speakers[index] = reading.speakers[index - 1]


def second_half(reading: Reading, index: int) -> bool:
    """Tell a quotation that ends the sentence which the one before began."""
    quotes = reading.annotation.quotes
    return index > 0 and quotes[index - 1].speech and _goes_on_behind(reading, quotes[index - 1], quotes[index])


def other_half(reading: Reading, facts: list[Fact], index: int, speaker: Participant) -> Fact | None:
    """Return the fact that tells the other half of a quotation: "We tried" of "We tried," she said, "but we lost"."""
    quotes = reading.annotation.quotes
    beside = [b for b in (index - 1, index + 1) if 0 <= b < len(quotes)]
    halves = [b for b in beside if _goes_on_behind(reading, quotes[min(index, b)], quotes[max(index, b)])]
    told = {words_said(reading, quotes[b]) for b in halves}
    own = (f for f in facts if f.quote in told and same_speaker(f.subject, speaker))
    return next((f for f in own if any(f.evidence.overlaps(quotes[b].span) for b in halves)), None)


def _goes_on_behind(reading: Reading, first: Quote, second: Quote) -> bool:
    """Tell two halves of one sentence with nothing but who says it between, commas around: the second begins small."""
    span, words = Span(first.span.end, second.span.start), second.inner.of(reading.text)
    between = span.of(reading.text)
    apart = first.inner.of(reading.text).rstrip().endswith(",") or between.lstrip()[:1] == ","
    apart = apart or between.lstrip()[:1].islower()
    small = words[:1].islower() and " " in words.strip()
    near = small and apart and between.rstrip().endswith(",") and len(between) < FAR
    return near and any(
        sentence.span.contains(first.span) and sentence.span.overlaps(second.span) and _said_in(reading, sentence, span)
        for sentence in reading.annotation.sentences
    )


def _said_in(reading: Reading, sentence: Sentence, span: Span) -> bool:
    """Tell whether a verb of saying stands within the span: "she said"."""
    saying = clause_verbs(reading.language, "saying", "quoting", "accusing")
    told = (t for t in sentence.tokens if span.contains(t.span) and "VerbForm=Inf" not in t.morph)
    return any(t.lower in saying for t in told)


def whole(half: Fact, quote: Quote, words: str) -> Fact:
    """Return the fact with the words of both halves, in the order of the text."""
    behind = quote.span.start > half.trigger.start
    said_whole = f"{half.quote} {words}" if behind else f"{words} {half.quote}"
    return replace(with_quote(half, quote, words), quote=said_whole)


def words_said(reading: Reading, quote: Quote) -> str:
    """Return the words of a quotation as a fact holds them."""
    return said(quote.inner.of(reading.text))


def same_speaker(subject: Participant | None, speaker: Participant) -> bool:
    """Tell whether the subject of a fact is who speaks."""
    return subject is not None and (subject.id or subject.name) == (speaker.id or speaker.name)


def with_quote(fact: Fact, quote: Quote, words: str) -> Fact:
    """Return the fact with these words said, which its evidence then holds."""
    start, end = min(fact.evidence.start, quote.span.start), max(fact.evidence.end, quote.span.end)
    return replace(fact, quote=words, evidence=Span(start, end))
